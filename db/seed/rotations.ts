import type { Season } from './seasons';

/** Day of the loop (0 is its first), local clock time, direction, and minutes where not the usual ones. */
export type Voyage = readonly [day: number, time: string, direction: string, minutes?: number];

/**
 * What a ship does again and again. It starts and ends in the same port, rested before the next loop begins,
 * so that any loop can follow any other. `every` 7: begins on Mondays; 2: on days of its `phase`, two ships
 * making a daily line; 1: on the weekdays of `on` (0 is Monday), all when missing.
 */
export interface Loop {
  readonly every: 1 | 2 | 7;
  readonly phase?: 0 | 1;
  readonly on?: readonly number[];
  readonly voyages: readonly Voyage[];
}

export type Rotation = Readonly<Partial<Record<Season, Loop>>>;

const weekly = (...voyages: Voyage[]): Loop => ({ every: 7, voyages });
const alternate = (phase: 0 | 1, ...voyages: Voyage[]): Loop => ({ every: 2, phase, voyages });
const daily = (on: readonly number[] | 'all', ...voyages: Voyage[]): Loop =>
  on === 'all' ? { every: 1, voyages } : { every: 1, on, voyages };
const allYear = (loop: Loop): Rotation => ({ winter: loop, mid: loop, summer: loop });

const MON = 0;
const TUE = 1;
const WED = 2;
const THU = 3;
const FRI = 4;
const SAT = 5;
const SUN = 6;

const TANIT_WINTER: readonly Voyage[] = [
  [WED, '12:00', 'FRMRS-TNLGN'],
  [THU, '14:00', 'TNLGN-ITGOA'],
  [FRI, '17:00', 'ITGOA-TNLGN'],
  [SAT, '19:00', 'TNLGN-FRMRS'],
];
const TANIT_SUMMER = weekly([MON, '10:00', 'FRMRS-TNLGN'], [TUE, '10:00', 'TNLGN-FRMRS'], ...TANIT_WINTER);

const CASANOVA_WINTER: readonly Voyage[] = [
  [MON, '12:00', 'FRMRS-DZALG'],
  [TUE, '12:00', 'DZALG-FRMRS'],
  [WED, '17:30', 'FRMRS-TNLGN'],
  [THU, '18:00', 'TNLGN-FRMRS'],
];

const BEJAIA: readonly Voyage[] = [
  [MON, '12:00', 'FRMRS-DZBJA'],
  [TUE, '14:00', 'DZBJA-FRMRS'],
];

const BADJI_WINTER: readonly Voyage[] = [
  [FRI, '12:00', 'DZALG-FRMRS'],
  [SAT, '15:00', 'FRMRS-DZALG'],
];

const BARCELONA_WINTER: readonly Voyage[] = [
  [MON, '12:00', 'ESBCN-MANDR'],
  [TUE, '18:00', 'MANDR-ESBCN'],
];

const SUPERBA_MID = weekly(
  [TUE, '17:00', 'ITGOA-TNLGN'],
  [WED, '17:00', 'TNLGN-ITGOA'],
  [FRI, '19:00', 'ITGOA-TNLGN'],
  [SAT, '20:00', 'TNLGN-ITGOA'],
);

const RHAPSODY_WINTER = weekly([MON, '20:00', 'ITPMO-TNLGN'], [TUE, '20:00', 'TNLGN-ITPMO']);

/** Night to Corsica, day crossing back. */
const toulonAjaccio = (on: readonly number[] | 'all') =>
  daily(on, [0, '21:00', 'FRTLN-FRAJA'], [1, '08:30', 'FRAJA-FRTLN', 420]);
const toulonBastia = (on: readonly number[] | 'all') =>
  daily(on, [0, '20:30', 'FRTLN-FRBIA'], [1, '08:45', 'FRBIA-FRTLN', 480]);
const niceBastia = (on: readonly number[] | 'all') =>
  daily(on, [0, '08:00', 'FRNCE-FRBIA'], [0, '15:30', 'FRBIA-FRNCE']);
const niceIleRousse = (on: readonly number[]) =>
  daily(on, [0, '07:30', 'FRNCE-FRILR'], [0, '14:45', 'FRILR-FRNCE']);

