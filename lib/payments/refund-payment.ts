import { inTransaction } from '@/db/transaction';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { createRefund, retrieveRefund } from '@/lib/providers/stripe/refunds';
import { findRefund, type RefundTask } from './refunds-repository';
import { settleRefund } from './settle-refund';

/**
 * Gives the money of one refund back. Safe to repeat: a refund that the provider has made already is found, and one that is
 * settled is left alone. Throws the provider's Fault; the job and the repair try again.
 */
export async function refundPayment(ctx: Context, refundId: string): Promise<void> {
  const task = await findRefund(refundId);
  if (!task || (task.status !== 'requested' && task.status !== 'pending')) return;
  const refund = task.providerRefundId ? await retrieveRefund(task.providerRefundId) : await ask(ctx, task);
  await inTransaction((tx) => settleRefund(tx, ctx, task, refund));
  relaySoon();
}

function ask(ctx: Context, task: RefundTask) {
  if (!task.paymentIntentId) throw new Fault('refund-without-payment-intent', { message: task.id });
  return createRefund({
    refundId: task.id,
    paymentIntentId: task.paymentIntentId,
    amountCents: task.amountCents,
    now: ctx.now,
  });
}
