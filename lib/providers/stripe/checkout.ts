import type Stripe from 'stripe';
import { callStripe } from './client';
import { METADATA, toSession } from './map';
import type { CheckoutOrder, CheckoutSession } from './types';

/**
 * Opens a hosted checkout page. The same order gives the same session for 24 hours (idempotency key = payment id);
 * the payment methods are those that the account offers for the country and the amount.
 */
export function createCheckoutSession(order: CheckoutOrder): Promise<CheckoutSession> {
  return callStripe(async (stripe) =>
    toSession(
      await stripe.checkout.sessions.create(sessionParams(order), { idempotencyKey: order.paymentId }),
    ),
  );
}

/** The request for an order: ids in the metadata, no personal data there. Times in whole seconds since 1970. */
export function sessionParams(order: CheckoutOrder): Stripe.Checkout.SessionCreateParams {
  const metadata = { [METADATA.payment]: order.paymentId, [METADATA.booking]: order.bookingReference };
  return {
    mode: 'payment',
    client_reference_id: order.bookingReference,
    customer_email: order.email,
    locale: order.locale,
    line_items: order.lines.map((line) => ({
      quantity: line.quantity,
      price_data: { currency: 'eur', unit_amount: line.unitCents, product_data: { name: line.name } },
    })),
    metadata,
    payment_intent_data: { metadata, description: order.bookingReference },
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    expires_at: Math.ceil(order.expiresAt.getTime() / 1000),
  };
}

export function retrieveSession(sessionId: string): Promise<CheckoutSession> {
  return callStripe(async (stripe) => toSession(await stripe.checkout.sessions.retrieve(sessionId)));
}

/** Closes an open session. Stripe refuses where it is no longer open: then the session as it now is comes back. */
export function expireSession(sessionId: string): Promise<CheckoutSession> {
  return callStripe(async (stripe) => {
    const session = toSession(await stripe.checkout.sessions.retrieve(sessionId));
    if (session.status !== 'open') return session;
    try {
      return toSession(await stripe.checkout.sessions.expire(sessionId));
    } catch {
      // Paid or expired in this very moment: what it has become decides.
      return toSession(await stripe.checkout.sessions.retrieve(sessionId));
    }
  });
}
