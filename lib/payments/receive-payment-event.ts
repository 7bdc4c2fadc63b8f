import { inTransaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { done, type Result, refuse } from '@/lib/kernel/errors';
import { verifyWebhook, webhooksConfigured } from '@/lib/providers/stripe/webhook';
import { insertPaymentEvent } from './events-repository';

/**
 * Takes a webhook in: the signature over the raw body is verified, the event is stored by its id, and work on it is
 * announced in the same transaction. Nothing else happens here, so that the provider has its answer at once (P2);
 * the same event again is stored once. Refuses `invalid-signature`, or `payments-unavailable` without keys.
 */
export async function receivePaymentEvent(
  ctx: Context,
  rawBody: string,
  signature: string,
): Promise<Result<{ duplicate: boolean }, 'invalid-signature' | 'payments-unavailable'>> {
  if (!webhooksConfigured()) return refuse('payments-unavailable');
  const event = verifyWebhook(rawBody, signature);
  if (!event) return refuse('invalid-signature');
  const fresh = await inTransaction(async (tx) => {
    const inserted = await insertPaymentEvent(tx, { ...event, receivedAt: ctx.now });
    if (inserted) await recordEvent(tx, ctx.now, 'payments/event.received', { eventId: event.id });
    return inserted;
  });
  if (fresh) relaySoon();
  return done({ duplicate: !fresh });
}
