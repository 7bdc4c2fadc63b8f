import {
  type CancellationStep,
  FARE_FAMILIES,
  type FareConditions,
  type FareFamily,
} from '@/lib/network/types';
import { OPERATORS } from './operators';

/** A version of a family's conditions; columns as in `fare_rules`. */
export interface SeedFareRule {
  readonly operator_code: string;
  readonly family: FareFamily;
  readonly version: number;
  readonly booked_from: string;
  readonly booked_until: string | null;
  readonly conditions: FareConditions;
  readonly cancellation: readonly CancellationStep[];
  readonly source: string;
  readonly approximate: boolean;
}

interface Terms {
  readonly conditions: FareConditions;
  readonly cancellation: readonly CancellationStep[];
  readonly source: string;
  readonly approximate: boolean;
}

/** `[hours before, percent kept]`, longest notice first. */
const grid = (...steps: readonly (readonly [number, number])[]): CancellationStep[] =>
  steps.map(([hoursBefore, keptPercent]) => ({ hoursBefore, keptPercent }));
const days = (n: number) => n * 24;

const NOTHING_BACK = grid([0, 100]);
const OURS = 'Voilà Ferry, usual terms of the trade, to be verified with the operator';

const approximate = (
  changeFeeCents: number | null,
  refundable: boolean,
  cancellation: readonly CancellationStep[],
): Terms => ({ conditions: { changeFeeCents, refundable }, cancellation, source: OURS, approximate: true });

const USUAL: Readonly<Record<FareFamily, Terms>> = {
  basic: approximate(4_000, false, NOTHING_BACK),
  standard: approximate(2_000, true, grid([days(30), 10], [days(7), 30], [days(2), 50], [0, 100])),
  flex: approximate(0, true, grid([days(2), 0], [0, 30])),
};

/** After departure nothing is given back, whatever the grid: `keptPercent` in lib/network. */
const CTN_GRID = grid([72, 10], [24, 30], [0, 50]);

/** What differs from the usual, by operator. Published facts carry their source and are not approximate. */
const OWN: Readonly<Record<string, Partial<Readonly<Record<FareFamily, Terms>>>>> = {
  ctn: {
    basic: {
      conditions: { changeFeeCents: 4_000, refundable: true },
      cancellation: CTN_GRID,
      source: 'CTN, conditions of sale: cancellation over 72 h 10 %, 72 to 24 h 30 %, under 24 h 50 %',
      approximate: false,
    },
    standard: approximate(2_000, true, grid([days(30), 0], [72, 10], [24, 30], [0, 50])),
  },
  'corsica-linea': {
    flex: {
      ...approximate(0, true, grid([days(2), 0], [0, 30])),
      source: `${OURS}; published: free until midnight of the day of booking`,
    },
  },
  gnv: {
    standard: {
      conditions: { changeFeeCents: 2_000, refundable: true },
      cancellation: grid([days(21), 0], [days(14), 30], [days(7), 40], [0, 100]),
      source: 'GNV, conditions for a booking window of 2025, taken over for later bookings',
      approximate: true,
    },
  },
  grimaldi: {
    basic: {
      conditions: { changeFeeCents: 3_000, refundable: false },
      cancellation: NOTHING_BACK,
      source: 'Grimaldi Lines, Special fare: not refundable',
      approximate: false,
    },
    standard: {
      conditions: { changeFeeCents: 3_000, refundable: true },
      cancellation: grid([days(30), 10], [days(7), 30], [days(2), 50], [0, 100]),
      source:
        'Grimaldi Lines, Standard fare: change €30; 30 days 10 %, 29 to 7 30 %, 6 to 2 50 %, then 100 %',
      approximate: false,
    },
  },
};

/** First day of the version that is open today. */
const OPEN_SINCE = '2026-01-01T00:00:00Z';

/** The one grid of GNV whose booking window is known, kept for bookings made in it. */
const GNV_2025: SeedFareRule = {
  operator_code: 'gnv',
  family: 'standard',
  version: 1,
  booked_from: '2025-01-01T00:00:00Z',
  booked_until: OPEN_SINCE,
  conditions: { changeFeeCents: 2_000, refundable: true },
  cancellation: grid([days(21), 0], [days(14), 30], [days(7), 40], [0, 100]),
  source: 'GNV, conditions for a booking window of 2025',
  approximate: false,
};

export const FARE_RULES: readonly SeedFareRule[] = [
  GNV_2025,
  ...OPERATORS.flatMap(({ code }) =>
    FARE_FAMILIES.map((family) => ({
      operator_code: code,
      family,
      version: code === 'gnv' && family === 'standard' ? 2 : 1,
      booked_from: OPEN_SINCE,
      booked_until: null,
      ...(OWN[code]?.[family] ?? USUAL[family]),
    })),
  ),
];
