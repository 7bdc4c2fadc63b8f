import { inTransaction, type Transaction } from '@/db/transaction';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { toNotice } from '@/lib/providers/stripe/map';
import type { PaymentNotice } from '@/lib/providers/stripe/types';
import { attemptDeclined } from './events/attempt-declined';
import { checkoutExpired } from './events/checkout-expired';
import { checkoutFailed } from './events/checkout-failed';
import { disputeOpened } from './events/dispute-opened';
import { refundChanged } from './events/refund-changed';
import { lockPaymentEvent, markProcessed } from './events-repository';
import { settleInTransaction } from './settle-session';

/**
 * Works on one stored webhook, once: what follows from it and the mark that it was done are one transaction, under
 * the lock of its row. Throws when it cannot be read, so that the job and then the repair try again and it is seen.
 */
export async function processPaymentEvent(ctx: Context, eventId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const event = await lockPaymentEvent(tx, eventId);
    if (!event || event.processedAt) return;
    await dispatch(tx, ctx, toNotice(event.payload));
    await markProcessed(tx, eventId, ctx.now);
  });
  relaySoon();
}

async function dispatch(tx: Transaction, ctx: Context, notice: PaymentNotice): Promise<void> {
  switch (notice.kind) {
    case 'checkout-completed':
    case 'checkout-settled':
      return settleInTransaction(tx, ctx, notice.session);
    case 'checkout-failed':
      return checkoutFailed(tx, ctx, notice.session);
    case 'checkout-expired':
      return checkoutExpired(tx, notice.session);
    case 'attempt-declined':
      return attemptDeclined(tx, ctx, notice);
    case 'refund-changed':
      return refundChanged(tx, ctx, notice.refund);
    case 'dispute-opened':
      return disputeOpened(tx, ctx, notice);
    case 'ignored':
      return;
  }
}
