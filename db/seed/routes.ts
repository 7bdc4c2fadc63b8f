/** Price ranges one way in cents, lowest to highest published price; all approximate. */
export interface PriceRange {
  readonly adult: readonly [number, number];
  readonly car: readonly [number, number];
  readonly cabin: readonly [number, number];
}

const MAGHREB: PriceRange = { adult: [6_000, 19_000], car: [12_000, 45_000], cabin: [5_000, 25_000] };
const MOROCCO: PriceRange = { adult: [7_000, 22_000], car: [15_000, 50_000], cabin: [8_000, 30_000] };
const ISLAND: PriceRange = { adult: [2_000, 7_000], car: [3_000, 18_000], cabin: [4_000, 15_000] };

/** A pair of ports, first the one on the continent; sailed both ways. */
export interface SeedRoute {
  readonly out: string;
  readonly back: string;
  readonly nauticalMiles: number;
  /** Usual crossing in minutes by operator. A single sailing may differ (a day crossing is faster). */
  readonly minutes: Readonly<Record<string, number>>;
  readonly prices: PriceRange;
  /** Added to the price level of a range: long crossings cost more than short ones. */
  readonly bias: number;
}

type Row = readonly [
  out: string,
  back: string,
  nauticalMiles: number,
  hours: Readonly<Record<string, number>>,
];

const ROWS: readonly Row[] = [
  ['FRMRS', 'TNLGN', 451, { ctn: 22, 'corsica-linea': 21 }],
  ['FRMRS', 'TNZRZ', 648, { ctn: 42 }],
  ['ITGOA', 'TNLGN', 461, { ctn: 22, gnv: 20 }],
  ['ITCVV', 'TNLGN', 325, { gnv: 22, grimaldi: 22 }],
  ['ITSAL', 'TNLGN', 311, { grimaldi: 24 }],
  ['ITPMO', 'TNLGN', 166, { grimaldi: 11, gnv: 12 }],
  ['FRMRS', 'DZALG', 406, { 'corsica-linea': 20, 'algerie-ferries': 20 }],
  ['FRMRS', 'DZBJA', 394, { 'corsica-linea': 21 }],
  ['FRMRS', 'DZSKI', 392, { 'corsica-linea': 20 }],
  ['FRSET', 'DZBJA', 404, { 'corsica-linea': 22 }],
  ['ESALC', 'DZORN', 158, { 'algerie-ferries': 13 }],
  ['ESALC', 'DZALG', 193, { 'algerie-ferries': 14 }],
  ['FRMRS', 'MAPTM', 670, { 'la-meridionale': 39 }],
  ['FRSET', 'MAPTM', 619, { gnv: 38 }],
  ['FRSET', 'MANDR', 576, { gnv: 30 }],
  ['ESBCN', 'MANDR', 437, { gnv: 26 }],
  ['ITGOA', 'MAPTM', 834, { gnv: 48 }],
  ['FRMRS', 'FRBIA', 183, { 'corsica-linea': 12 }],
  ['FRMRS', 'FRAJA', 171, { 'corsica-linea': 11, 'la-meridionale': 11 }],
  ['FRTLN', 'FRAJA', 143, { 'corsica-ferries': 10 }],
  ['FRTLN', 'FRBIA', 157, { 'corsica-ferries': 10 }],
  ['FRNCE', 'FRBIA', 112, { 'corsica-ferries': 6 }],
  ['FRNCE', 'FRILR', 96, { 'corsica-ferries': 5.75 }],
  ['ITGOA', 'ITOLB', 211, { gnv: 12.75, moby: 12.5 }],
  ['ITLIV', 'ITOLB', 162, { moby: 8.5 }],
  ['ITGOA', 'ITPTO', 215, { gnv: 12 }],
];

export const ROUTES: readonly SeedRoute[] = ROWS.map(([out, back, nauticalMiles, hours]) => {
  const country = back.slice(0, 2);
  const island = country === 'FR' || country === 'IT';
  return {
    out,
    back,
    nauticalMiles,
    minutes: Object.fromEntries(Object.entries(hours).map(([code, h]) => [code, Math.round(h * 60)])),
    prices: island ? ISLAND : country === 'MA' ? MOROCCO : MAGHREB,
    bias: island ? (nauticalMiles - 150) / 1000 : (nauticalMiles - 400) / 2000,
  };
});

/** One direction: `FRMRS-TNLGN` is the way out of its route, `TNLGN-FRMRS` the way back. */
export interface Direction {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly way: 'out' | 'back';
  readonly route: SeedRoute;
}

export const DIRECTIONS: ReadonlyMap<string, Direction> = new Map(
  ROUTES.flatMap((route) => [
    direction(route.out, route.back, 'out', route),
    direction(route.back, route.out, 'back', route),
  ]).map((each) => [each.id, each]),
);

function direction(from: string, to: string, way: Direction['way'], route: SeedRoute): Direction {
  return { id: `${from}-${to}`, from, to, way, route };
}

/** True where a passenger pays passport-control kind of dues: not between ports of the EU. */
export function leavesTheUnion(direction: Direction): boolean {
  return ['TN', 'DZ', 'MA'].includes(direction.route.back.slice(0, 2));
}
