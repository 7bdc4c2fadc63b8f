import { outbox } from '@/db/schema/platform';
import type { Transaction } from '@/db/transaction';
import { newId } from '@/lib/kernel/ids';
import { EVENTS, type EventData, type EventName } from './catalog';

export type EventRow = typeof outbox.$inferInsert;

/** What happened, as a row of the outbox. */
export function eventRow<N extends EventName>(at: Date, name: N, data: EventData<N>): EventRow {
  return { id: newId('evt'), name, data: EVENTS[name].parse(data), createdAt: at };
}

/**
 * Writes what happened into the outbox, inside the transaction in which it happened.
 * Call `relaySoon()` (lib/events/relay-outbox.ts) after the commit; the relay job sends it where this process died.
 */
export async function recordEvent<N extends EventName>(
  tx: Transaction,
  at: Date,
  name: N,
  data: EventData<N>,
): Promise<string> {
  const row = eventRow(at, name, data);
  await recordEvents(tx, [row]);
  return row.id;
}

/** The same for several. */
export async function recordEvents(tx: Transaction, rows: readonly EventRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(outbox).values([...rows]);
}

/** The same as a part of a larger statement, whose `parameter` has the rows as JSON. A `where` may follow. */
export function eventsInsert(parameter: string): string {
  return `insert into outbox (id, name, data, created_at)
    select event.* from jsonb_to_recordset(${parameter}::jsonb) as event(
      "id" text, "name" text, "data" jsonb, "createdAt" timestamptz)`;
}
