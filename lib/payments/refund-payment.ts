import { inTransaction } from '@/db/transaction';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { createRefund, retrieveRefund } from '@/lib/providers/stripe/refunds';
import type { ProviderRefund } from '@/lib/providers/stripe/types';
import { findRefund, type RefundTask } from './refunds-repository';
import { refusedRefund, settleRefund } from './settle-refund';

/**
 * Gives the money of one refund back. Safe to repeat: a refund that the provider has made already is found, one that is
 * settled is left alone, and one that failed until its next try is due. A refusal by the provider is a try that failed.
 * True when something was learnt. Throws the Fault of a provider that does not answer; the job and the repair try again.
 */
export async function refundPayment(ctx: Context, refundId: string): Promise<boolean> {
  const task = await findRefund(refundId);
  if (!task || !isOpen(task, ctx.now)) return false;
  const underWay = task.status === 'pending' ? task.providerRefundId : null;
  const refund = underWay ? await retrieveRefund(underWay) : await ask(ctx, task);
  const learnt = await inTransaction((tx) =>
    refund ? settleRefund(tx, ctx, task, refund) : refusedRefund(tx, ctx, task),
  );
  relaySoon();
  return learnt;
}

function isOpen({ status, dueAt }: RefundTask, now: Date): boolean {
  if (status === 'failed') return dueAt !== null && dueAt <= now;
  return status === 'requested' || status === 'pending';
}

/** The provider's refund; null where it refuses to make one. */
async function ask(ctx: Context, task: RefundTask): Promise<ProviderRefund | null> {
  if (!task.paymentIntentId) throw new Fault('refund-without-payment-intent', { message: task.id });
  try {
    return await createRefund({
      refundId: task.id,
      paymentIntentId: task.paymentIntentId,
      amountCents: task.amountCents,
      failed: task.failedAtProvider,
      now: ctx.now,
    });
  } catch (error) {
    if (error instanceof Fault && error.code === 'payment-provider-refused') return null;
    throw error;
  }
}
