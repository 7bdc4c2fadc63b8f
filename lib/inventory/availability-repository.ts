import { and, asc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { availabilityNumbers, sailings, stockLines } from '@/db/schema/sailings';
import type { RouteDay } from '@/lib/realtime/rooms';
import type { StockRow } from './availability-rules';

/** A sailing with its stock lines as they are now. */
export interface StockOfSailing extends RouteDay {
  readonly id: string;
  readonly status: 'scheduled' | 'cancelled';
  readonly departsAt: Date;
  readonly stock: readonly StockRow[];
}

/** Takes so many numbers of each route and day, in one order for all; answers the last one taken of each. */
export async function takeNumbers(days: readonly (RouteDay & { readonly count: number })[]) {
  const ordered = [...days].sort((a, b) =>
    `${a.routeId} ${a.departureDay}` < `${b.routeId} ${b.departureDay}` ? -1 : 1,
  );
  return db
    .insert(availabilityNumbers)
    .values(ordered.map(({ routeId, departureDay, count }) => ({ routeId, departureDay, seq: count })))
    .onConflictDoUpdate({
      target: [availabilityNumbers.routeId, availabilityNumbers.departureDay],
      set: { seq: sql`${availabilityNumbers.seq} + excluded.seq` },
    })
    .returning();
}

/** The last number of each route and day that has one. */
export function readNumbers(routes: readonly string[], dates: readonly string[]) {
  return db
    .select()
    .from(availabilityNumbers)
    .where(
      and(
        inArray(availabilityNumbers.routeId, [...routes]),
        inArray(availabilityNumbers.departureDay, [...dates]),
      ),
    );
}

/** Stock of sailings by id; unknown ids are left out. */
export function stockOfSailings(ids: readonly string[]): Promise<StockOfSailing[]> {
  return stockWhere(inArray(sailings.id, [...ids]));
}

/** Stock of all sailings of these routes on these days, by departure. */
export function stockOfDays(routes: readonly string[], dates: readonly string[]): Promise<StockOfSailing[]> {
  return stockWhere(
    and(inArray(sailings.routeId, [...routes]), inArray(sailings.departureDay, [...dates])) as SQL,
  );
}

/** Forgets the numbers of days that are over. */
export async function forgetNumbersBefore(day: string): Promise<void> {
  await db.delete(availabilityNumbers).where(lt(availabilityNumbers.departureDay, day));
}

function stockWhere(where: SQL): Promise<StockOfSailing[]> {
  return db
    .select({
      id: sailings.id,
      routeId: sailings.routeId,
      departureDay: sailings.departureDay,
      status: sailings.status,
      departsAt: sailings.departsAt,
      stock: sql<
        StockRow[]
      >`coalesce(json_agg(json_build_object('id', ${stockLines.id}, 'kind', ${stockLines.kind},
        'code', ${stockLines.code}, 'capacity', ${stockLines.capacity}, 'held', ${stockLines.held},
        'sold', ${stockLines.sold}, 'berths', ${stockLines.berths}) order by ${stockLines.code})
        filter (where ${stockLines.id} is not null), '[]')`,
    })
    .from(sailings)
    .leftJoin(stockLines, eq(stockLines.sailingId, sailings.id))
    .where(where)
    .groupBy(sailings.id)
    .orderBy(asc(sailings.departsAt), asc(sailings.id));
}
