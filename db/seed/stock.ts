import type { StockKind } from '@/lib/inventory/types';
import { daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { STANDARD_PLACE_CM } from '@/lib/pricing/vehicle-rules';
import { CABINS, cabinCodes } from './prices';
import { randomFor } from './random';
import { seasonLevel, weekdayLevel } from './seasons';
import type { PlannedDeparture, PlannedSailing } from './timetable';

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
export const SOLD_BY_DAYS_AHEAD = [
  { from: 270, share: 0.08 },
  { from: 180, share: 0.16 },
  { from: 90, share: 0.28 },
  { from: 45, share: 0.42 },
  { from: 14, share: 0.56 },
  { from: 4, share: 0.68 },
  { from: 0, share: 0.78 },
] as const;

/** Nothing sells out by the curve alone; so many sailings do by chance. */
const SOLD_OUT_SHARE = 0.02;
const HIGHEST_LOAD = 0.93;
/** From so many days ahead on a sailing may be full. */
export const NEAR_DAYS = 120;

/** How a sailing sells. */
export interface Demand {
  /** 0 to 1: what becomes of it once it is near. */
  readonly chance: number;
  /** True when it is full as soon as it is near. */
  readonly sellsOut: boolean;
  /** Share sold where that of an average sailing is `share`. */
  readonly loadFor: (share: number) => number;
}

/** The stream of chance behind a sailing's stock. */
export const stockRandom = (seed: number, { id }: PlannedDeparture) => randomFor(seed, `stock:${id}`);

/** The demand for a sailing by season, weekday and chance: the first two numbers of its stream. */
export function demandOf({ departureDay, direction }: PlannedDeparture, random: () => number): Demand {
  const chance = random();
  const usual = 0.6 + 0.7 * seasonLevel(departureDay, direction.way) + weekdayLevel(departureDay);
  const factor = usual * (0.75 + random() * 0.5);
  return {
    chance,
    sellsOut: chance < SOLD_OUT_SHARE,
    loadFor: (share) => Math.min(HIGHEST_LOAD, share * factor),
  };
}

/** Stock of a sailing with what had been sold by `today`: fuller when it is close, in season, at the weekend; a few full. */
export function stockOf(seed: number, sailing: PlannedSailing, today: LocalDate): SeedStock[] {
  const random = stockRandom(seed, sailing);
  const { chance, sellsOut, loadFor } = demandOf(sailing, random);
  const { ship } = sailing;
  const daysAhead = daysBetween(today, sailing.departureDay);
  const near = daysAhead <= NEAR_DAYS;
  const soldOut = near && sellsOut;
  const deckFull = near && chance >= SOLD_OUT_SHARE && chance < 0.035;
  const fewCabins = near && chance >= 0.035 && chance < 0.12;
  const load = loadFor(soldShare(daysAhead));

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

/** Share sold of an average sailing. */
export function soldShare(daysAhead: number): number {
  return SOLD_BY_DAYS_AHEAD.find((step) => Math.max(0, daysAhead) >= step.from)?.share ?? 0;
}
