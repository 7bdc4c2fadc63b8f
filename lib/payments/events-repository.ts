import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { db } from '@/db/client';
import { paymentEvents } from '@/db/schema/payments';
import type { Transaction } from '@/db/transaction';

export type PaymentEventRow = typeof paymentEvents.$inferSelect;

/** Stores a webhook by the provider's event id; false when it was there already. */
export async function insertPaymentEvent(
  tx: Transaction,
  row: { id: string; type: string; payload: unknown; receivedAt: Date },
): Promise<boolean> {
  const inserted = await tx
    .insert(paymentEvents)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: paymentEvents.id });
  return inserted.length === 1;
}

/** The stored webhook, locked: it is worked on once, whoever comes first. */
export async function lockPaymentEvent(tx: Transaction, eventId: string): Promise<PaymentEventRow | null> {
  const [row] = await tx.select().from(paymentEvents).where(eq(paymentEvents.id, eventId)).for('update');
  return row ?? null;
}

export async function markProcessed(tx: Transaction, eventId: string, at: Date): Promise<void> {
  await tx.update(paymentEvents).set({ processedAt: at }).where(eq(paymentEvents.id, eventId));
}

/** Webhooks stored before an instant that nobody has worked on. */
export async function unprocessedEvents(before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: paymentEvents.id })
    .from(paymentEvents)
    .where(and(isNull(paymentEvents.processedAt), lt(paymentEvents.receivedAt, before)))
    .orderBy(asc(paymentEvents.receivedAt))
    .limit(limit);
  return rows.map((row) => row.id);
}
