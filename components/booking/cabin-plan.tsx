import type { CabinType } from '@/lib/pricing/types';

interface CabinPlanProps {
  readonly type: CabinType;
  readonly berths: number;
}

const BED = { width: 82, height: 24, rx: 5, stroke: 'var(--sea)', strokeWidth: 2 } as const;

/** A cabin from above: door, berths (the upper ones dashed), portholes, washroom. Not to scale. */
export function CabinPlan({ type, berths }: CabinPlanProps) {
  return (
    <svg className="plan" viewBox="0 0 200 120" aria-hidden="true">
      <rect
        x="3"
        y="3"
        width="194"
        height="114"
        rx="12"
        fill="var(--foam)"
        stroke="var(--ink)"
        strokeWidth="3"
      />
      <Portholes type={type} />
      <path d="M3 84v26" stroke="var(--card)" strokeWidth="7" />
      <path d="M4 84q24 0 26 26" fill="none" stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="3 3" />
      {type === 'suite' ? <Suite /> : <Berths berths={berths} />}
    </svg>
  );
}

function Portholes({ type }: { type: CabinType }) {
  if (type === 'inside') return null;
  const heights = type === 'suite' ? [38, 82] : [60];
  return (
    <g fill="var(--card)" stroke="var(--ink)" strokeWidth="3">
      {heights.map((cy) => (
        <circle key={cy} cx="187" cy={cy} r="12" />
      ))}
    </g>
  );
}

function Berths({ berths }: { berths: number }) {
  const rows = berths === 1 ? [82] : [14, 82];
  return (
    <>
      {rows.map((y) => (
        <g key={y}>
          <rect x="88" y={y} {...BED} fill="var(--sea-soft)" />
          <rect
            x="146"
            y={y + 4}
            width="18"
            height="16"
            rx="3"
            fill="var(--card)"
            stroke="var(--sea)"
            strokeWidth="2"
          />
        </g>
      ))}
      {berths > 2 ? <rect x="94" y="20" {...BED} fill="none" strokeDasharray="4 3" /> : null}
      {berths > 3 ? <rect x="94" y="76" {...BED} fill="none" strokeDasharray="4 3" /> : null}
      <rect x="34" y="14" width="40" height="30" rx="4" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
      <circle cx="46" cy="29" r="5" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
    </>
  );
}

function Suite() {
  return (
    <>
      <rect
        x="96"
        y="20"
        width="66"
        height="80"
        rx="6"
        fill="var(--sea-soft)"
        stroke="var(--sea)"
        strokeWidth="2"
      />
      <rect
        x="134"
        y="26"
        width="22"
        height="30"
        rx="4"
        fill="var(--card)"
        stroke="var(--sea)"
        strokeWidth="2"
      />
      <rect
        x="134"
        y="64"
        width="22"
        height="30"
        rx="4"
        fill="var(--card)"
        stroke="var(--sea)"
        strokeWidth="2"
      />
      <rect
        x="40"
        y="14"
        width="42"
        height="22"
        rx="6"
        fill="var(--act-soft)"
        stroke="var(--act)"
        strokeWidth="2"
      />
      <rect x="34" y="84" width="40" height="22" rx="4" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
      <circle cx="46" cy="95" r="5" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
    </>
  );
}
