import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { payments } from '@/db/schema/payments';
import { sqlState, type Transaction } from '@/db/transaction';
import { OPEN_PAYMENT, paymentSources } from './state';
import type { PaymentStatus } from './types';

export type PaymentRow = typeof payments.$inferSelect;
type Facts = Partial<Omit<PaymentRow, 'id' | 'bookingId' | 'status' | 'amountCents' | 'createdAt'>>;

export async function findPayment(paymentId: string, on: Queryable = db): Promise<PaymentRow | null> {
  const [row] = await on.select().from(payments).where(eq(payments.id, paymentId));
  return row ?? null;
}

/** The payment, locked until the transaction ends: two notices about it take turns. */
export async function lockPayment(tx: Transaction, paymentId: string): Promise<PaymentRow | null> {
  const [row] = await tx.select().from(payments).where(eq(payments.id, paymentId)).for('update');
  return row ?? null;
}

/** The attempt of a booking that can still be paid, if any. */
export async function findOpenPayment(bookingId: string): Promise<PaymentRow | null> {
  const [row] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.bookingId, bookingId), inArray(payments.status, [...OPEN_PAYMENT])));
  return row ?? null;
}

export async function findPaymentByIntent(
  paymentIntentId: string,
  tx: Transaction,
): Promise<PaymentRow | null> {
  const [row] = await tx.select().from(payments).where(eq(payments.paymentIntentId, paymentIntentId));
  return row ?? null;
}

/** The payment that carries a booking: the one whose money has come and was not sent back. */
export async function findCarryingPayment(tx: Transaction, bookingId: string): Promise<PaymentRow | null> {
  const [row] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.bookingId, bookingId), inArray(payments.status, ['paid', 'disputed'])));
  return row ?? null;
}

/** Writes a new attempt; false when the booking has an open one already (a second tab was faster). */
export async function insertPayment(tx: Transaction, row: typeof payments.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(payments).values(row).onConflictDoNothing().returning({ id: payments.id });
  return inserted.length === 1;
}

/** Moves a payment where its state allows it, with what is learnt on the way; false when it does not. */
export async function movePayment(
  paymentId: string,
  to: PaymentStatus,
  facts: Facts = {},
  on: Queryable = db,
): Promise<boolean> {
  const moved = await on
    .update(payments)
    .set({ ...facts, status: to })
    .where(and(eq(payments.id, paymentId), inArray(payments.status, [...paymentSources(to)])))
    .returning({ id: payments.id });
  return moved.length === 1;
}

/** Gives up an attempt whose page was never opened; one that somebody else opened meanwhile stays. */
export async function abandonPayment(paymentId: string): Promise<void> {
  await db
    .update(payments)
    .set({ status: 'failed', failureCode: 'not-created' })
    .where(and(eq(payments.id, paymentId), eq(payments.status, 'creating')));
}

/** Notes facts about a payment without moving it. */
export async function notePayment(paymentId: string, facts: Facts, on: Queryable = db): Promise<void> {
  await on.update(payments).set(facts).where(eq(payments.id, paymentId));
}

/** Open attempts not asked about since an instant, the longest unasked first. */
export function unaskedPayments(before: Date, limit: number): Promise<PaymentRow[]> {
  const lastAsked = sql`coalesce(${payments.checkedAt}, ${payments.createdAt})`;
  return db
    .select()
    .from(payments)
    .where(and(inArray(payments.status, [...OPEN_PAYMENT]), sql`${lastAsked} < ${before.toISOString()}`))
    .orderBy(asc(lastAsked))
    .limit(limit);
}

/** Open attempts of bookings that no longer wait for money: their sessions are to be closed. */
export async function paymentsToClose(limit: number): Promise<PaymentRow[]> {
  const rows = await db
    .select({ payment: payments })
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .where(
      and(
        inArray(payments.status, ['creating', 'open']),
        notInArray(bookings.status, ['awaiting_payment', 'payment_processing']),
      ),
    )
    .limit(limit);
  return rows.map((row) => row.payment);
}

/** SQLSTATE of a unique index that said no. */
export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === '23505';
}