/** The seasons of each ship, by its code. Frequencies follow the published ones, clock times are ours. */
export const ROTATIONS: Readonly<Record<string, Rotation>> = {
  tanit: { winter: weekly(...TANIT_WINTER), mid: TANIT_SUMMER, summer: TANIT_SUMMER },
  carthage: {
    summer: weekly(
      [MON, '18:00', 'FRMRS-TNZRZ'],
      [WED, '16:00', 'TNZRZ-FRMRS'],
      [FRI, '19:00', 'FRMRS-TNLGN'],
      [SUN, '12:00', 'TNLGN-FRMRS'],
    ),
  },
  'danielle-casanova': {
    winter: weekly(...CASANOVA_WINTER),
    mid: weekly(...CASANOVA_WINTER),
    summer: weekly(...CASANOVA_WINTER, [FRI, '19:00', 'FRMRS-TNLGN'], [SAT, '20:00', 'TNLGN-FRMRS']),
  },
  vizzavona: {
    winter: weekly(...BEJAIA),
    mid: weekly(...BEJAIA),
    summer: weekly(
      ...BEJAIA,
      [WED, '18:00', 'FRMRS-DZSKI'],
      [THU, '18:00', 'DZSKI-FRMRS'],
      [FRI, '20:00', 'FRMRS-DZALG'],
      [SAT, '20:00', 'DZALG-FRMRS'],
    ),
  },
  'a-nepita': { summer: weekly([THU, '18:00', 'FRSET-DZBJA'], [FRI, '21:00', 'DZBJA-FRSET']) },
  'a-galeotta': allYear(alternate(0, [0, '19:30', 'FRMRS-FRBIA'], [1, '19:00', 'FRBIA-FRMRS'])),
  'pascal-paoli': allYear(alternate(1, [0, '19:30', 'FRMRS-FRBIA'], [1, '19:00', 'FRBIA-FRMRS'])),
  'jean-nicoli': allYear(alternate(0, [0, '20:00', 'FRMRS-FRAJA'], [1, '20:00', 'FRAJA-FRMRS'])),
  kalliste: allYear(alternate(1, [0, '19:00', 'FRMRS-FRAJA'], [1, '19:30', 'FRAJA-FRMRS'])),
  girolata: allYear(weekly([TUE, '17:00', 'FRMRS-MAPTM'], [THU, '16:00', 'MAPTM-FRMRS'])),
  pelagos: allYear(weekly([FRI, '17:00', 'FRMRS-MAPTM'], [SUN, '16:00', 'MAPTM-FRMRS'])),
  piana: { summer: weekly([WED, '20:00', 'FRMRS-MAPTM'], [FRI, '18:00', 'MAPTM-FRMRS']) },
  'badji-mokhtar-iii': {
    winter: weekly(...BADJI_WINTER),
    mid: weekly(...BADJI_WINTER),
    summer: weekly([MON, '12:00', 'DZALG-FRMRS'], [TUE, '15:00', 'FRMRS-DZALG'], ...BADJI_WINTER),
  },
  'tariq-ibn-ziyad': allYear(
    weekly(
      [TUE, '19:00', 'ESALC-DZORN'],
      [WED, '18:00', 'DZORN-ESALC'],
      [FRI, '18:00', 'ESALC-DZALG'],
      [SAT, '18:00', 'DZALG-ESALC'],
    ),
  ),
  'la-superba': {
    mid: SUPERBA_MID,
    summer: weekly(
      [MON, '17:00', 'ITGOA-TNLGN'],
      [TUE, '17:00', 'TNLGN-ITGOA'],
      [WED, '19:00', 'ITGOA-TNLGN'],
      [THU, '19:00', 'TNLGN-ITGOA'],
      [FRI, '21:00', 'ITGOA-TNLGN'],
      [SAT, '21:00', 'TNLGN-ITGOA'],
    ),
  },
  'la-suprema': {
    summer: weekly(
      [TUE, '17:00', 'ITGOA-TNLGN'],
      [WED, '17:00', 'TNLGN-ITGOA'],
      [THU, '19:00', 'ITGOA-TNLGN'],
      [FRI, '19:00', 'TNLGN-ITGOA'],
      [SAT, '21:00', 'ITGOA-TNLGN'],
      [SUN, '21:00', 'TNLGN-ITGOA'],
    ),
  },
  rhapsody: {
    winter: RHAPSODY_WINTER,
    mid: RHAPSODY_WINTER,
    summer: weekly(
      [MON, '20:00', 'ITPMO-TNLGN'],
      [TUE, '18:00', 'TNLGN-ITCVV'],
      [THU, '11:00', 'ITCVV-TNLGN'],
      [FRI, '20:00', 'TNLGN-ITPMO'],
    ),
  },
  'gnv-excellent': allYear(
    weekly(
      [MON, '18:00', 'FRSET-MAPTM'],
      [WED, '15:00', 'MAPTM-FRSET'],
      [FRI, '12:00', 'FRSET-MANDR'],
      [SAT, '22:00', 'MANDR-FRSET'],
    ),
  ),
  'gnv-atlas': {
    summer: weekly(
      [TUE, '12:00', 'FRSET-MANDR'],
      [WED, '22:00', 'MANDR-FRSET'],
      [FRI, '18:00', 'FRSET-MAPTM'],
      [SUN, '15:00', 'MAPTM-FRSET'],
    ),
  },
  'gnv-excelsior': {
    winter: weekly(...BARCELONA_WINTER),
    mid: weekly(...BARCELONA_WINTER),
    summer: weekly(...BARCELONA_WINTER, [FRI, '12:00', 'ESBCN-MANDR'], [SAT, '18:00', 'MANDR-ESBCN']),
  },
  'gnv-splendid': allYear(weekly([TUE, '14:00', 'ITGOA-MAPTM'], [THU, '20:00', 'MAPTM-ITGOA'])),
  'gnv-fantastic': { summer: weekly([FRI, '14:00', 'ITGOA-MAPTM'], [SUN, '20:00', 'MAPTM-ITGOA']) },
  'gnv-azzurra': allYear(alternate(0, [0, '20:30', 'ITGOA-ITOLB'], [1, '20:30', 'ITOLB-ITGOA'])),
  'moby-aki': allYear(alternate(1, [0, '21:30', 'ITGOA-ITOLB'], [1, '21:00', 'ITOLB-ITGOA'])),
  'gnv-bridge': {
    winter: weekly(
      [MON, '20:00', 'ITGOA-ITPTO'],
      [TUE, '20:00', 'ITPTO-ITGOA'],
      [WED, '20:00', 'ITGOA-ITPTO'],
      [THU, '20:00', 'ITPTO-ITGOA'],
      [FRI, '20:00', 'ITGOA-ITPTO'],
      [SAT, '20:00', 'ITPTO-ITGOA'],
    ),
    mid: alternate(0, [0, '20:00', 'ITGOA-ITPTO'], [1, '20:00', 'ITPTO-ITGOA']),
    summer: alternate(0, [0, '20:00', 'ITGOA-ITPTO'], [1, '20:00', 'ITPTO-ITGOA']),
  },
  'gnv-cristal': {
    winter: weekly(
      [TUE, '20:00', 'ITGOA-ITPTO'],
      [WED, '20:00', 'ITPTO-ITGOA'],
      [SAT, '20:00', 'ITGOA-ITPTO'],
      [SUN, '20:00', 'ITPTO-ITGOA'],
    ),
    mid: alternate(1, [0, '20:00', 'ITGOA-ITPTO'], [1, '20:00', 'ITPTO-ITGOA']),
    summer: alternate(1, [0, '20:00', 'ITGOA-ITPTO'], [1, '20:00', 'ITPTO-ITGOA']),
  },
  catania: allYear(
    weekly(
      [TUE, '18:00', 'ITSAL-TNLGN'],
      [WED, '22:00', 'TNLGN-ITPMO'],
      [THU, '20:00', 'ITPMO-TNLGN'],
      [FRI, '16:00', 'TNLGN-ITSAL'],
    ),
  ),
  'zeus-palace': allYear(
    weekly(
      [FRI, '20:00', 'ITCVV-TNLGN'],
      [SAT, '22:00', 'TNLGN-ITPMO'],
      [SUN, '20:00', 'ITPMO-TNLGN'],
      [MON + 7, '12:00', 'TNLGN-ITCVV'],
    ),
  ),
  sorrento: { summer: weekly([FRI, '18:00', 'ITSAL-TNLGN'], [SUN, '12:00', 'TNLGN-ITSAL']) },
  'mega-express': {
    winter: toulonAjaccio([MON, WED, FRI]),
    mid: toulonAjaccio([MON, WED, THU, FRI, SUN]),
    summer: toulonAjaccio('all'),
  },
  'mega-express-two': {
    winter: toulonBastia([TUE, THU, SAT, SUN]),
    mid: toulonBastia([MON, TUE, THU, FRI, SAT, SUN]),
    summer: toulonBastia('all'),
  },
  'mega-andrea': {
    summer: daily([FRI, SAT], [0, '10:00', 'FRTLN-FRBIA', 480], [0, '21:00', 'FRBIA-FRTLN']),
  },
  'mega-express-three': {
    winter: niceBastia([WED, SAT]),
    mid: niceBastia([MON, WED, FRI, SUN]),
    summer: niceBastia('all'),
  },
  'pascal-lota': {
    winter: niceIleRousse([SAT]),
    mid: niceIleRousse([TUE, FRI, SAT]),
    summer: niceIleRousse([MON, TUE, THU, FRI, SAT, SUN]),
  },
  'moby-fantasy': allYear(daily('all', [0, '21:30', 'ITLIV-ITOLB'], [1, '09:00', 'ITOLB-ITLIV'])),
  'moby-legacy': { summer: daily('all', [0, '09:30', 'ITLIV-ITOLB'], [0, '21:30', 'ITOLB-ITLIV']) },
};
