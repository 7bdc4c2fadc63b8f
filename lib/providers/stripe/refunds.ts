import { callStripe } from './client';
import { METADATA, toRefund } from './map';
import type { ProviderRefund } from './types';

/** Stripe repeats an answer, also an error, for a day under the same key; a new key now and then gets a new one. */
const KEY_LIFE_MS = 10 * 60_000;

/**
 * Gives `amountCents` back, once: a refund that is there already under our id is the answer, whatever became of the
 * request that made it. `now` only chooses the idempotency key.
 */
export function createRefund(input: {
  readonly refundId: string;
  readonly paymentIntentId: string;
  readonly amountCents: number;
  readonly now: Date;
}): Promise<ProviderRefund> {
  return callStripe(async (stripe) => {
    const made = await stripe.refunds.list({ payment_intent: input.paymentIntentId, limit: 100 });
    const known = made.data.map(toRefund).find((refund) => refund.refundId === input.refundId);
    if (known) return known;
    return toRefund(
      await stripe.refunds.create(
        {
          payment_intent: input.paymentIntentId,
          amount: input.amountCents,
          metadata: { [METADATA.refund]: input.refundId },
        },
        { idempotencyKey: `${input.refundId}:${Math.floor(input.now.getTime() / KEY_LIFE_MS)}` },
      ),
    );
  });
}

export function retrieveRefund(providerRefundId: string): Promise<ProviderRefund> {
  return callStripe(async (stripe) => toRefund(await stripe.refunds.retrieve(providerRefundId)));
}
