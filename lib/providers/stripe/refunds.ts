import { callStripe } from './client';
import { METADATA, toRefund } from './map';
import type { ProviderRefund } from './types';

/** Gives `amountCents` back. Asked again with the same refund id, Stripe answers with the first refund. */
export function createRefund(input: {
  readonly refundId: string;
  readonly paymentIntentId: string;
  readonly amountCents: number;
}): Promise<ProviderRefund> {
  return callStripe(async (stripe) =>
    toRefund(
      await stripe.refunds.create(
        {
          payment_intent: input.paymentIntentId,
          amount: input.amountCents,
          metadata: { [METADATA.refund]: input.refundId },
        },
        { idempotencyKey: input.refundId },
      ),
    ),
  );
}

export function retrieveRefund(providerRefundId: string): Promise<ProviderRefund> {
  return callStripe(async (stripe) => toRefund(await stripe.refunds.retrieve(providerRefundId)));
}
