import { and, asc, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import { outbox } from '@/db/schema/platform';
import type { Transaction } from '@/db/transaction';

export interface OutboxRow {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly createdAt: Date;
}

/** Which rows to take: one name, or all but one; only those written before an instant, when given. */
export interface OutboxChoice {
  readonly only?: string;
  readonly except?: string;
  readonly writtenBefore?: Date;
  readonly limit: number;
}

/** Unsent rows, oldest first, locked until the transaction ends; rows that another relay holds are passed over. */
export function lockUnsent(tx: Transaction, choice: OutboxChoice): Promise<OutboxRow[]> {
  return tx
    .select({ id: outbox.id, name: outbox.name, data: outbox.data, createdAt: outbox.createdAt })
    .from(outbox)
    .where(
      and(
        isNull(outbox.sentAt),
        choice.only ? eq(outbox.name, choice.only) : undefined,
        choice.except ? ne(outbox.name, choice.except) : undefined,
        choice.writtenBefore ? lt(outbox.createdAt, choice.writtenBefore) : undefined,
      ),
    )
    .orderBy(asc(outbox.createdAt))
    .limit(choice.limit)
    .for('update', { skipLocked: true });
}

export async function markSent(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ sentAt: at })
    .where(inArray(outbox.id, [...ids]));
}

/** Forgets rows that were sent before an instant; at most `limit` at a time. */
export async function forgetSentBefore(tx: Transaction, before: Date, limit: number): Promise<void> {
  const old = tx.select({ id: outbox.id }).from(outbox).where(lt(outbox.sentAt, before)).limit(limit);
  await tx.delete(outbox).where(inArray(outbox.id, old));
}
