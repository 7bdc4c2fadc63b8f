import type { Context } from '@/lib/kernel/context';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { retrieveSession } from '@/lib/providers/stripe/checkout';
import { askForPayment } from './ask-for-payment';
import { bookingFacts } from './bookings-repository';
import { noteInHistory } from './history-repository';
import { movePayment, notePayment, type PaymentRow, unaskedPayments } from './repository';
import { settleSession } from './settle-session';

/** A webhook is normally here within seconds; a payment not heard of for this long is asked about. */
const SILENCE_MS = 30_000;
/** With three rounds a minute: at most 60 questions, far below the provider's limit of 100 in a second. */
const BATCH = 20;

/**
 * Asks the provider about open payments in turn, so that a webhook that never came costs a minute and not a holiday.
 * A page that was perhaps never opened is opened: the same request gives the same session.
 */
export async function reviewPayments(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - SILENCE_MS);
  for (const payment of await unaskedPayments(before, BATCH)) {
    await notePayment(payment.id, { checkedAt: ctx.now });
    try {
      await (payment.sessionId ? review(ctx, payment, payment.sessionId) : finishOpening(payment));
    } catch (error) {
      logger.warn({ payment: payment.id, error: describeError(error) }, 'a payment could not be asked about');
    }
  }
}

async function review(ctx: Context, payment: PaymentRow, sessionId: string): Promise<void> {
  const session = await retrieveSession(sessionId);
  if (session.status === 'open') return;
  if (session.status === 'expired') {
    await movePayment(payment.id, 'expired');
    return;
  }
  if (payment.status === 'processing' && !session.settled) return;
  await settleSession(ctx, session);
  await noteInHistory(payment.bookingId, ctx.now, 'repair.done', { what: 'webhook-lost' });
}

async function finishOpening(payment: PaymentRow): Promise<void> {
  const booking = await bookingFacts(payment.bookingId);
  if (booking?.status === 'awaiting_payment') await askForPayment(booking, payment);
}
