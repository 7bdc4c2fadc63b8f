import { and, asc, between, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { sailings, stockLines } from '@/db/schema/sailings';
import type { StockRow } from '@/lib/inventory/availability-rules';
import { addDays, daysBetween, type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { readNetwork } from '@/lib/network/queries';
import { todaysCents } from '@/lib/pricing/tariff';
import type { PartyItems } from '@/lib/pricing/types';
import { forSale, loadOf } from './offer-rules';
import { lowestTotalCents, missingFor } from './sale-rules';
import type { DayPrice, LatestPrice, SailingForSale } from './types';

/** How far ahead the lowest price of a direction is looked for. */
const LATEST_PRICE_DAYS = 90;

/** Prepared by name, because every hold asks it: the driver needs one round trip and not two. */
const byIds = stored(sql`${sailings.id} = any(${sql.placeholder('ids')})`).prepare('sailings_by_ids');

/**
 * Sailings by id as they can be sold at `now`: today's tariff, rules, availability. In the order of the ids;
 * unknown ids are left out, cancelled and departed ones are in it and say so.
 */
export async function sailingsForSale(ids: readonly string[], now: Date): Promise<SailingForSale[]> {
  if (ids.length === 0) return [];
  const [network, rows] = await Promise.all([readNetwork(), byIds.execute({ ids: [...ids] })]);
  const found = new Map(rows.map((row) => [row.sailing.id, forSale(row.sailing, row.stock, network, now)]));
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

/** Sailings of a direction on a day, by departure; cancelled and departed ones are left out. */
export function sailingsOn(routeId: string, day: LocalDate, now: Date): Promise<SailingForSale[]> {
  return sailingsBetween(routeId, day, day, now);
}

/** The same for all days from `from` to `to`, both included. */
export function sailingsBetween(
  routeId: string,
  from: LocalDate,
  to: LocalDate,
  now: Date,
): Promise<SailingForSale[]> {
  return read(
    and(
      eq(sailings.routeId, routeId),
      between(sailings.departureDay, from, to),
      eq(sailings.status, 'scheduled'),
      gt(sailings.departsAt, now),
    ),
    now,
  );
}

/** The lowest total for the party on each of `days` days from `from`: the price of the list, by the same rule. */
export async function cheapestByDay(
  routeId: string,
  from: LocalDate,
  days: number,
  party: PartyItems,
  now: Date,
): Promise<DayPrice[]> {
  const found = await sailingsBetween(routeId, from, addDays(from, days - 1), now);
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(from, index);
    const ofDay = found.filter((each) => each.departureDay === day);
    const totals = ofDay
      .filter((each) => missingFor(party, each.availability).length === 0)
      .map((each) => lowestTotalCents(party, each.tariff));
    return { day, sailings: ofDay.length, totalCents: totals.length > 0 ? Math.min(...totals) : null };
  });
}

/** The `n` days nearest to `around` on which the direction is sailed and the ship has not left; in order of date. */
export async function nextSailingDays(
  routeId: string,
  around: LocalDate,
  n: number,
  now: Date,
): Promise<LocalDate[]> {
  const open = [eq(sailings.routeId, routeId), eq(sailings.status, 'scheduled'), gt(sailings.departsAt, now)];
  const day = sailings.departureDay;
  const days = (side: SQL, order: SQL) =>
    db
      .selectDistinct({ day })
      .from(sailings)
      .where(and(...open, side))
      .orderBy(order)
      .limit(n);
  const [before, after] = await Promise.all([
    days(lt(day, around), sql`${day} desc`),
    days(gte(day, around), sql`${day} asc`),
  ]);
  const distance = (each: { day: LocalDate }) => Math.abs(daysBetween(around, each.day));
  return [...after, ...before]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, n)
    .map((each) => each.day)
    .sort();
}

/**
 * The lowest adult fare of every direction over the next 90 days, as it stands at `now`: of a sailing that has
 * places. Directions without one are left out.
 */
export async function latestPrices(now: Date): Promise<LatestPrice[]> {
  const until = new Date(now.getTime() + LATEST_PRICE_DAYS * 86_400_000);
  const network = await readNetwork();
  const rows = await db
    .select({
      routeId: sailings.routeId,
      day: sailings.departureDay,
      publishedCents: sql<number>`(${sailings.tariff} ->> 'adultCents')::int`,
      capacity: stockLines.capacity,
      held: stockLines.held,
      sold: stockLines.sold,
    })
    .from(sailings)
    .innerJoin(stockLines, and(eq(stockLines.sailingId, sailings.id), eq(stockLines.code, 'deck')))
    .where(and(eq(sailings.status, 'scheduled'), between(sailings.departsAt, now, until)))
    .orderBy(asc(sailings.departsAt));
  const lowest = new Map<string, LatestPrice>();
  for (const row of rows) {
    const timeZone = network.ports.get(row.routeId.slice(0, 5))?.timeZone;
    if (!timeZone || row.held + row.sold >= row.capacity) continue;
    const daysAhead = daysBetween(localDateOf(now, timeZone), row.day);
    const adultCents = todaysCents(row.publishedCents, { daysAhead, load: loadOf(row) });
    if (adultCents < (lowest.get(row.routeId)?.adultCents ?? Infinity)) {
      lowest.set(row.routeId, { routeId: row.routeId, day: row.day, adultCents });
    }
  }
  return [...lowest.values()];
}

async function read(where: SQL | undefined, now: Date): Promise<SailingForSale[]> {
  const [network, rows] = await Promise.all([readNetwork(), stored(where)]);
  return rows.map(({ sailing, stock }) => forSale(sailing, stock, network, now));
}

function stored(where: SQL | undefined) {
  return db
    .select({
      sailing: sailings,
      stock: sql<StockRow[]>`(
        select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'code', s.code,
          'capacity', s.capacity, 'held', s.held, 'sold', s.sold, 'berths', s.berths) order by s.code), '[]')
        from ${stockLines} s where s.sailing_id = sailings.id)`,
    })
    .from(sailings)
    .where(where)
    .orderBy(asc(sailings.departsAt), asc(sailings.id));
}
