import type { Transaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import type { Context } from '@/lib/kernel/context';
import { noteInHistory } from '../history-repository';
import { lockPayment, notePayment } from '../repository';

/**
 * The bank said no to one card. The page stays open and another card may be tried, so the payment does not move;
 * only what the bank said is kept. A notice that comes after the money did says nothing any more; that of a delayed
 * method is told by the session itself (`checkout-failed`).
 */
export async function attemptDeclined(
  tx: Transaction,
  ctx: Context,
  notice: { readonly paymentId: string | null; readonly failureCode: string },
): Promise<void> {
  const payment = notice.paymentId ? await lockPayment(tx, notice.paymentId) : null;
  if (payment?.status !== 'creating' && payment?.status !== 'open') return;
  await notePayment(payment.id, { failureCode: notice.failureCode }, tx);
  await noteInHistory(payment.bookingId, ctx.now, 'payment.declined', { reason: notice.failureCode }, tx);
  await recordEvent(tx, ctx.now, 'payments/payment.failed', {
    paymentId: payment.id,
    bookingId: payment.bookingId,
  });
}
