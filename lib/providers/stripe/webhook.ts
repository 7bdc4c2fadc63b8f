import Stripe from 'stripe';
import { env } from '@/lib/platform/env';
import { stripe } from './client';
import type { VerifiedEvent } from './types';
import { wireEvent } from './wire';

/** Whether webhooks can be verified here at all. */
export function webhooksConfigured(): boolean {
  return Boolean(stripe && env.STRIPE_WEBHOOK_SECRET);
}

/**
 * The event in a raw body, or null when the signature is not Stripe's, is older than five minutes (replayed), or the
 * body is no event. Only a verified body is ever parsed. The age is counted on the machine's clock, as it is Stripe's.
 */
export function verifyWebhook(rawBody: string, signature: string): VerifiedEvent | null {
  if (!stripe || !env.STRIPE_WEBHOOK_SECRET) return null;
  try {
    const payload: unknown = stripe.webhooks.constructEvent(rawBody, signature, env.STRIPE_WEBHOOK_SECRET);
    const event = wireEvent.safeParse(payload);
    return event.success ? { id: event.data.id, type: event.data.type, payload } : null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError)
      return null;
    throw error;
  }
}
