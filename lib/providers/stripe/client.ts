import Stripe from 'stripe';
import { ZodError } from 'zod';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';
import { guard } from '@/lib/platform/guard';

/** One request; the SDK repeats it twice, with the same idempotency key. */
const REQUEST_TIMEOUT_MS = 10_000;
/** All attempts together: a traveller is waiting. */
const CALL_TIMEOUT_MS = 20_000;

const guarded = guard('payment-provider', { timeoutMs: CALL_TIMEOUT_MS });

/** Stripe's client, or null where no key is configured: payments are then off. */
export const stripe: Stripe | null = env.STRIPE_SECRET_KEY ? open(env.STRIPE_SECRET_KEY) : null;

function open(key: string): Stripe {
  const base = env.STRIPE_API_BASE ? new URL(env.STRIPE_API_BASE) : null;
  return new Stripe(key, {
    timeout: REQUEST_TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
    ...(base && {
      host: base.hostname,
      port: base.port || (base.protocol === 'http:' ? '80' : '443'),
      protocol: base.protocol === 'http:' ? 'http' : 'https',
    }),
  });
}

/**
 * Calls Stripe behind its guard. Throws a Fault: `payment-provider-unavailable` (retryable) when it does not answer
 * or answers nonsense, `payment-provider-refused` when it says no, `payments-off` without a key.
 */
export async function callStripe<T>(call: (client: Stripe) => Promise<T>): Promise<T> {
  const client = stripe;
  if (!client) throw new Fault('payments-off');
  return guarded(() => call(client).catch((error: unknown) => Promise.reject(asFault(error))));
}

/** Stripe's own messages may quote what was sent: only its code goes on. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof Stripe.errors.StripeInvalidRequestError)
    return new Fault('payment-provider-refused', { message: `stripe: ${error.code ?? error.type}` });
  if (error instanceof ZodError)
    return new Fault('payment-provider-unavailable', {
      message: 'stripe: unreadable answer',
      retryable: true,
    });
  const type = error instanceof Stripe.errors.StripeError ? error.type : 'unknown error';
  return new Fault('payment-provider-unavailable', { message: `stripe: ${type}`, retryable: true });
}
