import type { StockKind } from '@/lib/inventory/types';
import { daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { STANDARD_PLACE_CM } from '@/lib/pricing/vehicle-rules';
import { CABINS, cabinCodes } from './prices';
import { randomFor } from './random';
import { seasonLevel, weekdayLevel } from './seasons';
import type { PlannedSailing } from './timetable';

/** One stock line as it is written; columns as in `stock_lines`. */
export interface SeedStock {
  readonly id: string;
  readonly sailing_id: string;
  readonly kind: StockKind;
  readonly code: string;
  readonly capacity: number;
  readonly held: 0;
  readonly sold: number;
  readonly berths: number | null;
}

/** Share of a ship's cabins by code; the rest is the crew's. */
const CABIN_SHARE: Readonly<Record<string, number>> = {
  'inside-2': 0.22,
  'inside-4': 0.33,
  'outside-2': 0.12,
  'outside-4': 0.18,
  'suite-2': 0.04,
  'pet-2': 0.06,
};

/** Share sold of an average sailing by days ahead: first step whose `from` is reached. */
const SOLD_BY_DAYS_AHEAD = [
  { from: 270, share: 0.08 },
  { from: 180, share: 0.16 },
  { from: 90, share: 0.28 },
  { from: 45, share: 0.42 },
  { from: 14, share: 0.56 },
  { from: 4, share: 0.68 },
  { from: 0, share: 0.78 },
] as const;

/** Nothing sells out by the curve alone; some sailings do by chance. */
const HIGHEST_LOAD = 0.93;
const NEAR_DAYS = 120;

/** Stock of a sailing with what had been sold by `today`: fuller when it is close, in season, at the weekend; a few full. */
export function stockOf(seed: number, sailing: PlannedSailing, today: LocalDate): SeedStock[] {
  const random = randomFor(seed, `stock:${sailing.id}`);
  const { ship } = sailing;
  const near = daysBetween(today, sailing.departureDay) <= NEAR_DAYS;
  const chance = random();
  const soldOut = near && chance < 0.02;
  const deckFull = near && chance >= 0.02 && chance < 0.035;
  const fewCabins = near && chance >= 0.035 && chance < 0.12;
  const load = loadOf(sailing, today, random());

  const line = (
    kind: StockKind,
    code: string,
    capacity: number,
    sold: number,
    berths: number | null = null,
  ) => ({
    id: `${sailing.id}:${code}`,
    sailing_id: sailing.id,
    kind,
    code,
    capacity,
    held: 0 as const,
    sold: Math.min(capacity, Math.max(0, Math.round(sold))),
    berths,
  });

  const places =
    soldOut || deckFull ? ship.cars : Math.round(ship.cars * Math.min(HIGHEST_LOAD, load * 1.05));
  const cabins = cabinCodes(sailing).map((code) => {
    const capacity = Math.max(2, Math.round(ship.cabins * (CABIN_SHARE[code] ?? 0)));
    const sold = soldOut
      ? capacity
      : fewCabins
        ? capacity - Math.floor(random() * 4)
        : capacity * load * (0.8 + random() * 0.35);
    return line('cabin', code, capacity, sold, CABINS.find((cabin) => cabin.code === code)?.berths);
  });
  const seats = Math.round(ship.passengers * 0.08);
  return [
    line('passengers', 'deck', ship.passengers, soldOut ? ship.passengers : ship.passengers * load),
    line('vehicles', 'lane', ship.cars * STANDARD_PLACE_CM, places * STANDARD_PLACE_CM),
    ...cabins,
    line('seat', 'seat-recliner', seats, seats * load * 0.7),
  ];
}

function loadOf({ departureDay, direction }: PlannedSailing, today: LocalDate, chance: number): number {
  const daysAhead = Math.max(0, daysBetween(today, departureDay));
  const base = SOLD_BY_DAYS_AHEAD.find((step) => daysAhead >= step.from)?.share ?? 0;
  const demand = 0.6 + 0.7 * seasonLevel(departureDay, direction.way) + weekdayLevel(departureDay);
  return Math.min(HIGHEST_LOAD, base * demand * (0.75 + chance * 0.5));
}
