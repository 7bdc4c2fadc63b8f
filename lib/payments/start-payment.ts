import { inTransaction } from '@/db/transaction';
import { authorisedBooking } from '@/lib/booking/authorise';
import type { Context } from '@/lib/kernel/context';
import { done, Fault, type Result, refuse } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { holdOrders } from '@/lib/orders/hold-orders';
import { recordAudit } from '@/lib/platform/audit';
import { logger } from '@/lib/platform/logger';
import { stripe } from '@/lib/providers/stripe/client';
import { askForPayment } from './ask-for-payment';
import { type BookingFacts, bookingFacts } from './bookings-repository';
import { closeSession } from './close-session';
import { findOpenPayment, insertPayment, type PaymentRow } from './repository';
import { refusalToPay, sessionEnd } from './start-rules';

export type StartPaymentRefusal =
  | 'not-found'
  | 'already-paid'
  | 'booking-expired'
  | 'not-payable'
  | 'operator-refused'
  | 'payments-unavailable'
  | 'payment-provider-unavailable';

/** How often a lost race (two tabs, a session paid at this moment) is looked at again. */
const ROUNDS = 4;

/**
 * Opens the hosted checkout page for the stored amount of a booking, for whoever holds its access token. There is one
 * open page per booking: a double click or a second tab gets the same. When the amount has changed since, the old
 * page is closed at the provider before a new one is opened, so that no old amount can ever be paid. Before that the
 * operators keep the places (`holdOrders`): nobody is asked for money for what is sold out elsewhere.
 */
export async function startPayment(
  ctx: Context,
  reference: string,
): Promise<Result<{ checkoutUrl: string }, StartPaymentRefusal>> {
  const asked = await authorisedBooking(ctx, reference);
  if (!asked) return refuse('not-found');
  if (!stripe) return refuse('payments-unavailable');
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const booking = await bookingFacts(asked.id);
      if (!booking) return refuse('not-found');
      const refusal = refusalToPay(booking, ctx.now);
      if (refusal) return refuse(refusal);
      const open = await findOpenPayment(booking.id);
      if (open?.status === 'processing') return refuse('already-paid');
      const held = await holdOrders(ctx, booking.id);
      if (!held.ok) {
        if (open) await closeSession(ctx, open);
        return refuse('operator-refused', held.refusal.params);
      }
      const payment = open ?? (await writePayment(ctx, booking));
      if (payment && isCurrent(payment, booking, ctx.now))
        return done({ checkoutUrl: payment.checkoutUrl ?? (await askForPayment(booking, payment)) });
      if (payment) await closeSession(ctx, payment);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    logger.warn({ reference, code: error.code, why: error.message }, 'a checkout page could not be opened');
    if (error.code === 'operator-unavailable') return refuse('payments-unavailable');
  }
  return refuse('payment-provider-unavailable');
}

function isCurrent(payment: PaymentRow, booking: BookingFacts, now: Date): boolean {
  return payment.amountCents === booking.totalCents && payment.expiresAt > now;
}

/** The row first, the provider afterwards: whatever dies in between can be found. Null when another tab was faster. */
async function writePayment(ctx: Context, booking: BookingFacts): Promise<PaymentRow | null> {
  const row = {
    id: newId('pay'),
    bookingId: booking.id,
    status: 'creating' as const,
    amountCents: booking.totalCents,
    createdAt: ctx.now,
    expiresAt: sessionEnd(booking.expiresAt, ctx.now),
  };
  const written = await inTransaction(async (tx) => {
    if (!(await insertPayment(tx, row))) return false;
    await recordAudit(tx, ctx, 'start-payment', booking.id, { payment: row.id });
    return true;
  });
  return written ? findOpenPayment(booking.id) : null;
}
