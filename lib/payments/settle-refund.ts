import type { Transaction } from '@/db/transaction';
import { moveBooking } from '@/lib/booking/move-booking';
import { recordEvent } from '@/lib/events/record-event';
import type { Context } from '@/lib/kernel/context';
import { logger } from '@/lib/platform/logger';
import type { ProviderRefund } from '@/lib/providers/stripe/types';
import { noteInHistory } from './history-repository';
import { moveRefund, type RefundTask } from './refunds-repository';
import { movePayment } from './repository';
import { endsBooking } from './settlement-rules';

/**
 * Writes down what the provider says of a refund: by its answer, by a webhook, or by being asked; whichever comes
 * first counts, the others change nothing. Money that is back ends a booking that waited for it.
 */
export async function settleRefund(
  tx: Transaction,
  ctx: Context,
  task: RefundTask,
  refund: ProviderRefund,
): Promise<void> {
  if (refund.status === 'pending') {
    await moveRefund(task.id, ['requested'], { status: 'pending', providerRefundId: refund.id }, tx);
  } else if (refund.status === 'succeeded') {
    await succeed(tx, ctx, task, refund.id);
  } else {
    await fail(tx, ctx, task, refund.id);
  }
}

async function succeed(tx: Transaction, ctx: Context, task: RefundTask, providerId: string): Promise<void> {
  const settled = await moveRefund(
    task.id,
    ['requested', 'pending', 'failed'],
    { status: 'succeeded', providerRefundId: providerId, settledAt: ctx.now },
    tx,
  );
  if (!settled) return;
  await movePayment(task.paymentId, 'refunded', {}, tx);
  if (endsBooking(task.reason))
    await moveBooking(tx, task.bookingId, ['refund_pending', 'stuck'], 'refunded', {
      reason: task.reason,
      now: ctx.now,
    });
  await noteInHistory(
    task.bookingId,
    ctx.now,
    'refund.settled',
    { reason: task.reason, cents: task.amountCents },
    tx,
  );
  await recordEvent(tx, ctx.now, 'payments/refund.settled', {
    refundId: task.id,
    paymentId: task.paymentId,
    bookingId: task.bookingId,
  });
}

/** The money could not be given back this way (a closed card): a person has to find another. */
async function fail(tx: Transaction, ctx: Context, task: RefundTask, providerId: string): Promise<void> {
  const failed = await moveRefund(
    task.id,
    ['requested', 'pending'],
    { status: 'failed', providerRefundId: providerId },
    tx,
  );
  if (!failed) return;
  if (endsBooking(task.reason))
    await moveBooking(tx, task.bookingId, ['refund_pending'], 'stuck', {
      reason: 'refund-failed',
      now: ctx.now,
    });
  await noteInHistory(task.bookingId, ctx.now, 'refund.failed', { reason: task.reason }, tx);
  logger.error({ refund: task.id }, 'a refund has failed at the provider');
}
