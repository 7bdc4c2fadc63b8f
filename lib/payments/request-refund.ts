import type { Transaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { noteInHistory } from './history-repository';
import { insertRefund } from './refunds-repository';
import { movePayment, type PaymentRow } from './repository';
import type { RefundReason } from './settlement-rules';

/**
 * Decides that money goes back, once per payment and reason, in the caller's transaction; the job does it.
 * `amountCents` is what goes back, in cents.
 */
export async function requestRefund(
  tx: Transaction,
  ctx: Context,
  input: {
    readonly payment: Pick<PaymentRow, 'id' | 'bookingId'>;
    readonly amountCents: number;
    readonly reason: RefundReason;
  },
): Promise<void> {
  const { payment, amountCents, reason } = input;
  const refundId = await insertRefund(tx, {
    id: newId('ref'),
    paymentId: payment.id,
    amountCents,
    reason,
    status: 'requested',
    createdAt: ctx.now,
    dueAt: ctx.now,
  });
  if (!refundId) return;
  await movePayment(payment.id, 'refund_pending', {}, tx);
  await noteInHistory(payment.bookingId, ctx.now, 'refund.requested', { reason, cents: amountCents }, tx);
  await recordEvent(tx, ctx.now, 'payments/refund.requested', {
    refundId,
    paymentId: payment.id,
    bookingId: payment.bookingId,
  });
}
