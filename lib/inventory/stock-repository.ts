import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { stockLines } from '@/db/schema/sailings';
import type { Transaction } from '@/db/transaction';
import type { StockChange, StockShort } from './stock-rules';

/** Lines changed by one statement; a party of two legs rarely has more. */
const CHUNK = 8;

/**
 * Changes stock lines one after the other in the order of their ids, each only if what it takes is left. Answers null,
 * or the first line that refused: the caller must then undo the transaction, for the lines before it are changed.
 *
 * One statement: each update depends on a row that the one before it gave back, so it cannot lock its own line
 * earlier. Everybody locks in the same order, therefore nobody waits in a circle (docs/inventory.md).
 */
export async function changeStock(
  tx: Transaction,
  changes: readonly StockChange[],
): Promise<StockChange | null> {
  const ordered = changes
    .filter((change) => change.held !== 0 || change.sold !== 0)
    .sort((a, b) => (a.stockLineId < b.stockLineId ? -1 : 1));
  for (let start = 0; start < ordered.length; start += CHUNK) {
    const chunk = ordered.slice(start, start + CHUNK);
    const rows = await tx.execute<{ n: number }>(chained(chunk));
    const refused = chunk[rows.length];
    if (refused) return refused;
  }
  return null;
}

/** `with t0 as (update …), t1 as (update … where exists (select from t0)), … select 0 from t0 union all …` */
function chained(changes: readonly StockChange[]): SQL {
  const names = changes.map((_, index) => sql.raw(`t${index}`));
  const updates = changes.map(({ stockLineId, held, sold }, index) => {
    const after = index === 0 ? sql`` : sql` and exists (select 1 from ${names[index - 1]})`;
    return sql`${names[index]} as (
      update stock_lines set held = held + ${held}::int, sold = sold + ${sold}::int
      where id = ${stockLineId} and capacity - held - sold >= ${held + sold}::int${after}
      returning 1)`;
  });
  const taken = names.map((name) => sql`select 1 as n from ${name}`);
  return sql`with ${sql.join(updates, sql`, `)} ${sql.join(taken, sql` union all `)}`;
}

/** What is left of a line that refused, read after the refusal. */
export async function leftOnLine(stockLineId: string): Promise<StockShort | null> {
  const [row] = await db
    .select({
      sailingId: stockLines.sailingId,
      kind: stockLines.kind,
      code: stockLines.code,
      capacity: stockLines.capacity,
      held: stockLines.held,
      sold: stockLines.sold,
    })
    .from(stockLines)
    .where(eq(stockLines.id, stockLineId));
  return row ? { ...row, left: Math.max(0, row.capacity - row.held - row.sold) } : null;
}

/** Sailings that these lines belong to, with what an event says of them. */
export async function sailingsOfLines(
  on: Queryable,
  stockLineIds: readonly string[],
): Promise<{ sailingId: string; routeId: string; departureDay: string }[]> {
  if (stockLineIds.length === 0) return [];
  const lines = inArray(sql`l.id`, [...stockLineIds]);
  return [
    ...(await on.execute<{ sailingId: string; routeId: string; departureDay: string }>(sql`
      select distinct s.id as "sailingId", s.route_id as "routeId", s.departure_day::text as "departureDay"
      from stock_lines l join sailings s on s.id = l.sailing_id where ${lines}`)),
  ];
}
