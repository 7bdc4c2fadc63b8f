import { and, asc, between, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { sailingPrices, sailings, stockLines } from '@/db/schema/sailings';
import type { LocalDate } from '@/lib/kernel/dates';
import type { UnitPrices } from './price-row-rules';

/** A sailing that has not left, with its unit prices as they were last made and its stock as it is now. */
export interface PricedSailing {
  readonly id: string;
  readonly routeId: string;
  readonly operatorCode: string;
  readonly day: LocalDate;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
  /** Null for a sailing that was added since the last repair. */
  readonly prices: UnitPrices | null;
  readonly capacity: number;
  readonly sold: number;
  readonly personsLeft: number;
  readonly laneCmLeft: number;
}

/** A row of the read model as it is written. */
export type PriceRow = UnitPrices & { readonly sailingId: string; readonly movesAt: Date | null };

const deck = alias(stockLines, 'deck');
const lane = alias(stockLines, 'lane');
const open = [eq(sailings.status, 'scheduled'), gt(sailings.departsAt, sql.placeholder('now'))];
const days = between(sailings.departureDay, sql.placeholder('from'), sql.placeholder('to'));

const ofRoute = priced(and(eq(sailings.routeId, sql.placeholder('routeId')), days, ...open)).prepare(
  'priced_sailings_of_route',
);
const ofAll = priced(and(days, ...open)).prepare('priced_sailings');

/** Sailings of a direction on the days from `from` to `to` that have not left at `now`, by departure. */
export async function pricedSailings(
  routeId: string,
  from: LocalDate,
  to: LocalDate,
  now: Date,
): Promise<PricedSailing[]> {
  return (await ofRoute.execute({ routeId, from, to, now: now.toISOString() })).map(shaped);
}

/** The same of all directions. */
export async function pricedSailingsOfAll(
  from: LocalDate,
  to: LocalDate,
  now: Date,
): Promise<PricedSailing[]> {
  return (await ofAll.execute({ from, to, now: now.toISOString() })).map(shaped);
}

/** Writes rows where they differ from what stands; answers the sailings of which they did. */
export async function writePrices(rows: readonly PriceRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const set = (column: { name: string }) => sql.raw(`excluded.${column.name}`);
  const written = await db
    .insert(sailingPrices)
    .values(rows.map((row) => ({ ...row, vehicleCents: [...row.vehicleCents] })))
    .onConflictDoUpdate({
      target: sailingPrices.sailingId,
      set: {
        percent: set(sailingPrices.percent),
        adultCents: set(sailingPrices.adultCents),
        childCents: set(sailingPrices.childCents),
        infantCents: set(sailingPrices.infantCents),
        petCents: set(sailingPrices.petCents),
        vehicleCents: set(sailingPrices.vehicleCents),
        movesAt: set(sailingPrices.movesAt),
      },
      setWhere: sql`${sailingPrices} is distinct from excluded`,
    })
    .returning({ id: sailingPrices.sailingId });
  return written.map((row) => row.id);
}

/** Up to `limit` sailings whose price the day has moved by `now`, or that have no row yet. */
export async function sailingsToPrice(now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: sailings.id })
    .from(sailings)
    .leftJoin(sailingPrices, eq(sailingPrices.sailingId, sailings.id))
    .where(
      and(gt(sailings.departsAt, now), or(isNull(sailingPrices.sailingId), lte(sailingPrices.movesAt, now))),
    )
    .orderBy(asc(sailings.departsAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Up to `limit` sailings after `id` in the order of ids that have not left at `now`. */
export async function sailingsAfter(id: string, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: sailings.id })
    .from(sailings)
    .where(and(gt(sailings.id, id), gt(sailings.departsAt, now)))
    .orderBy(asc(sailings.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Forgets the prices of sailings that have left. */
export async function forgetDeparted(now: Date): Promise<void> {
  const departed = db.select({ id: sailings.id }).from(sailings).where(lte(sailings.departsAt, now));
  await db.delete(sailingPrices).where(inArray(sailingPrices.sailingId, departed));
}

function priced(where: SQL | undefined) {
  return db
    .select({
      id: sailings.id,
      routeId: sailings.routeId,
      operatorCode: sailings.operatorCode,
      day: sailings.departureDay,
      departsAt: sailings.departsAt,
      arrivesAt: sailings.arrivesAt,
      percent: sailingPrices.percent,
      adultCents: sailingPrices.adultCents,
      childCents: sailingPrices.childCents,
      infantCents: sailingPrices.infantCents,
      petCents: sailingPrices.petCents,
      vehicleCents: sailingPrices.vehicleCents,
      capacity: deck.capacity,
      sold: deck.sold,
      personsLeft: sql<number>`coalesce(${deck.capacity} - ${deck.held} - ${deck.sold}, 0)`,
      laneCmLeft: sql<number>`coalesce(${lane.capacity} - ${lane.held} - ${lane.sold}, 0)`,
    })
    .from(sailings)
    .leftJoin(sailingPrices, eq(sailingPrices.sailingId, sailings.id))
    .leftJoin(deck, and(eq(deck.sailingId, sailings.id), eq(deck.code, 'deck')))
    .leftJoin(lane, and(eq(lane.sailingId, sailings.id), eq(lane.code, 'lane')))
    .where(where)
    .orderBy(asc(sailings.departsAt), asc(sailings.id));
}

type Row = Awaited<ReturnType<typeof ofAll.execute>>[number];

function shaped(row: Row): PricedSailing {
  const { percent, adultCents, childCents, infantCents, petCents, vehicleCents } = row;
  const isPriced = percent !== null && adultCents !== null && childCents !== null;
  return {
    id: row.id,
    routeId: row.routeId,
    operatorCode: row.operatorCode,
    day: row.day,
    departsAt: row.departsAt,
    arrivesAt: row.arrivesAt,
    capacity: row.capacity ?? 0,
    sold: row.sold ?? 0,
    personsLeft: row.personsLeft,
    laneCmLeft: row.laneCmLeft,
    prices:
      isPriced && infantCents !== null && petCents !== null && vehicleCents !== null
        ? { percent, adultCents, childCents, infantCents, petCents, vehicleCents }
        : null,
  };
}
