import type { Amenity } from '@/lib/network/types';

export interface SeedShip {
  readonly code: string;
  readonly operatorCode: string;
  readonly name: string;
  /** Decimetres; null where it is not known. */
  readonly lengthDm: number | null;
  readonly passengers: number;
  readonly cars: number;
  readonly cabins: number;
  readonly amenities: readonly Amenity[];
  readonly approximate: boolean;
}

type Row = readonly [
  code: string,
  name: string,
  lengthM: number | null,
  passengers: number,
  cars: number,
  cabins: number,
];

/** Liners of long crossings, and night ferries of the islands. */
const LINER: readonly Amenity[] = ['restaurant', 'cabins', 'seats', 'pets', 'shop', 'playroom'];
const CRUISE: readonly Amenity[] = [...LINER, 'pool'];
const NIGHT: readonly Amenity[] = ['restaurant', 'cabins', 'seats', 'pets', 'shop'];

/** Figures that were found published; the count of cabins is ours where the row is listed in `CABINS_OURS`. */
const PUBLISHED: Readonly<Record<string, readonly Row[]>> = {
  ctn: [
    ['tanit', 'Tanit', 212, 3200, 1060, 600],
    ['carthage', 'Carthage', 180, 2208, 666, 460],
  ],
  'corsica-linea': [
    ['danielle-casanova', 'Danielle Casanova', 176, 2400, 700, 590],
    ['a-galeotta', 'A Galeotta', 206, 650, 150, 180],
  ],
  'la-meridionale': [
    ['girolata', 'Girolata', null, 606, 230, 150],
    ['pelagos', 'Pelagos', null, 269, 75, 80],
  ],
  gnv: [
    ['la-suprema', 'La Suprema', 211.5, 2920, 984, 567],
    ['la-superba', 'La Superba', 211.5, 2920, 1000, 567],
    ['rhapsody', 'Rhapsody', null, 2250, 700, 550],
  ],
  'algerie-ferries': [
    ['badji-mokhtar-iii', 'Badji Mokhtar III', 200, 1800, 600, 500],
    ['tariq-ibn-ziyad', 'Tariq Ibn Ziyad', 153, 1276, 500, 310],
  ],
  moby: [['moby-fantasy', 'Moby Fantasy', 237, 3000, 1300, 441]],
};

/** Ships whose published figures carry no number of cabins. */
const CABINS_OURS: ReadonlySet<string> = new Set([
  'tanit',
  'carthage',
  'danielle-casanova',
  'a-galeotta',
  'girolata',
  'pelagos',
  'tariq-ibn-ziyad',
]);

/** Ships that complete the fleets; all figures are to be verified. */
const PLAUSIBLE: Readonly<Record<string, readonly Row[]>> = {
  'corsica-linea': [
    ['vizzavona', 'Vizzavona', null, 800, 250, 240],
    ['a-nepita', 'A Nepita', null, 550, 180, 170],
    ['pascal-paoli', 'Pascal Paoli', null, 594, 130, 150],
    ['jean-nicoli', 'Jean Nicoli', null, 1460, 450, 330],
  ],
  'la-meridionale': [
    ['kalliste', 'Kalliste', null, 500, 180, 130],
    ['piana', 'Piana', null, 750, 200, 180],
  ],
  gnv: [
    ['gnv-excellent', 'Excellent', null, 2250, 760, 420],
    ['gnv-atlas', 'GNV Atlas', null, 2000, 600, 380],
    ['gnv-excelsior', 'Excelsior', null, 2250, 760, 420],
    ['gnv-splendid', 'Splendid', null, 2200, 700, 410],
    ['gnv-fantastic', 'Fantastic', null, 2200, 760, 420],
    ['gnv-azzurra', 'GNV Azzurra', null, 2100, 650, 340],
    ['gnv-bridge', 'GNV Bridge', null, 1000, 300, 160],
    ['gnv-cristal', 'GNV Cristal', null, 2000, 600, 320],
  ],
  grimaldi: [
    ['catania', 'Catania', null, 970, 200, 95],
    ['zeus-palace', 'Zeus Palace', null, 1600, 300, 170],
    ['sorrento', 'Sorrento', null, 950, 180, 90],
  ],
  'corsica-ferries': [
    ['mega-express', 'Mega Express', null, 1756, 550, 280],
    ['mega-express-two', 'Mega Express Two', null, 1756, 550, 280],
    ['mega-express-three', 'Mega Express Three', null, 2000, 600, 250],
    ['mega-andrea', 'Mega Andrea', null, 2400, 600, 350],
    ['pascal-lota', 'Pascal Lota', null, 1800, 550, 180],
  ],
  moby: [
    ['moby-legacy', 'Moby Legacy', null, 3000, 1300, 441],
    ['moby-aki', 'Moby Aki', null, 2200, 600, 320],
  ],
};

export const SHIPS: readonly SeedShip[] = [
  ...fleet(PUBLISHED, (code) => CABINS_OURS.has(code)),
  ...fleet(PLAUSIBLE, () => true),
];

function fleet(
  rows: Readonly<Record<string, readonly Row[]>>,
  approximate: (code: string) => boolean,
): SeedShip[] {
  return Object.entries(rows).flatMap(([operatorCode, ships]) =>
    ships.map(([code, name, lengthM, passengers, cars, cabins]) => ({
      code,
      operatorCode,
      name,
      lengthDm: lengthM === null ? null : Math.round(lengthM * 10),
      passengers,
      cars,
      cabins,
      amenities: passengers >= 2000 ? CRUISE : passengers >= 1000 ? LINER : NIGHT,
      approximate: approximate(code),
    })),
  );
}
