import type { Transaction } from '@/db/transaction';
import type { Context } from '@/lib/kernel/context';
import { logger } from '@/lib/platform/logger';
import type { ProviderRefund } from '@/lib/providers/stripe/types';
import {
  findRefund,
  findRefundByProvider,
  findRefundStillOwed,
  type RefundTask,
} from '../refunds-repository';
import { settleRefund } from '../settle-refund';

/**
 * A refund has come into being or has moved. One that staff made by hand at the provider stands for one that we still
 * owe over the same amount; any other is none of ours, and is told in the log.
 */
export async function refundChanged(tx: Transaction, ctx: Context, refund: ProviderRefund): Promise<void> {
  const task = refund.refundId ? await findRefund(refund.refundId, tx) : await madeByHand(tx, refund);
  if (!task) {
    logger.warn({ refund: refund.id }, 'a refund that we did not ask for');
    return;
  }
  await settleRefund(tx, ctx, task, refund);
}

async function madeByHand(tx: Transaction, refund: ProviderRefund): Promise<RefundTask | null> {
  const known = await findRefundByProvider(refund.id, tx);
  if (known || refund.status === 'failed' || !refund.paymentIntentId) return known;
  return findRefundStillOwed(refund.paymentIntentId, refund.amountCents, tx);
}
