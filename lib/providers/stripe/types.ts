/** What we want to be paid for. Amounts in cents of euro; names as the traveller reads them. */
export interface CheckoutOrder {
  /** Our payment id: also the idempotency key, so asking again gives the same session. */
  readonly paymentId: string;
  readonly bookingReference: string;
  readonly locale: 'fr' | 'en' | 'it';
  readonly email: string;
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly unitCents: number }[];
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: Date;
}

/** A Checkout Session as far as we care. */
export interface CheckoutSession {
  readonly id: string;
  readonly status: 'open' | 'complete' | 'expired';
  /** `settled` once the money is ours; a delayed method is `complete` and not yet settled. */
  readonly settled: boolean;
  readonly url: string | null;
  readonly amountCents: number;
  readonly currency: string;
  readonly paymentIntentId: string | null;
  /** Our payment id, from the metadata; null on a session that is not ours. */
  readonly paymentId: string | null;
}

/** A refund as Stripe sees it. */
export interface ProviderRefund {
  readonly id: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly amountCents: number;
  readonly paymentIntentId: string | null;
  /** Our refund id, from the metadata; null on a refund made by hand. */
  readonly refundId: string | null;
}

/** What a webhook says, in our words. Types that we do not act on are `ignored`. */
export type PaymentNotice =
  | {
      readonly kind: 'checkout-completed' | 'checkout-settled' | 'checkout-failed' | 'checkout-expired';
      readonly session: CheckoutSession;
    }
  | { readonly kind: 'attempt-declined'; readonly paymentId: string | null; readonly failureCode: string }
  | { readonly kind: 'refund-changed'; readonly refund: ProviderRefund }
  | { readonly kind: 'dispute-opened'; readonly paymentIntentId: string | null; readonly reason: string }
  | { readonly kind: 'ignored' };

/** A verified webhook: its id, its type, and the whole of it for the record. */
export interface VerifiedEvent {
  readonly id: string;
  readonly type: string;
  readonly payload: unknown;
}
