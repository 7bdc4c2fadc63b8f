import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { payments, refunds } from '@/db/schema/payments';
import type { Transaction } from '@/db/transaction';

export type RefundRow = typeof refunds.$inferSelect;

/** A refund with what is needed to ask for it. */
export interface RefundTask extends RefundRow {
  readonly bookingId: string;
  readonly paymentIntentId: string | null;
}

/** Writes a refund once per payment and reason; the id of the new row, or null when it was there. */
export async function insertRefund(
  tx: Transaction,
  row: typeof refunds.$inferInsert,
): Promise<string | null> {
  const [inserted] = await tx.insert(refunds).values(row).onConflictDoNothing().returning({ id: refunds.id });
  return inserted?.id ?? null;
}

export async function findRefund(refundId: string, on: Queryable = db): Promise<RefundTask | null> {
  const [row] = await tasks(on).where(eq(refunds.id, refundId));
  return row ? flat(row) : null;
}

export async function findRefundByProvider(
  providerRefundId: string,
  on: Queryable = db,
): Promise<RefundTask | null> {
  const [row] = await tasks(on).where(eq(refunds.providerRefundId, providerRefundId));
  return row ? flat(row) : null;
}

/** A refund of that payment and amount that the provider has not made: one made there by hand stands for it. */
export async function findRefundStillOwed(
  paymentIntentId: string,
  amountCents: number,
  on: Queryable = db,
): Promise<RefundTask | null> {
  const [row] = await tasks(on).where(
    and(
      eq(payments.paymentIntentId, paymentIntentId),
      eq(refunds.amountCents, amountCents),
      inArray(refunds.status, ['requested', 'failed']),
    ),
  );
  return row ? flat(row) : null;
}

/** Refunds whose time has come, the longest due first. */
export async function dueRefunds(before: Date, limit: number): Promise<RefundTask[]> {
  const rows = await tasks(db).where(lt(refunds.dueAt, before)).orderBy(asc(refunds.dueAt)).limit(limit);
  return rows.map(flat);
}

/** The refund, locked until the transaction ends: notices about it take turns. */
export async function lockRefund(tx: Transaction, refundId: string): Promise<RefundRow | null> {
  const [row] = await tx.select().from(refunds).where(eq(refunds.id, refundId)).for('update');
  return row ?? null;
}

/** Changes a refund that the caller has locked. */
export async function changeRefund(
  tx: Transaction,
  refundId: string,
  facts: Partial<Pick<RefundRow, 'status' | 'providerRefundId' | 'failedAtProvider' | 'dueAt' | 'settledAt'>>,
): Promise<void> {
  await tx.update(refunds).set(facts).where(eq(refunds.id, refundId));
}

function tasks(on: Queryable) {
  return on
    .select({ refund: refunds, bookingId: payments.bookingId, paymentIntentId: payments.paymentIntentId })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .$dynamic();
}

function flat(row: { refund: RefundRow; bookingId: string; paymentIntentId: string | null }): RefundTask {
  return { ...row.refund, bookingId: row.bookingId, paymentIntentId: row.paymentIntentId };
}
