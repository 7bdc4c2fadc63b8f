import { addDays, daysBetween, type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { readNetwork } from '@/lib/network/queries';
import { todaysPercent } from '@/lib/pricing/tariff';
import type { PartyItems } from '@/lib/pricing/types';
import { laneNeeded } from '@/lib/pricing/vehicle-rules';
import { loadOf } from './offer-rules';
import { type PricedSailing, pricedSailings, pricedSailingsOfAll } from './price-repository';
import { hasUsualVehicles, totalFromUnits } from './price-row-rules';
import { sailingsForSale } from './queries';
import { lowestTotalCents } from './sale-rules';
import type { DayPrice, LowestPrice, MonthPrice } from './types';

/** How far ahead the lowest price of a direction is looked for. */
const LATEST_PRICE_DAYS = 90;

/** Whoever has not said who travels. */
export const ONE_ADULT: PartyItems = { passengers: ['adult'], vehicles: [], pets: 0 };

/** The sailings of `days` days from `from` that have not left, each with the party's lowest total; null where it does not fit. */
export async function pricedFor(
  routeId: string,
  from: LocalDate,
  days: number,
  party: PartyItems,
  now: Date,
): Promise<
  (Pick<PricedSailing, 'id' | 'operatorCode' | 'day' | 'departsAt' | 'arrivesAt'> & {
    totalCents: number | null;
  })[]
> {
  const found = await pricedSailings(routeId, from, addDays(from, days - 1), now);
  const totals = await totalsFor(party, found, now);
  return found.map(({ id, operatorCode, day, departsAt, arrivesAt }) => ({
    id,
    operatorCode,
    day,
    departsAt,
    arrivesAt,
    totalCents: totals.get(id) ?? null,
  }));
}

/** The lowest total for the party on each of `days` days from `from`: the price of the list, by the same rule. */
export async function cheapestByDay(
  routeId: string,
  from: LocalDate,
  days: number,
  party: PartyItems,
  now: Date,
): Promise<DayPrice[]> {
  const byDay = new Map<LocalDate, { sailings: number; totalCents: number | null }>();
  for (const each of await pricedFor(routeId, from, days, party, now)) {
    const { sailings, totalCents } = byDay.get(each.day) ?? { sailings: 0, totalCents: null };
    byDay.set(each.day, { sailings: sailings + 1, totalCents: lower(totalCents, each.totalCents) });
  }
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(from, index);
    return { day, ...(byDay.get(day) ?? { sailings: 0, totalCents: null }) };
  });
}

/** The lowest total of one adult in each month from this one to the end of the timetable; months without a sailing are left out. */
export async function lowestByMonth(routeId: string, now: Date): Promise<MonthPrice[]> {
  const today = now.toISOString().slice(0, 10);
  const found = await pricedSailings(routeId, addDays(today, -1), addDays(today, 600), now);
  const totals = await totalsFor(ONE_ADULT, found, now);
  const byMonth = new Map<string, MonthPrice>();
  for (const { id, day } of found) {
    const month = day.slice(0, 7);
    const low = byMonth.get(month) ?? { month, sailings: 0, totalCents: null, day: null };
    const totalCents = lower(low.totalCents, totals.get(id) ?? null);
    byMonth.set(month, {
      month,
      sailings: low.sailings + 1,
      totalCents,
      day: totalCents === low.totalCents ? low.day : day,
    });
  }
  return [...byMonth.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/**
 * The lowest total of one adult, dues included, of every direction over the next 90 days, as it stands at `now`: of a
 * sailing that has places. Directions without one are left out.
 */
export async function latestPrices(now: Date): Promise<LowestPrice[]> {
  const today = now.toISOString().slice(0, 10);
  const found = await pricedSailingsOfAll(addDays(today, -1), addDays(today, LATEST_PRICE_DAYS), now);
  const totals = await totalsFor(ONE_ADULT, found, now);
  const lowest = new Map<string, LowestPrice>();
  for (const { id, routeId, day } of found) {
    const totalCents = totals.get(id);
    if (totalCents !== undefined && totalCents < (lowest.get(routeId)?.totalCents ?? Infinity))
      lowest.set(routeId, { routeId, day, totalCents });
  }
  return [...lowest.values()];
}

/** The party's total on each sailing on which it fits. A row that the day or a sale has overtaken is priced anew from its tariff. */
async function totalsFor(
  party: PartyItems,
  found: readonly PricedSailing[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const { ports } = await readNetwork();
  const today = new Map<string, LocalDate>();
  const dayAt = (port: string) => {
    const known = today.get(port) ?? localDateOf(now, ports.get(port)?.timeZone ?? 'UTC');
    today.set(port, known);
    return known;
  };
  const lane = laneNeeded(party.vehicles);
  const fits = found.filter(
    ({ personsLeft, laneCmLeft }) => personsLeft >= party.passengers.length && laneCmLeft >= lane,
  );
  const isTrue = ({ prices, routeId, day, ...deck }: PricedSailing) =>
    prices?.percent ===
    todaysPercent({ daysAhead: daysBetween(dayAt(routeId.slice(0, 5)), day), load: loadOf(deck) });
  const usual = hasUsualVehicles(party);
  const totals = new Map<string, number>();
  const overtaken: string[] = [];
  for (const each of fits) {
    if (usual && each.prices && isTrue(each)) totals.set(each.id, totalFromUnits(each.prices, party));
    else overtaken.push(each.id);
  }
  for (const { id, tariff } of await sailingsForSale(overtaken, now))
    totals.set(id, lowestTotalCents(party, tariff));
  return totals;
}

function lower(a: number | null, b: number | null): number | null {
  if (b === null) return a;
  return a === null ? b : Math.min(a, b);
}
