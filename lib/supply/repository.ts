import { and, asc, between, eq, gt, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { sailings, stockLines } from '@/db/schema/sailings';
import { suppliedSailings, supplyReads } from '@/db/schema/supply';
import type { StockRow } from '@/lib/inventory/availability-rules';
import type { LocalDate } from '@/lib/kernel/dates';
import { showsOtherwise } from './age-rules';
import { heldThereSql } from './held-there-repository';
import type { KnownSailing } from './types';

/** What is asked of a system: one direction on some days, and the companies for which it answers. */
export interface Asked {
  readonly supplier: string;
  readonly companies: readonly string[];
  readonly routeId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Our sailings of it that have not left, with the system's name for each, and what it holds for us of their stock. */
export async function knownSailings(asked: Asked, now: Date): Promise<KnownSailing[]> {
  const [sailings, there] = await Promise.all([sailingsOf(asked, now), heldThere(asked, now)]);
  if (there.size === 0) return sailings;
  return sailings.map((sailing) => ({
    ...sailing,
    stock: sailing.stock.map((line) => ({ ...line, heldThere: there.get(line.id) ?? 0 })),
  }));
}

/** How much of each stock line is held here for bookings whose operator holds it for us too. */
async function heldThere({ supplier, routeId }: Asked, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ id: string; quantity: number }>(sql`
    select there.id, there.quantity from (${heldThereSql(supplier, now)}) there
    join stock_lines l on l.id = there.id join sailings s on s.id = l.sailing_id where s.route_id = ${routeId}`);
  return new Map(rows.map(({ id, quantity }) => [id, quantity]));
}

async function sailingsOf(asked: Asked, now: Date): Promise<KnownSailing[]> {
  const { supplier, companies, routeId, from, to } = asked;
  return db
    .select({
      id: sailings.id,
      sailingRef: suppliedSailings.sailingRef,
      routeId: sailings.routeId,
      operatorCode: sailings.operatorCode,
      shipCode: sailings.shipCode,
      departureDay: sailings.departureDay,
      departsAt: sailings.departsAt,
      arrivesAt: sailings.arrivesAt,
      delayMinutes: sailings.delayMinutes,
      status: sailings.status,
      tariff: sailings.tariff,
      stock: sql<StockRow[]>`(select coalesce(json_agg(json_build_object('id', ${stockLines.id},
        'kind', ${stockLines.kind}, 'code', ${stockLines.code}, 'capacity', ${stockLines.capacity},
        'held', ${stockLines.held}, 'sold', ${stockLines.sold}, 'berths', ${stockLines.berths})), '[]')
        from ${stockLines} where ${stockLines.sailingId} = ${sailings.id})`,
    })
    .from(sailings)
    .leftJoin(
      suppliedSailings,
      and(eq(suppliedSailings.sailingId, sailings.id), eq(suppliedSailings.supplier, supplier)),
    )
    .where(
      and(
        eq(sailings.routeId, routeId),
        inArray(sailings.operatorCode, [...companies]),
        between(sailings.departureDay, from, to),
        gt(sailings.departsAt, now),
      ),
    )
    .orderBy(asc(sailings.departsAt), asc(sailings.id));
}

/** Where a sailing is sold; null when there is none of that id. */
export async function placeOf(sailingId: string) {
  const [row] = await db
    .select({
      operatorCode: sailings.operatorCode,
      routeId: sailings.routeId,
      departureDay: sailings.departureDay,
    })
    .from(sailings)
    .where(eq(sailings.id, sailingId));
  return row ?? null;
}

/** The name that a system gave a sailing of ours; null while it has not. */
export async function nameOf(supplier: string, sailingId: string): Promise<string | null> {
  const [row] = await db
    .select({ ref: suppliedSailings.sailingRef })
    .from(suppliedSailings)
    .where(and(eq(suppliedSailings.sailingId, sailingId), eq(suppliedSailings.supplier, supplier)));
  return row?.ref ?? null;
}

/** Directions that these companies sail from now on, each with its last day. */
export function directionsOf(companies: readonly string[], now: Date) {
  return db
    .select({ routeId: sailings.routeId, lastDay: sql<LocalDate>`max(${sailings.departureDay})::text` })
    .from(sailings)
    .where(and(inArray(sailings.operatorCode, [...companies]), gt(sailings.departsAt, now)))
    .groupBy(sailings.routeId)
    .orderBy(asc(sailings.routeId));
}

/**
 * Notes that a system was asked for a whole direction, and why it gave no answer; null when it did. Answers whether pages show
 * the age of its figures otherwise now. One at a time for each system.
 */
export async function noteRead(
  { supplier, routeId }: Pick<Asked, 'supplier' | 'routeId'>,
  askedAt: Date,
  problem: string | null,
): Promise<boolean> {
  const [before = null] = await db
    .select({ askedAt: supplyReads.askedAt, answeredAt: supplyReads.answeredAt })
    .from(supplyReads)
    .where(and(eq(supplyReads.supplier, supplier), eq(supplyReads.routeId, routeId)));
  const answeredAt = problem === null ? askedAt : null;
  await db
    .insert(supplyReads)
    .values({ supplier, routeId, askedAt, answeredAt, problem })
    .onConflictDoUpdate({
      target: [supplyReads.supplier, supplyReads.routeId],
      set: { askedAt, problem, ...(answeredAt && { answeredAt }) },
    });
  return showsOtherwise(before, { answeredAt: answeredAt ?? before?.answeredAt ?? null }, askedAt);
}
