import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { payments, refunds } from '@/db/schema/payments';
import { type RefundState, refundState } from './refund-pace-rules';
import { endsBooking } from './settlement-rules';
import { noticeBeforeEnd } from './start-rules';
import { DEBIT_FAILED } from './types';

/** Whether a booking still waits for its money and can still have it. */
export async function stillToBePaid(bookingId: string, now: Date): Promise<boolean> {
  const [row] = await db
    .select({ expiresAt: bookings.expiresAt })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), eq(bookings.status, 'awaiting_payment')));
  return row !== undefined && row.expiresAt > now;
}

/** What a traveller is told of a payment that failed. `about`: of what there is one such letter. */
export interface FailureNotice {
  readonly kind: 'payment-failed' | 'debit-failed';
  readonly about: string;
}

/**
 * The letter on a failed payment; null when nothing is to be said any more. Cards that are declined within the half hour
 * are one letter per booking. A debit fails minutes or days after the traveller was told that it is under way: it always
 * has a letter of its own, also where the places are gone by then.
 */
export async function failureNotice(paymentId: string, now: Date): Promise<FailureNotice | null> {
  const [row] = await db
    .select({
      bookingId: bookings.id,
      status: bookings.status,
      expiresAt: bookings.expiresAt,
      code: payments.failureCode,
    })
    .from(payments)
    .innerJoin(bookings, eq(bookings.id, payments.bookingId))
    .where(eq(payments.id, paymentId));
  if (!row) return null;
  const isDebit = row.code === DEBIT_FAILED;
  const waits = row.status === 'awaiting_payment';
  if (waits && row.expiresAt > now)
    return { kind: 'payment-failed', about: isDebit ? paymentId : row.bookingId };
  return isDebit && (waits || row.status === 'expired') ? { kind: 'debit-failed', about: paymentId } : null;
}

/** When the traveller is reminded that an unpaid booking will end; null when there is no time for it. ISO instant. */
export async function holdEndingNotice(bookingId: string): Promise<string | null> {
  const [row] = await db
    .select({ placedAt: bookings.createdAt, endsAt: bookings.expiresAt })
    .from(bookings)
    .where(eq(bookings.id, bookingId));
  return row ? (noticeBeforeEnd(row.placedAt, row.endsAt)?.toISOString() ?? null) : null;
}

/** What a refund means to the traveller. */
export interface RefundNotice {
  readonly id: string;
  /** True when the trip ended with it; else it gives back what was paid too much, and the trip stands or waits. */
  readonly endsTrip: boolean;
  readonly paidTwice: boolean;
  readonly cents: number;
  readonly state: RefundState;
  /** When it was sent back; null before that. ISO instant. */
  readonly settledAt: string | null;
}

/** A refund as a letter tells of it; null when there is none of that id. */
export async function refundNotice(refundId: string): Promise<RefundNotice | null> {
  const [row] = await db.select(NOTICE).from(refunds).where(eq(refunds.id, refundId));
  return row ? noticeOf(row) : null;
}

/** The refunds of a booking, the oldest first; the caller has checked that it may be seen. */
export async function refundsOf(bookingId: string): Promise<RefundNotice[]> {
  const rows = await db
    .select(NOTICE)
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.bookingId, bookingId))
    .orderBy(asc(refunds.createdAt));
  return rows.map(noticeOf);
}

const NOTICE = {
  id: refunds.id,
  reason: refunds.reason,
  cents: refunds.amountCents,
  status: refunds.status,
  dueAt: refunds.dueAt,
  settledAt: refunds.settledAt,
};

type NoticeRow = Pick<typeof refunds.$inferSelect, 'id' | 'reason' | 'status' | 'dueAt' | 'settledAt'> & {
  cents: number;
};

function noticeOf({ id, reason, cents, status, dueAt, settledAt }: NoticeRow): RefundNotice {
  return {
    id,
    endsTrip: endsBooking(reason),
    paidTwice: reason === 'paid-twice',
    cents,
    state: refundState(status, dueAt),
    settledAt: settledAt?.toISOString() ?? null,
  };
}

/** What the booking page tells of the money: the last attempt, and why the bank refused it where it did. */
export interface PaymentView {
  readonly status: typeof payments.$inferSelect.status;
  readonly amountCents: number;
  /** The bank's code, such as `insufficient_funds`; null when nothing was refused. */
  readonly failureCode: string | null;
  readonly paidAt: string | null;
}

/** The last payment attempt of a booking; the caller has checked that it may be seen. */
export async function lastPayment(bookingId: string): Promise<PaymentView | null> {
  const [row] = await db
    .select({
      status: payments.status,
      amountCents: payments.amountCents,
      failureCode: payments.failureCode,
      paidAt: payments.paidAt,
    })
    .from(payments)
    .where(eq(payments.bookingId, bookingId))
    .orderBy(desc(payments.createdAt))
    .limit(1);
  return row ? { ...row, paidAt: row.paidAt?.toISOString() ?? null } : null;
}
