import type { Transaction } from '@/db/transaction';
import type { Context } from '@/lib/kernel/context';
import { logger } from '@/lib/platform/logger';
import { noteInHistory } from '../history-repository';
import { findPaymentByIntent, movePayment } from '../repository';

/** The cardholder contests the payment. The trip stands until staff decide; the history and the log say so. */
export async function disputeOpened(
  tx: Transaction,
  ctx: Context,
  notice: { readonly paymentIntentId: string | null; readonly reason: string },
): Promise<void> {
  const payment = notice.paymentIntentId ? await findPaymentByIntent(notice.paymentIntentId, tx) : null;
  if (!payment) return;
  await movePayment(payment.id, 'disputed', {}, tx);
  await noteInHistory(payment.bookingId, ctx.now, 'payment.disputed', { reason: notice.reason }, tx);
  logger.error({ payment: payment.id, reason: notice.reason }, 'a payment is disputed');
}
