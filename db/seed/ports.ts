import type { Localized } from '@/lib/kernel/locale';

/** A port as the seed knows it. Terminals are placed to about a kilometre; `approximate` marks a code to be verified. */
export interface SeedPort {
  readonly code: string;
  readonly names: Localized;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly approximate: boolean;
}

const ZONES: Readonly<Record<string, string>> = {
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  ES: 'Europe/Madrid',
  TN: 'Africa/Tunis',
  DZ: 'Africa/Algiers',
  MA: 'Africa/Casablanca',
};

/** Names in French, English and Italian; one name where all three agree. */
type Row = readonly [
  code: string,
  names: string | readonly [string, string, string],
  lat: number,
  lon: number,
];

const ROWS: readonly Row[] = [
  ['FRMRS', ['Marseille', 'Marseille', 'Marsiglia'], 43.31, 5.36],
  ['FRTLN', ['Toulon', 'Toulon', 'Tolone'], 43.117, 5.933],
  ['FRNCE', ['Nice', 'Nice', 'Nizza'], 43.694, 7.285],
  ['FRSET', 'Sète', 43.402, 3.7],
  ['FRAJA', 'Ajaccio', 41.92, 8.74],
  ['FRBIA', 'Bastia', 42.701, 9.453],
  ['FRILR', ['L’Île-Rousse', 'L’Île-Rousse', 'Isola Rossa'], 42.639, 8.937],
  ['ITGOA', ['Gênes', 'Genoa', 'Genova'], 44.409, 8.907],
  ['ITLIV', ['Livourne', 'Livorno', 'Livorno'], 43.556, 10.3],
  ['ITCVV', 'Civitavecchia', 42.094, 11.785],
  ['ITSAL', ['Salerne', 'Salerno', 'Salerno'], 40.673, 14.745],
  ['ITPMO', ['Palerme', 'Palermo', 'Palermo'], 38.128, 13.366],
  ['ITOLB', 'Olbia', 40.922, 9.52],
  ['ITPTO', 'Porto Torres', 40.842, 8.402],
  ['TNLGN', ['Tunis (La Goulette)', 'Tunis (La Goulette)', 'Tunisi (La Goletta)'], 36.808, 10.305],
  ['TNZRZ', 'Zarzis', 33.492, 11.121],
  ['DZALG', ['Alger', 'Algiers', 'Algeri'], 36.774, 3.067],
  ['DZBJA', 'Béjaïa', 36.752, 5.09],
  ['DZSKI', 'Skikda', 36.89, 6.908],
  ['DZORN', ['Oran', 'Oran', 'Orano'], 35.711, -0.645],
  ['MAPTM', ['Tanger Med', 'Tangier Med', 'Tangeri Med'], 35.889, -5.498],
  ['MANDR', 'Nador', 35.283, -2.922],
  ['ESALC', 'Alicante', 38.338, -0.487],
  ['ESBCN', ['Barcelone', 'Barcelona', 'Barcellona'], 41.365, 2.18],
];

export const PORTS: readonly SeedPort[] = ROWS.map(([code, names, latitude, longitude]) => {
  const [fr, en, it] = typeof names === 'string' ? [names, names, names] : names;
  const timeZone = ZONES[code.slice(0, 2)] as string;
  return { code, names: { fr, en, it }, latitude, longitude, timeZone, approximate: code === 'TNZRZ' };
});

const BY_CODE = new Map(PORTS.map((port) => [port.code, port]));

/** The time zone of a port of the seed. Throws RangeError on an unknown code. */
export function zoneOf(code: string): string {
  const port = BY_CODE.get(code);
  if (!port) throw new RangeError(`no port ${code}`);
  return port.timeZone;
}
