import { sql } from 'drizzle-orm';
import { sailings, stockLines } from '@/db/schema/sailings';
import { suppliedSailings } from '@/db/schema/supply';
import type { Transaction } from '@/db/transaction';
import { heldThereSql } from './held-there-repository';
import type { Differences, LineTold, SailingPatch } from './types';

/* Writes what an operator tells otherwise. Stock lines first, in the order of their ids, as everybody does. */

/** Rows put in one statement at most. */
const BATCH = 500;

/** Writes all differences as of `now`; answers how many rows it wrote, and the sailings whose stock it changed. */
export async function writeDifferences(
  tx: Transaction,
  supplier: string,
  { lines, newLines, patches, added }: Differences,
  now: Date,
): Promise<{ readonly rows: number; readonly restocked: ReadonlySet<string> }> {
  const restocked = await setLeft(tx, supplier, lines, now);
  const stock = [
    ...newLines,
    ...added.flatMap(({ id, stock }) => stock.map((row) => ({ ...row, sailingId: id }))),
  ];
  const named = [...patches, ...added].flatMap(({ id, sailingRef }) =>
    sailingRef === undefined ? [] : [{ sailingId: id, supplier, sailingRef }],
  );
  for (const some of batches(added)) {
    await tx
      .insert(sailings)
      .values(some.map(({ stock: _, sailingRef: __, ...row }) => row))
      .onConflictDoNothing();
  }
  for (const some of batches(stock)) await tx.insert(stockLines).values(some).onConflictDoNothing();
  const patched = await patch(tx, patches);
  for (const some of batches(named)) {
    await tx
      .insert(suppliedSailings)
      .values(some)
      .onConflictDoUpdate({
        target: suppliedSailings.sailingId,
        set: { supplier, sailingRef: sql`excluded.sailing_ref` },
      });
  }
  const rows = restocked.length + stock.length + patched + named.length + added.length;
  const changed = [...restocked, ...newLines.map(({ sailingId }) => sailingId)];
  return { rows, restocked: new Set(changed) };
}

/**
 * So much is left there. What became ours there since it was asked is in its figure already, or not yet: the smaller
 * number of the two is believed, so that nobody is offered a place twice. What is held and sold here stays.
 */
async function setLeft(
  tx: Transaction,
  supplier: string,
  lines: readonly LineTold[],
  now: Date,
): Promise<string[]> {
  const changed: string[] = [];
  const ordered = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const some of batches(ordered)) {
    const written = await tx.execute<{ sailing: string }>(sql`
      with told as (
        select * from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as t("id" text, "left" int, "oursBefore" int)),
      locked as (
        select l.id from stock_lines l join told on told.id = l.id order by l.id for no key update of l),
      there as materialized (${heldThereSql(supplier, now)}),
      ours as (select told.*, coalesce(there.quantity, 0) as held from told left join there on there.id = told.id)
      update stock_lines l
      set capacity = greatest(l.held + l.sold, ours."left" + least(l.sold + ours.held, ours."oursBefore"))
      from ours, locked
      where ours.id = locked.id and l.id = locked.id
        and l.capacity <> greatest(l.held + l.sold, ours."left" + least(l.sold + ours.held, ours."oursBefore"))
      returning l.sailing_id as sailing`);
    changed.push(...written.map(({ sailing }) => sailing));
  }
  return changed;
}

async function patch(tx: Transaction, patches: readonly SailingPatch[]): Promise<number> {
  let rows = 0;
  for (const some of batches(
    patches.filter(({ id, routeId, day, sailingRef, ...rest }) => Object.keys(rest).length > 0),
  )) {
    const written = await tx.execute(sql`
      update sailings s
      set ship_code = coalesce(p."shipCode", s.ship_code),
        departure_day = coalesce(p."departureDay", s.departure_day),
        departs_at = coalesce(p."departsAt", s.departs_at),
        arrives_at = coalesce(p."arrivesAt", s.arrives_at),
        delay_minutes = coalesce(p."delayMinutes", s.delay_minutes),
        status = coalesce(p.status, s.status),
        tariff = coalesce(p.tariff, s.tariff)
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as p("id" text, "shipCode" text, "departureDay" date,
        "departsAt" timestamptz, "arrivesAt" timestamptz, "delayMinutes" int, "status" text, "tariff" jsonb)
      where s.id = p.id returning 1`);
    rows += written.length;
  }
  return rows;
}

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}
