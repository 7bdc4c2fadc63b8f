import type { LegSelection, Tariff } from './types';

/** What moves a price between two days: see docs/pricing.md. */
export interface PriceFacts {
  /** Whole days from today to the day of departure, both on the clock of the port of departure. */
  readonly daysAhead: number;
  /** Share of the passenger places that is sold, 0 to 1. Held places do not count: half of them come back. */
  readonly load: number;
}

/** Percent by days ahead: the first step whose `from` is reached. */
export const DAYS_AHEAD_STEPS = [
  { from: 180, percent: -12 },
  { from: 90, percent: -8 },
  { from: 45, percent: -4 },
  { from: 21, percent: 0 },
  { from: 10, percent: 5 },
  { from: 4, percent: 10 },
  { from: 0, percent: 14 },
] as const;

/** Percent by load: the first step whose `from` is reached. */
export const LOAD_STEPS = [
  { from: 0.9, percent: 14 },
  { from: 0.75, percent: 8 },
  { from: 0.55, percent: 4 },
  { from: 0.25, percent: 0 },
  { from: 0, percent: -3 },
] as const;

/** Prices that move are rounded to half a euro. */
const ROUND_TO_CENTS = 50;

/** Percent that today adds to the published price (may be negative): days ahead plus load. */
export function todaysPercent({ daysAhead, load }: PriceFacts): number {
  return stepped(DAYS_AHEAD_STEPS, Math.max(0, daysAhead)) + stepped(LOAD_STEPS, Math.max(0, load));
}

/** A published price as it stands today, in cents, rounded half up to 50 cents. */
export function todaysCents(publishedCents: number, facts: PriceFacts): number {
  return Math.round((publishedCents * (100 + todaysPercent(facts))) / 100 / ROUND_TO_CENTS) * ROUND_TO_CENTS;
}

/**
 * Today's tariff of a sailing. Season and weekday are in the published tariff; days ahead and load move the
 * adult fare, the vehicles and the cabins. Supplements, pets, seats, meals and dues do not move.
 */
export function tariffAt(published: Tariff, facts: PriceFacts): Tariff {
  const moved = (cents: number) => todaysCents(cents, facts);
  const { base } = published.vehicle;
  return {
    ...published,
    adultCents: moved(published.adultCents),
    vehicle: {
      ...published.vehicle,
      base: Object.fromEntries(
        Object.entries(base).map(([type, cents]) => [type, moved(cents)]),
      ) as typeof base,
    },
    cabins: published.cabins.map((cabin) => ({ ...cabin, priceCents: moved(cabin.priceCents) })),
  };
}

/** Codes of a selection that a tariff does not sell; empty when it can be quoted. */
export function notInTariff(tariff: Tariff, selection: LegSelection): string[] {
  const missing = (chosen: readonly { code: string }[], sold: readonly { code: string }[]) =>
    chosen.map((each) => each.code).filter((code) => !sold.some((each) => each.code === code));
  return [
    ...missing(selection.cabins, tariff.cabins),
    ...missing(selection.seats, tariff.seats),
    ...missing(selection.meals, tariff.meals),
  ];
}

function stepped(steps: readonly { from: number; percent: number }[], value: number): number {
  return steps.find((step) => value >= step.from)?.percent ?? 0;
}
