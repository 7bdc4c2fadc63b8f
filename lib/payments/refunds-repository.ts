import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { payments, refunds } from '@/db/schema/payments';
import type { Transaction } from '@/db/transaction';
import type { RefundStatus } from './types';

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

/** Refunds not yet settled that were asked for before an instant, oldest first. */
export async function unsettledRefunds(before: Date, limit: number): Promise<RefundTask[]> {
  const rows = await tasks(db)
    .where(and(inArray(refunds.status, ['requested', 'pending']), lt(refunds.createdAt, before)))
    .orderBy(asc(refunds.createdAt))
    .limit(limit);
  return rows.map(flat);
}

/** Moves a refund from one of `from`; false when it was elsewhere already. */
export async function moveRefund(
  refundId: string,
  from: readonly RefundStatus[],
  facts: Partial<Pick<RefundRow, 'status' | 'providerRefundId' | 'settledAt'>>,
  on: Queryable = db,
): Promise<boolean> {
  const moved = await on
    .update(refunds)
    .set(facts)
    .where(and(eq(refunds.id, refundId), inArray(refunds.status, [...from])))
    .returning({ id: refunds.id });
  return moved.length === 1;
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
