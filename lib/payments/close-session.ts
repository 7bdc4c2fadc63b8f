import type { Context } from '@/lib/kernel/context';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { expireSession } from '@/lib/providers/stripe/checkout';
import { movePayment, type PaymentRow, paymentsToClose } from './repository';
import { settleSession } from './settle-session';

/**
 * Closes the checkout page of a payment at the provider, and the payment with it. Where the traveller was faster and
 * has paid, the money is settled as if its webhook had come. Throws the provider's Fault.
 */
export async function closeSession(ctx: Context, payment: PaymentRow): Promise<void> {
  if (!payment.sessionId) {
    // Nobody has the address of a page that was never written down.
    await movePayment(payment.id, 'expired', { failureCode: 'not-created' });
    return;
  }
  const session = await expireSession(payment.sessionId);
  if (session.status === 'complete') await settleSession(ctx, session);
  else await movePayment(payment.id, 'expired');
}

/** The job: closes the pages of bookings that ended, so that nothing is paid for what is no longer for sale. */
export async function closeEndedSessions(ctx: Context): Promise<void> {
  for (const payment of await paymentsToClose(50)) {
    try {
      await closeSession(ctx, payment);
    } catch (error) {
      logger.warn(
        { error: describeError(error), payment: payment.id },
        'a checkout page could not be closed yet',
      );
    }
  }
}
