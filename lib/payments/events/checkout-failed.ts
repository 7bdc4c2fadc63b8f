import type { Transaction } from '@/db/transaction';
import { moveBooking } from '@/lib/booking/move-booking';
import { recordEvent } from '@/lib/events/record-event';
import type { Context } from '@/lib/kernel/context';
import type { CheckoutSession } from '@/lib/providers/stripe/types';
import { noteInHistory } from '../history-repository';
import { lockPayment, movePayment } from '../repository';
import { DEBIT_FAILED } from '../types';

/**
 * A delayed method has failed days or minutes later. The booking waits for money again; when its time is over,
 * the job that ends unpaid bookings takes it from there.
 */
export async function checkoutFailed(tx: Transaction, ctx: Context, session: CheckoutSession): Promise<void> {
  const payment = session.paymentId ? await lockPayment(tx, session.paymentId) : null;
  if (!payment || !(await movePayment(payment.id, 'failed', { failureCode: DEBIT_FAILED }, tx))) return;
  await moveBooking(tx, payment.bookingId, ['payment_processing'], 'awaiting_payment', {
    reason: 'payment-failed',
    now: ctx.now,
  });
  await noteInHistory(payment.bookingId, ctx.now, 'payment.failed', { reason: DEBIT_FAILED }, tx);
  await recordEvent(tx, ctx.now, 'payments/payment.failed', {
    paymentId: payment.id,
    bookingId: payment.bookingId,
  });
}
