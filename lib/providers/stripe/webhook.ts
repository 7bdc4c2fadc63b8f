import Stripe from 'stripe';
import { env } from '@/lib/platform/env';
import { stripe } from './client';
import type { VerifiedEvent } from './types';
import { wireEvent } from './wire';

/** Seconds that a signature stays good, as Stripe's own libraries have it. */
const TOLERANCE_SECONDS = 300;

/** Whether webhooks can be verified here at all. */
export function webhooksConfigured(): boolean {
  return Boolean(stripe && env.STRIPE_WEBHOOK_SECRET);
}

/**
 * The event in a raw body, or null when the signature is not Stripe's, is too old at `receivedAt`, or the body is
 * no event. Only a verified body is ever parsed.
 */
export function verifyWebhook(rawBody: string, signature: string, receivedAt: Date): VerifiedEvent | null {
  if (!stripe || !env.STRIPE_WEBHOOK_SECRET) return null;
  try {
    const payload: unknown = stripe.webhooks.constructEvent(
      rawBody,
      signature,
      env.STRIPE_WEBHOOK_SECRET,
      TOLERANCE_SECONDS,
      undefined,
      receivedAt.getTime(),
    );
    const event = wireEvent.safeParse(payload);
    return event.success ? { id: event.data.id, type: event.data.type, payload } : null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError)
      return null;
    throw error;
  }
}
