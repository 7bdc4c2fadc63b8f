/** The part of Stripe's objects that the emulator keeps. Amounts in minor units, instants in seconds. */
export type Metadata = Readonly<Record<string, string>>;

export type LineItem = {
  readonly id: string;
  readonly object: 'item';
  readonly description: string;
  readonly detail: string | null;
  readonly quantity: number;
  readonly currency: string;
  readonly amount_subtotal: number;
  readonly amount_total: number;
};

export type Session = {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly mode: 'payment';
  readonly ui_mode: string;
  readonly livemode: false;
  readonly status: 'open' | 'complete' | 'expired';
  readonly payment_status: 'unpaid' | 'paid';
  readonly payment_intent: string | null;
  readonly payment_method_types: readonly string[];
  readonly amount_subtotal: number;
  readonly amount_total: number;
  readonly currency: string;
  readonly client_reference_id: string | null;
  readonly customer: null;
  readonly customer_email: string | null;
  readonly customer_details: { readonly email: string | null; readonly name: string | null } | null;
  readonly metadata: Metadata;
  readonly locale: string | null;
  readonly success_url: string;
  readonly cancel_url: string | null;
  readonly url: string | null;
  readonly created: number;
  readonly expires_at: number;
};

/** What a session has besides the object that the API shows. */
export type SessionExtra = {
  readonly id: string;
  readonly lines: readonly LineItem[];
  readonly intentMetadata: Metadata;
  readonly intentDescription: string | null;
};

export type PaymentError = {
  readonly type: 'card_error' | 'invalid_request_error';
  readonly code: string;
  readonly decline_code?: string;
  readonly message: string;
};

export type PaymentIntent = {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly livemode: false;
  readonly amount: number;
  readonly amount_received: number;
  readonly amount_capturable: 0;
  readonly currency: string;
  readonly status: 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded' | 'canceled';
  readonly last_payment_error: PaymentError | null;
  readonly latest_charge: string | null;
  readonly payment_method: string | null;
  readonly payment_method_types: readonly string[];
  readonly description: string | null;
  readonly metadata: Metadata;
  readonly created: number;
};

export type Charge = {
  readonly id: string;
  readonly object: 'charge';
  readonly livemode: false;
  readonly amount: number;
  readonly amount_captured: number;
  readonly amount_refunded: number;
  readonly captured: true;
  readonly paid: true;
  readonly status: 'succeeded';
  readonly currency: string;
  readonly disputed: boolean;
  readonly refunded: boolean;
  readonly payment_intent: string;
  readonly payment_method: string;
  readonly payment_method_details: Readonly<Record<string, unknown>>;
  readonly billing_details: { readonly email: string | null; readonly name: string | null };
  readonly description: string | null;
  readonly metadata: Metadata;
  readonly created: number;
};

export type Refund = {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly payment_intent: string;
  readonly metadata: Metadata;
  readonly reason: string | null;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly failure_reason?: string;
  readonly created: number;
};

export type Dispute = {
  readonly id: string;
  readonly object: 'dispute';
  readonly livemode: false;
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly payment_intent: string;
  readonly reason: string;
  readonly status: 'needs_response';
  readonly is_charge_refundable: false;
  readonly metadata: Metadata;
  readonly created: number;
};

export type StripeObject = Session | PaymentIntent | Charge | Refund | Dispute;

export type StripeEvent = {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly livemode: false;
  readonly pending_webhooks: number;
  readonly request: { readonly id: null; readonly idempotency_key: null };
  readonly type: string;
  readonly data: { readonly object: StripeObject };
};

/** One event on its way to the product; `nextAt` in milliseconds of the machine's clock. */
export type Delivery = {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly attempts: number;
  readonly nextAt: number;
  readonly delivered: boolean;
  readonly lastAnswer: string | null;
};

export const PREFIX = {
  session: 'cs_test_',
  extra: 'extra_',
  intent: 'pi_',
  charge: 'ch_',
  refund: 're_',
  dispute: 'du_',
  event: 'evt_',
  delivery: 'delivery_',
  answer: 'answer_',
} as const;
