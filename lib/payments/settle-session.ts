import { inTransaction, type Transaction } from '@/db/transaction';
import { moveBooking } from '@/lib/booking/move-booking';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import { claimHold } from '@/lib/inventory/claim-hold';
import { retakeHold } from '@/lib/inventory/settle-hold';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { logger } from '@/lib/platform/logger';
import type { CheckoutSession } from '@/lib/providers/stripe/types';
import { type BookingFacts, bookingFacts } from './bookings-repository';
import { noteInHistory } from './history-repository';
import { isDuplicate, lockPayment, movePayment, type PaymentRow } from './repository';
import { requestRefund } from './request-refund';
import { type RefundReason, settlementOf } from './settlement-rules';
import { hasArrived } from './state';

/** Settles a session that is complete, in a transaction of its own. Again and again gives the same. */
export async function settleSession(ctx: Context, session: CheckoutSession): Promise<void> {
  await inTransaction((tx) => settleInTransaction(tx, ctx, session));
  relaySoon();
}

/**
 * What a complete session means, in the transaction of whoever learnt of it. The payment that moves its booking to
 * `confirming` carries it; every other one is marked for refund in the same transaction, so that no money is ever
 * without a purpose. A session that is not ours is left alone.
 */
export async function settleInTransaction(
  tx: Transaction,
  ctx: Context,
  session: CheckoutSession,
): Promise<void> {
  const payment = session.paymentId ? await lockPayment(tx, session.paymentId) : null;
  if (!payment) {
    logger.warn({ session: session.id }, 'a session that belongs to no payment of ours');
    return;
  }
  if (hasArrived(payment.status)) return;
  const booking = await claimedFacts(payment.bookingId, tx);
  if (session.settled) await arrive(tx, ctx, payment, booking, session);
  else await wait(tx, ctx, payment, booking, session);
}

/** The booking as it stands once its hold is ours: a revision can no longer change the amount under our hands. */
async function claimedFacts(bookingId: string, tx: Transaction): Promise<BookingFacts> {
  const seen = await bookingFacts(bookingId, tx);
  if (seen) await claimHold(tx, seen.holdId);
  const booking = seen && (await bookingFacts(bookingId, tx));
  if (!booking) throw new Fault('payment-without-booking');
  return booking;
}

/** A delayed method (bank transfer, some wallets): the traveller has done their part, the money is on its way. */
async function wait(
  tx: Transaction,
  ctx: Context,
  payment: PaymentRow,
  booking: BookingFacts,
  session: CheckoutSession,
): Promise<void> {
  await movePayment(payment.id, 'processing', { paymentIntentId: session.paymentIntentId }, tx);
  await moveBooking(tx, booking.id, ['awaiting_payment'], 'payment_processing', {
    reason: null,
    now: ctx.now,
  });
}

async function arrive(
  tx: Transaction,
  ctx: Context,
  payment: PaymentRow,
  booking: BookingFacts,
  session: CheckoutSession,
): Promise<void> {
  const refusal = await carry(tx, ctx, payment, booking, session);
  await movePayment(
    payment.id,
    'paid',
    { paidAt: ctx.now, sessionId: session.id, paymentIntentId: session.paymentIntentId, failureCode: null },
    tx,
  );
  await noteInHistory(
    booking.id,
    ctx.now,
    'payment.paid',
    { payment: payment.id, cents: session.amountCents },
    tx,
  );
  if (!refusal) {
    await recordEvent(tx, ctx.now, 'payments/payment.paid', { paymentId: payment.id, bookingId: booking.id });
    return;
  }
  await requestRefund(tx, ctx, { payment, amountCents: session.amountCents, reason: refusal });
}

/** Moves the booking on with this payment, or says why the money goes back. */
async function carry(
  tx: Transaction,
  ctx: Context,
  payment: PaymentRow,
  booking: BookingFacts,
  session: CheckoutSession,
): Promise<RefundReason | null> {
  const settlement = settlementOf({
    paidCents: session.amountCents,
    currency: session.currency,
    askedCents: payment.amountCents,
    bookingCents: booking.totalCents,
    booking: booking.status,
    hold: booking.holdStatus,
  });
  if (settlement.kind === 'refund') return settlement.reason;
  if (settlement.kind === 'claim') {
    await confirming(tx, ctx, booking);
    return null;
  }
  return retake(tx, ctx, booking);
}

/** The hold has ended: the same places once more, or the money back and the booking with it. */
async function retake(tx: Transaction, ctx: Context, booking: BookingFacts): Promise<RefundReason | null> {
  try {
    // A savepoint: the party may have booked the same sailing anew, and an index says so.
    const taken = await tx.transaction(async (attempt) => {
      if (!(await retakeHold(attempt, booking.holdId, ctx.now))) return false;
      await confirming(attempt, ctx, booking);
      return true;
    });
    if (taken) return null;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return 'booked-again';
  }
  await moveBooking(tx, booking.id, [booking.status], 'refund_pending', {
    reason: 'sold-out-after-hold',
    now: ctx.now,
  });
  return 'sold-out-after-hold';
}

async function confirming(tx: Transaction, ctx: Context, booking: BookingFacts): Promise<void> {
  const moved = await moveBooking(tx, booking.id, [booking.status], 'confirming', {
    reason: null,
    now: ctx.now,
  });
  // Somebody moved it after we read it: everything is undone, and decided again from what is then true.
  if (!moved) throw new Fault('booking-moved-meanwhile', { retryable: true });
}
