import type { ReactElement } from 'react';

/** Small posters, one per destination; the ferry and the sea are the same in all. */
export const MINI_ART: Readonly<Record<string, ReactElement>> = {
  tunis: (
    <svg className="mini" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path fill="var(--p-sky)" d="M0 0h320v160H0z" />
      <path fill="var(--p-sky2)" d="M0 84q80-20 160-6t160-8v60H0z" />
      <circle cx="92" cy="66" r="36" fill="var(--p-sun)" />
      <path fill="var(--p-mid)" d="M150 120q40-60 90-70t90-10v90H150z" />
      <path fill="var(--p-wall)" d="M192 66h36v52h-36zM232 50h34v68h-34zM272 74h40v44h-40z" />
      <path
        fill="var(--p-dome)"
        d="M232 50a17 17 0 0 1 34 0zM203 118V98a7 7 0 0 1 14 0v20zM242 118V92a7 7 0 0 1 14 0v26zM286 118v-16a6 6 0 0 1 12 0v16z"
      />
      <path fill="var(--p-w4)" d="M184 118q-8-30 1-54 9 26 3 54z" />
      <path
        fill="var(--p-w1)"
        d="M-88 104q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0V160H-96Z"
      />
      <g transform="translate(110 94) scale(.19)">
        <path fill="var(--p-fun)" d="M88 26l8-52h44l8 52z" />
        <path
          fill="var(--p-hull)"
          d="M22 26h250l40 46H22zM4 72h372l40-16-18 54q-5 14-22 14H34Q12 124 4 72z"
        />
        <path fill="var(--p-hull2)" d="M11 98h391l-4 12q-5 14-22 14H34q-16 0-23-26z" />
      </g>
      <path
        fill="var(--p-w2)"
        d="M-80 112q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0V160H-80Z"
      />
      <path
        fill="var(--p-w3)"
        d="M-96 126q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0V160H-108Z"
      />
      <path
        fill="var(--p-w4)"
        d="M-98 142q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0V160H-128Z"
      />
    </svg>
  ),
  genoa: (
    <svg className="mini" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path fill="var(--p-sky)" d="M0 0h320v160H0z" />
      <path fill="var(--p-sky2)" d="M0 84q80-20 160-6t160-8v60H0z" />
      <circle cx="226" cy="58" r="34" fill="var(--p-sun)" />
      <path fill="var(--p-far)" d="M0 90q60-50 120-40t110 50 100 10v30H0z" />
      <path fill="var(--p-mid)" d="M0 124V92l60-10 60 20 40 22z" />
      <path fill="var(--p-wall)" d="M70 92l4-40h18l4 40zM75 50l2-26h12l2 26z" />
      <path fill="var(--p-wall2)" d="M70 50h26v4H70zM74 22h18v4H74z" />
      <path fill="var(--p-fun)" d="M77 22q6-14 12 0zM73.500 66h19l1 8h-21z" />
      <path
        fill="var(--p-w1)"
        d="M-88 104q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0V160H-96Z"
      />
      <g transform="translate(130 94) scale(.19)">
        <path fill="var(--p-fun)" d="M88 26l8-52h44l8 52z" />
        <path
          fill="var(--p-hull)"
          d="M22 26h250l40 46H22zM4 72h372l40-16-18 54q-5 14-22 14H34Q12 124 4 72z"
        />
        <path fill="var(--p-hull2)" d="M11 98h391l-4 12q-5 14-22 14H34q-16 0-23-26z" />
      </g>
      <path
        fill="var(--p-w2)"
        d="M-80 112q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0V160H-80Z"
      />
      <path
        fill="var(--p-w3)"
        d="M-96 126q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0V160H-108Z"
      />
      <path
        fill="var(--p-w4)"
        d="M-98 142q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0V160H-128Z"
      />
    </svg>
  ),
  bastia: (
    <svg className="mini" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path fill="var(--p-sky)" d="M0 0h320v160H0z" />
      <path fill="var(--p-sky2)" d="M0 84q80-20 160-6t160-8v60H0z" />
      <circle cx="70" cy="58" r="34" fill="var(--p-sun)" />
      <path fill="var(--p-far)" d="M90 124L160 34l40 44 40-58 90 86v24z" />
      <path fill="var(--p-mid)" d="M150 124q40-30 90-30t90 10v24H150z" />
      <path fill="var(--p-wall2)" d="M196 86h100v34H196z" />
      <path fill="var(--p-wall)" d="M208 62h16v56h-16zM236 62h16v56h-16zM262 78h30v40h-30z" />
      <path fill="var(--p-fun)" d="M206 62l10-14 10 14zM234 62l10-14 10 14zM258 78l19-10 19 10z" />
      <path
        fill="var(--p-w1)"
        d="M-88 104q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0V160H-96Z"
      />
      <g transform="translate(40 94) scale(.19)">
        <path fill="var(--p-fun)" d="M88 26l8-52h44l8 52z" />
        <path
          fill="var(--p-hull)"
          d="M22 26h250l40 46H22zM4 72h372l40-16-18 54q-5 14-22 14H34Q12 124 4 72z"
        />
        <path fill="var(--p-hull2)" d="M11 98h391l-4 12q-5 14-22 14H34q-16 0-23-26z" />
      </g>
      <path
        fill="var(--p-w2)"
        d="M-80 112q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0V160H-80Z"
      />
      <path
        fill="var(--p-w3)"
        d="M-96 126q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0V160H-108Z"
      />
      <path
        fill="var(--p-w4)"
        d="M-98 142q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0V160H-128Z"
      />
    </svg>
  ),
  algiers: (
    <svg className="mini" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path fill="var(--p-sky)" d="M0 0h320v160H0z" />
      <path fill="var(--p-sky2)" d="M0 84q80-20 160-6t160-8v60H0z" />
      <circle cx="230" cy="54" r="34" fill="var(--p-sun)" />
      <path fill="var(--p-mid)" d="M0 124V76q50-40 110-30t90 78z" />
      <path fill="var(--p-wall)" d="M14 84h34v36H14zM40 64h40v56H40zM84 74h36v46H84zM122 92h38v28h-38z" />
      <path fill="var(--p-wall2)" d="M72 64h8v56h-8zM112 74h8v46h-8zM14 98h26v4H14z" />
      <path
        fill="var(--p-dome)"
        d="M50 120v-16a6 6 0 0 1 12 0v16zM92 120v-14a6 6 0 0 1 12 0v14zM130 120v-10a5 5 0 0 1 10 0v10zM46 74h6v8h-6zM58 74h6v8h-6zM92 84h6v8h-6z"
      />
      <path
        fill="var(--p-w1)"
        d="M-88 104q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0V160H-96Z"
      />
      <g transform="translate(180 94) scale(.19)">
        <path fill="var(--p-fun)" d="M88 26l8-52h44l8 52z" />
        <path
          fill="var(--p-hull)"
          d="M22 26h250l40 46H22zM4 72h372l40-16-18 54q-5 14-22 14H34Q12 124 4 72z"
        />
        <path fill="var(--p-hull2)" d="M11 98h391l-4 12q-5 14-22 14H34q-16 0-23-26z" />
      </g>
      <path
        fill="var(--p-w2)"
        d="M-80 112q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0V160H-80Z"
      />
      <path
        fill="var(--p-w3)"
        d="M-96 126q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0V160H-108Z"
      />
      <path
        fill="var(--p-w4)"
        d="M-98 142q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0V160H-128Z"
      />
    </svg>
  ),
  ajaccio: (
    <svg className="mini" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path fill="var(--p-sky)" d="M0 0h320v160H0z" />
      <path fill="var(--p-sky2)" d="M0 84q80-20 160-6t160-8v60H0z" />
      <circle cx="96" cy="60" r="34" fill="var(--p-sun)" />
      <path fill="var(--p-far)" d="M120 124l70-90 30 40 30-26 80 76z" />
      <path fill="var(--p-mid)" d="M180 124q30-44 70-46t80 20v26z" />
      <g fill="var(--p-w4)">
        <path d="M236 96h5v-36h-5zM266 100h5V54h-5z" />
        <ellipse cx="238" cy="60" rx="26" ry="9" />
        <ellipse cx="268" cy="50" rx="24" ry="9" />
      </g>
      <path
        fill="var(--p-w1)"
        d="M-88 104q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0V160H-96Z"
      />
      <g transform="translate(30 94) scale(.19)">
        <path fill="var(--p-fun)" d="M88 26l8-52h44l8 52z" />
        <path
          fill="var(--p-hull)"
          d="M22 26h250l40 46H22zM4 72h372l40-16-18 54q-5 14-22 14H34Q12 124 4 72z"
        />
        <path fill="var(--p-hull2)" d="M11 98h391l-4 12q-5 14-22 14H34q-16 0-23-26z" />
      </g>
      <path
        fill="var(--p-w2)"
        d="M-80 112q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0V160H-80Z"
      />
      <path
        fill="var(--p-w3)"
        d="M-96 126q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0V160H-108Z"
      />
      <path
        fill="var(--p-w4)"
        d="M-98 142q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0V160H-128Z"
      />
    </svg>
  ),
  tangier: (
    <svg className="mini" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path fill="var(--p-sky)" d="M0 0h320v160H0z" />
      <path fill="var(--p-sky2)" d="M0 84q80-20 160-6t160-8v60H0z" />
      <circle cx="84" cy="58" r="34" fill="var(--p-sun)" />
      <path fill="var(--p-far)" d="M120 124q60-70 120-60t90 20v40z" />
      <path fill="var(--p-mid)" d="M170 124q50-36 160-20v24H170z" />
      <path fill="var(--p-wall)" d="M206 82h70v38h-70zM236 40h22v78h-22zM241 26h12v16h-12z" />
      <path
        fill="var(--p-dome)"
        d="M241 26q6-12 12 0zM236 56h22v4h-22zM242 70h10v12h-10zM216 118V100a6 6 0 0 1 12 0v18zM262 118V100a6 6 0 0 1 8 0v18z"
      />
      <path
        fill="var(--p-w1)"
        d="M-88 104q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0q12 -5 24 0t24 0V160H-96Z"
      />
      <g transform="translate(60 94) scale(.19)">
        <path fill="var(--p-fun)" d="M88 26l8-52h44l8 52z" />
        <path
          fill="var(--p-hull)"
          d="M22 26h250l40 46H22zM4 72h372l40-16-18 54q-5 14-22 14H34Q12 124 4 72z"
        />
        <path fill="var(--p-hull2)" d="M11 98h391l-4 12q-5 14-22 14H34q-16 0-23-26z" />
      </g>
      <path
        fill="var(--p-w2)"
        d="M-80 112q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0q10 -6 20 0t20 0V160H-80Z"
      />
      <path
        fill="var(--p-w3)"
        d="M-96 126q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0q13.5 -7 27 0t27 0V160H-108Z"
      />
      <path
        fill="var(--p-w4)"
        d="M-98 142q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0q16 -8 32 0t32 0V160H-128Z"
      />
    </svg>
  ),
};
