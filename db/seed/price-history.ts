import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { FARE_FAMILIES } from '@/lib/network/types';
import { type Campaign, campaignsOf, isFor } from './campaigns';
import { type FollowedSailing, follow, HISTORY_DAYS } from './price-history-sailing';
import { type PlannedDeparture, pastDepartures } from './timetable';

/** One run of days at the same prices as it is written; columns as in `price_runs`. */
export interface SeedPriceRun {
  readonly route_id: string;
  readonly departure_day: LocalDate;
  readonly observed_from: LocalDate;
  readonly observed_until: LocalDate;
  readonly basic_cents: number | null;
  readonly standard_cents: number | null;
  readonly flex_cents: number | null;
  readonly source: 'seed';
}

/**
 * A past made up: what was seen day by day, up to and with `today`, of the departures of the last 18 months and of
 * those that are `planned`. Prices follow the product's own rule (docs/pricing.md) over places that sell in the course of
 * time, under operators' campaigns; what is planned ends at the price that its sailing has on `today`.
 */
export function priceHistory(
  seed: number,
  today: LocalDate,
  planned: readonly PlannedDeparture[],
): SeedPriceRun[] {
  const first = addDays(today, -HISTORY_DAYS);
  const sailings = [...pastDepartures(first, today), ...planned];
  const campaigns = new Map<string, Campaign[]>();
  const campaignsFor = (sailing: PlannedDeparture): Campaign[] => {
    const { ship, direction } = sailing;
    const key = `${ship.operatorCode} ${direction.id}`;
    const known = campaigns.get(key) ?? campaignsOf(seed, ship.operatorCode, direction.id, first, today);
    campaigns.set(key, known);
    return known.filter((campaign) => isFor(campaign, sailing));
  };
  const byDay = new Map<string, FollowedSailing[]>();
  for (const sailing of sailings) {
    const key = `${sailing.direction.id} ${sailing.departureDay}`;
    const followed = follow(seed, sailing, today, campaignsFor(sailing));
    byDay.set(key, [...(byDay.get(key) ?? []), followed]);
  }
  const calendar = Array.from({ length: HISTORY_DAYS + 1 }, (_, index) => addDays(first, index));
  // In the order of their key: written at half the cost.
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, ofDay]) => runsOf(key.slice(0, 11), key.slice(12), ofDay, calendar));
}

function runsOf(
  routeId: string,
  departureDay: LocalDate,
  sailings: readonly FollowedSailing[],
  calendar: readonly LocalDate[],
): SeedPriceRun[] {
  const leaves = daysBetween(calendar[0] ?? departureDay, departureDay);
  const begin = Math.min(HISTORY_DAYS - 1, leaves);
  const end = Math.max(0, leaves - HISTORY_DAYS);
  const moves = new Set([begin, ...sailings.flatMap((sailing) => sailing.moves)]);
  const days = [...moves].filter((day) => day <= begin && day >= end).sort((a, b) => b - a);
  const runs: { from: number; prices: readonly number[] | null }[] = [];
  for (const from of days) {
    const prices = lowest(sailings.map((sailing) => sailing.pricesAt(from)));
    if (runs.length === 0 || `${runs.at(-1)?.prices}` !== `${prices}`) runs.push({ from, prices });
  }
  return runs.map(({ from, prices }, index) => ({
    route_id: routeId,
    departure_day: departureDay,
    observed_from: calendar[leaves - from] ?? '',
    observed_until: calendar[leaves - (runs[index + 1]?.from ?? end - 1) - 1] ?? '',
    basic_cents: prices?.[0] ?? null,
    standard_cents: prices?.[1] ?? null,
    flex_cents: prices?.[2] ?? null,
    source: 'seed',
  }));
}

function lowest(prices: readonly (readonly number[] | null)[]): number[] | null {
  const open = prices.filter((each) => each !== null);
  if (open.length === 0) return null;
  return FARE_FAMILIES.map((_, family) => Math.min(...open.map((each) => each[family] ?? Infinity)));
}
