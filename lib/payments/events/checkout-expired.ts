import type { Transaction } from '@/db/transaction';
import type { CheckoutSession } from '@/lib/providers/stripe/types';
import { movePayment } from '../repository';

/** The page was closed, by us or by time. The booking has its own half hour, which a job watches. */
export async function checkoutExpired(tx: Transaction, session: CheckoutSession): Promise<void> {
  if (session.paymentId) await movePayment(session.paymentId, 'expired', {}, tx);
}
