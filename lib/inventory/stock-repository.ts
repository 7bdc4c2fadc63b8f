import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { stockLines } from '@/db/schema/sailings';
import type { Transaction } from '@/db/transaction';
import type { StockChange, StockShort } from './stock-rules';

/**
 * Changes of stock lines as one statement, each only if what it takes is left. Every update depends on a row that the
 * one before it gave back, so it cannot lock its own line earlier: lines are locked in the order of their ids, by
 * everybody, and nobody waits in a circle (docs/inventory.md).
 */
export interface Chain {
  /** `t0 as (update …)`, `t1 as (update … where exists (select from t0))`, … */
  readonly steps: SQL[];
  /** True in SQL once all lines have been changed. */
  readonly allTaken: SQL;
  /** A query with one row per line that was changed; the first without a row is the one that refused. */
  readonly taken: SQL;
  readonly ordered: readonly StockChange[];
}

export function chainOf(changes: readonly StockChange[]): Chain {
  const ordered = changes
    .filter((change) => change.held !== 0 || change.sold !== 0)
    .sort((a, b) => (a.stockLineId < b.stockLineId ? -1 : 1));
  const names = ordered.map((_, index) => sql.raw(`t${index}`));
  const steps = ordered.map(({ stockLineId, held, sold }, index) => {
    const after = index === 0 ? sql`` : sql` and exists (select 1 from ${names[index - 1]})`;
    return sql`${names[index]} as (
      update stock_lines set held = held + ${held}::int, sold = sold + ${sold}::int
      where id = ${stockLineId} and capacity - held - sold >= ${held + sold}::int${after}
      returning 1)`;
  });
  const rows = names.map((name) => sql`select 1 as n from ${name}`);
  return {
    ordered,
    steps,
    allTaken: names.length > 0 ? sql`exists (select 1 from ${names.at(-1)})` : sql`true`,
    taken: sql.join(rows, sql` union all `),
  };
}

/** Lines changed by one statement: freeing a batch of holds may touch many. */
const CHUNK = 12;

/**
 * Changes stock lines in the order of their ids. Answers null, or the first line that refused: the caller must then
 * undo the transaction, for the lines before it are changed.
 */
export async function changeStock(
  tx: Transaction,
  changes: readonly StockChange[],
): Promise<StockChange | null> {
  const { ordered } = chainOf(changes);
  for (let start = 0; start < ordered.length; start += CHUNK) {
    const { steps, taken, ordered: chunk } = chainOf(ordered.slice(start, start + CHUNK));
    const rows = await tx.execute(sql`with ${sql.join(steps, sql`, `)} ${taken}`);
    const refused = chunk[rows.length];
    if (refused) return refused;
  }
  return null;
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
): Promise<{ id: string; routeId: string; departureDay: string }[]> {
  if (stockLineIds.length === 0) return [];
  const lines = inArray(sql`l.id`, [...stockLineIds]);
  return [
    ...(await on.execute<{ id: string; routeId: string; departureDay: string }>(sql`
      select distinct s.id, s.route_id as "routeId", s.departure_day::text as "departureDay"
      from stock_lines l join sailings s on s.id = l.sailing_id where ${lines}`)),
  ];
}
