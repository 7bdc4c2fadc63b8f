/** The poster of the home page: a low sun, layers of sea, a white ferry, the bear at the bow. */
export function HeroArt() {
  return (
    <svg className="hero__art" viewBox="0 0 1440 720" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path fill="var(--p-sky)" d="M0 0h1440v720H0z" />
      <path fill="var(--p-sky2)" d="M0 380q360-60 720-20t720-30v200H0z" />
      <circle cx="880" cy="330" r="236" fill="var(--p-ring)" opacity=".3" />
      <circle cx="880" cy="330" r="190" fill="var(--p-ring)" opacity=".5" />
      <circle cx="880" cy="330" r="142" fill="var(--p-sun)" />
      <g>
        <path
          fill="var(--p-far)"
          transform="translate(0 66)"
          d="M-20 520V436l60-36 44 24 60-52 52 44 46-12 66 50 60 14 70 30 60 40z"
        />
        <path
          fill="var(--p-mid)"
          transform="translate(0 26)"
          d="M-20 540V470l80-26 50 20 70-16 60 30 70 8 60 22 70 32z"
        />
        <path fill="var(--p-wall)" d="M462 500l6-50h14l6 50z" />
        <path fill="var(--p-fun)" d="M465.5 471l1.5-11h16l1.5 11zM462.8 492l1-8h22.4l1 8z" />
        <path fill="var(--p-wall)" d="M467 440h16v10h-16z" />
        <path fill="var(--p-fun)" d="M464 440q11-14 22 0z" />
        <path fill="var(--p-mid)" d="M420 520q50-30 110 0z" />
      </g>
      <g>
        <path fill="var(--p-mid)" d="M1010 520q60-96 150-120t160-70q60-20 120-8v220h-430z" />
        <path fill="var(--p-far)" d="M1180 400q60-64 130-82t130-6v60q-120-10-260 28z" opacity=".45" />
        <g fill="var(--p-wall)">
          <path d="M1096 414h54v54h-54zM1150 396h44v72h-44zM1206 376h60v92h-60zM1276 402h48v66h-48zM1334 352h70v116h-70z" />
          <path d="M1150 396a22 20 0 0 1 44 0z" />
          <path d="M1232 376v-62h22v62z" />
        </g>
        <path
          fill="var(--p-wall2)"
          d="M1139 414h11v54h-11zM1184 396h10v72h-10zM1252 376h14v92h-14zM1314 402h10v66h-10zM1388 352h16v116h-16z"
        />
        <g fill="var(--p-dome)">
          <path d="M1334 352a35 30 0 0 1 70 0zM1228 314a15 14 0 0 1 30 0zM1109 468v-24a9 9 0 0 1 18 0v24zM1218 468v-28a10 10 0 0 1 20 0v28zM1286 468v-26a9 9 0 0 1 18 0v26zM1352 468v-34a11 11 0 0 1 22 0v34zM1218 396h8v12h-8zM1234 396h8v12h-8zM1163 416h8v12h-8z" />
        </g>
        <g fill="var(--p-w4)">
          <path d="M1083 470q-12-46 2-86 14 40 4 86zM1420 440q-15-60 2-108 16 48 5 108z" />
        </g>
      </g>
      <g fill="none" stroke="var(--p-w5)" strokeWidth="3.5" strokeLinecap="round" className="hero__gulls">
        <path d="M1010 190q12-14 22 0 12-14 24-2" />
        <path d="M1086 150q9-11 17 0 9-11 18-1" />
      </g>
      <path
        className="w w1"
        fill="var(--p-w1)"
        d="M-360 486q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0q45 -14 90 0t90 0V720H-360Z"
      />
      <path
        className="w w2"
        fill="var(--p-w2)"
        d="M-280 512q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0q40 -18 80 0t80 0V720H-320Z"
      />
      <g className="hero__ferry">
        <g transform="translate(590 372) scale(1.12)">
          <g className="hero__smoke" fill="var(--p-foam)">
            <circle cx="98" cy="-40" r="15" />
            <circle cx="66" cy="-54" r="20" opacity=".8" />
            <circle cx="24" cy="-64" r="26" opacity=".55" />
          </g>
          <path fill="var(--p-wall2)" d="M236 4h4v-40h-4z" />
          <path fill="var(--p-fun)" d="M240-36l20 7-20 7z" />
          <path fill="var(--p-fun)" d="M88 26l8-52h44l8 52z" />
          <path fill="var(--p-hull)" d="M93.2-8l2-12h45.7l2 12z" />
          <path fill="var(--p-wall2)" d="M46 26h222l26 22H46z" />
          <path fill="var(--p-hull)" d="M46 26h196l16 22H46zM214 4h50l14 22h-64z" />
          <path fill="var(--p-hull)" d="M22 48h316l22 24H22z" />
          <path fill="var(--p-wall2)" d="M22 68h334l4 4H22z" />
          <path stroke="var(--p-glow)" strokeWidth="7" strokeDasharray="9 7" d="M58 38h176M36 58h286" />
          <path stroke="var(--p-glow)" strokeWidth="9" d="M222 14.5h42" />
          <path fill="var(--p-hull)" d="M4 72h372l40-16-18 54q-5 14-22 14H34Q12 124 4 72z" />
          <path fill="var(--p-hull2)" d="M11 98h391.5l-4.5 12q-5 14-22 14H34q-16 0-23-26z" />
          <path fill="var(--p-fun)" d="M8.5 89.5h397l-2.8 8.5H11z" />
          <path stroke="var(--p-hull2)" strokeWidth="5" strokeDasharray="5 13" d="M40 81h310" opacity=".75" />
          <g transform="translate(372 52)">
            <path fill="#15465a" d="M-9 19c0-9 3-13 9-13s9 4 9 13z" />
            <path fill="#fff6e6" d="M-8.5 13h17v2.5h-17z" />
            <circle cx="-7" cy="-8" r="4" fill="#633d22" />
            <circle cx="7" cy="-8" r="4" fill="#633d22" />
            <circle r="10.5" fill="#8b5a34" />
            <ellipse cx="5" cy="3" rx="6" ry="4.5" fill="#e7c8a0" />
            <circle cx="9.5" cy="1.5" r="1.9" fill="#2a1a12" />
            <circle cx="2.5" cy="-2.5" r="1.6" fill="#2a1a12" />
            <path fill="var(--p-fun)" d="M-8 7q8 5 16 1l1 4q-9 4-18 0z" />
          </g>
        </g>
      </g>
      <path
        className="w w3"
        fill="var(--p-w3)"
        d="M-278 536q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0q36 -20 72 0t72 0V720H-288Z"
      />
      <g stroke="var(--p-foam)" strokeWidth="4" strokeLinecap="round" opacity=".65">
        <path d="M860 524h120M900 546h60M700 560h40M480 540h70M1080 548h50M300 560h44M180 534h60M1230 530h70M640 600h90M990 606h110M420 616h60M1200 620h80M140 610h90" />
      </g>
      <path
        className="w w4"
        fill="var(--p-w4)"
        d="M-314 590q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0q48 -26 96 0t96 0V720H-384Z"
      />
      <path
        className="w w5"
        fill="var(--p-w5)"
        d="M-460 652q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0q60 -30 120 0t120 0V720H-480Z"
      />
    </svg>
  );
}
