import type { CheckoutSession, PaymentNotice, ProviderRefund } from './types';
import { wireDispute, wireEvent, wirePaymentIntent, wireRefund, wireSession } from './wire';

/** Names under which our ids travel in Stripe's metadata. */
export const METADATA = {
  payment: 'payment_id',
  booking: 'booking_reference',
  refund: 'refund_id',
} as const;

/** A session in our words; throws ZodError when it is not one. */
export function toSession(wire: unknown): CheckoutSession {
  const session = wireSession.parse(wire);
  return {
    id: session.id,
    status: session.status,
    settled: session.status === 'complete' && session.payment_status !== 'unpaid',
    url: session.url ?? null,
    amountCents: session.amount_total,
    currency: session.currency,
    paymentIntentId: session.payment_intent,
    paymentId: session.metadata[METADATA.payment] ?? null,
  };
}

/** A refund in our words. `canceled` is a refund that did not happen; `requires_action` is still under way. */
export function toRefund(wire: unknown): ProviderRefund {
  const refund = wireRefund.parse(wire);
  const failed = refund.status === 'failed' || refund.status === 'canceled';
  return {
    id: refund.id,
    status: refund.status === 'succeeded' ? 'succeeded' : failed ? 'failed' : 'pending',
    amountCents: refund.amount,
    paymentIntentId: refund.payment_intent,
    refundId: refund.metadata[METADATA.refund] ?? null,
  };
}

/** What a stored webhook says; throws ZodError when a type that we act on does not carry what it must. */
export function toNotice(payload: unknown): PaymentNotice {
  const event = wireEvent.parse(payload);
  const object = event.data.object;
  switch (event.type) {
    case 'checkout.session.completed':
      return { kind: 'checkout-completed', session: toSession(object) };
    case 'checkout.session.async_payment_succeeded':
      return { kind: 'checkout-settled', session: toSession(object) };
    case 'checkout.session.async_payment_failed':
      return { kind: 'checkout-failed', session: toSession(object) };
    case 'checkout.session.expired':
      return { kind: 'checkout-expired', session: toSession(object) };
    case 'payment_intent.payment_failed':
      return toDeclined(object);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return { kind: 'refund-changed', refund: toRefund(object) };
    case 'charge.dispute.created': {
      const dispute = wireDispute.parse(object);
      return { kind: 'dispute-opened', paymentIntentId: dispute.payment_intent, reason: dispute.reason };
    }
    default:
      return { kind: 'ignored' };
  }
}

function toDeclined(object: unknown): PaymentNotice {
  const intent = wirePaymentIntent.parse(object);
  const error = intent.last_payment_error;
  return {
    kind: 'attempt-declined',
    paymentId: intent.metadata[METADATA.payment] ?? null,
    failureCode: error?.decline_code ?? error?.code ?? 'declined',
  };
}
