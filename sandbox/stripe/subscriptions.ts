/** What the product's endpoint subscribes to; other events can only be read from `/v1/events`. */
const SUBSCRIBED = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'charge.refunded',
  'charge.dispute.created',
  'refund.created',
  'refund.updated',
  'refund.failed',
]);

export function isSubscribed(type: string): boolean {
  return SUBSCRIBED.has(type);
}
