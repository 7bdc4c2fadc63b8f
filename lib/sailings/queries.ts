import { and, asc, between, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { sailings, stockLines } from '@/db/schema/sailings';
import type { StockRow } from '@/lib/inventory/availability-rules';
import { daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { readNetwork } from '@/lib/network/queries';
import { forSale } from './offer-rules';
import type { SailingForSale } from './types';

/* Prepared by name, because every hold and every search asks them: the driver needs one round trip and not two. */
const byIds = stored(sql`${sailings.id} = any(${sql.placeholder('ids')})`).prepare('sailings_by_ids');
const ofRoute = stored(
  and(
    eq(sailings.routeId, sql.placeholder('routeId')),
    between(sailings.departureDay, sql.placeholder('from'), sql.placeholder('to')),
    eq(sailings.status, 'scheduled'),
    gt(sailings.departsAt, sql.placeholder('now')),
  ),
).prepare('sailings_of_route');
/*
 * The same of one day, which is what a list asks for. Of an unknown range the planner must expect many rows, and so plans it
 * anew each time: more than the query itself takes. Of an unknown day it knows how many there are.
 */
const ofDay = stored(
  and(
    eq(sailings.routeId, sql.placeholder('routeId')),
    eq(sailings.departureDay, sql.placeholder('day')),
    eq(sailings.status, 'scheduled'),
    gt(sailings.departsAt, sql.placeholder('now')),
  ),
).prepare('sailings_of_day');

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

/** Sailings of a direction on the days from `from` to `to`, both included, by departure; cancelled and departed ones are left out. */
export async function sailingsBetween(
  routeId: string,
  from: LocalDate,
  to: LocalDate,
  now: Date,
): Promise<SailingForSale[]> {
  const [network, rows] = await Promise.all([
    readNetwork(),
    from === to
      ? ofDay.execute({ routeId, day: from, now: now.toISOString() })
      : ofRoute.execute({ routeId, from, to, now: now.toISOString() }),
  ]);
  return rows.map(({ sailing, stock }) => forSale(sailing, stock, network, now));
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

/** Published tariffs of sailings with what is sold of their places, by id. */
export async function publishedTariffs(ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: sailings.id,
      routeId: sailings.routeId,
      departureDay: sailings.departureDay,
      tariff: sailings.tariff,
      deck: { capacity: stockLines.capacity, sold: stockLines.sold },
    })
    .from(sailings)
    .leftJoin(stockLines, and(eq(stockLines.sailingId, sailings.id), eq(stockLines.code, 'deck')))
    .where(inArray(sailings.id, [...ids]));
  return rows.map((row) => ({ ...row, deck: row.deck ?? undefined }));
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
