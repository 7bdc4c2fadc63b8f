import { callStripe } from './client';
import { METADATA, toRefund } from './map';
import type { ProviderRefund } from './types';

/** Stripe repeats an answer, also an error, for a day under the same key; a new key now and then gets a new one. */
const KEY_LIFE_MS = 10 * 60_000;

/**
 * Gives `amountCents` back, once. It looks first: a refund that is there already is the answer, whatever became of the
 * request that made it: under our id and not among those known to have `failed`, or made by hand over the same amount.
 * Each try after a failure has an idempotency key of its own; `now` only renews it.
 */
export function createRefund(input: {
  readonly refundId: string;
  readonly paymentIntentId: string;
  readonly amountCents: number;
  /** The provider's ids of the tries that failed. */
  readonly failed: readonly string[];
  readonly now: Date;
}): Promise<ProviderRefund> {
  return callStripe(async (stripe) => {
    const made = await stripe.refunds.list({ payment_intent: input.paymentIntentId, limit: 100 });
    const known = made.data.map(toRefund).filter((refund) => !input.failed.includes(refund.id));
    const ours = known.filter((refund) => refund.refundId === input.refundId);
    const byHand = known.find(
      ({ refundId, status, amountCents }) =>
        refundId === null && status !== 'failed' && amountCents === input.amountCents,
    );
    const there = ours.find((refund) => refund.status !== 'failed') ?? byHand ?? ours[0];
    if (there) return there;
    return toRefund(
      await stripe.refunds.create(
        {
          payment_intent: input.paymentIntentId,
          amount: input.amountCents,
          metadata: { [METADATA.refund]: input.refundId },
        },
        { idempotencyKey: `${input.refundId}:${input.failed.length}:${keyPeriod(input.now)}` },
      ),
    );
  });
}

function keyPeriod(now: Date): number {
  return Math.floor(now.getTime() / KEY_LIFE_MS);
}

export function retrieveRefund(providerRefundId: string): Promise<ProviderRefund> {
  return callStripe(async (stripe) => toRefund(await stripe.refunds.retrieve(providerRefundId)));
}
