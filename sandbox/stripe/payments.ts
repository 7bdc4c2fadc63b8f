import { invalid } from './api-error';
import { type Book, type Happening, newId } from './book';
import { type CardInput, tryCard } from './cards';
import { type Charge, type PaymentError, type PaymentIntent, PREFIX, type Session } from './objects';
import { sessionOf } from './sessions';

export type Payer = { readonly email: string | null; readonly name: string | null };

/** What the payment page does next. */
export type PayResult =
  | { readonly kind: 'complete' }
  | { readonly kind: 'authenticate' }
  | { readonly kind: 'declined'; readonly error: PaymentError }
  | { readonly kind: 'closed' };

const AUTHENTICATION_FAILED: PaymentError = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method.',
};
const DEBIT_FAILED: PaymentError = {
  type: 'card_error',
  code: 'payment_method_provider_decline',
  message: 'The bank refused the debit.',
};

/** Tries to pay with a card. */
export function payByCard(book: Book, id: string, card: CardInput, payer: Payer): PayResult {
  const session = sessionOf(book, id);
  if (session.status !== 'open') return { kind: 'closed' };
  const outcome = tryCard(card, book.nowMs());
  if (outcome.kind === 'declined') return decline(book, session, outcome.error);
  if (outcome.kind === 'authenticate') {
    const intent = intentOf(book, session, { status: 'requires_action', payment_method: newId('pm_') });
    book.write([intent, { ...withPayer(session, payer), payment_intent: intent.id }]);
    return { kind: 'authenticate' };
  }
  succeed(book, withPayer(session, payer), {
    card: { brand: outcome.brand, last4: outcome.last4 },
    type: 'card',
  });
  return { kind: 'complete' };
}

/** The answer of the 3-D Secure page. */
export function authenticate(book: Book, id: string, success: boolean): PayResult {
  const session = sessionOf(book, id);
  const waiting = session.payment_intent
    ? book.intent(session.payment_intent)?.status === 'requires_action'
    : false;
  if (session.status !== 'open' || !waiting) return { kind: 'closed' };
  if (!success) return decline(book, session, AUTHENTICATION_FAILED);
  const card = { brand: 'visa', last4: '3220', three_d_secure: { result: 'authenticated' } };
  succeed(book, session, { card, type: 'card' });
  return { kind: 'complete' };
}

/** Starts a bank debit: the session is complete, the money is not there. `settleDebit` ends it. */
export function payByDebit(book: Book, id: string, payer: Payer): PayResult {
  const session = sessionOf(book, id);
  if (session.status !== 'open') return { kind: 'closed' };
  const intent = intentOf(book, session, {
    status: 'processing',
    payment_method: newId('pm_'),
    last_payment_error: null,
    payment_method_types: ['sepa_debit'],
  });
  const complete: Session = {
    ...withPayer(session, payer),
    status: 'complete',
    payment_intent: intent.id,
    url: null,
  };
  book.write(
    [intent, complete],
    [
      { type: 'payment_intent.processing', object: intent },
      { type: 'checkout.session.completed', object: complete },
    ],
  );
  return { kind: 'complete' };
}

/** The bank's answer to a debit that is under way. */
export function settleDebit(book: Book, id: string, success: boolean): Session {
  const session = sessionOf(book, id);
  const intent = session.payment_intent ? book.intent(session.payment_intent) : undefined;
  if (intent?.status !== 'processing') throw invalid(`No debit under way for ${id}`);
  if (success)
    return succeed(book, session, { sepa_debit: { country: 'FR', last4: '2606' }, type: 'sepa_debit' });
  const failed: PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    last_payment_error: DEBIT_FAILED,
  };
  book.write(
    [failed],
    [
      { type: 'payment_intent.payment_failed', object: failed },
      { type: 'checkout.session.async_payment_failed', object: session },
    ],
  );
  return session;
}

function decline(book: Book, session: Session, error: PaymentError): PayResult {
  const intent = intentOf(book, session, { status: 'requires_payment_method', last_payment_error: error });
  const tried: Session = { ...session, payment_intent: intent.id };
  book.write([intent, tried], [{ type: 'payment_intent.payment_failed', object: intent }]);
  return { kind: 'declined', error };
}

function succeed(book: Book, session: Session, method: Charge['payment_method_details']): Session {
  const delayed = session.status === 'complete';
  const before = intentOf(book, session, {});
  const charge = chargeOf(book, before, session, method);
  const intent: PaymentIntent = {
    ...before,
    status: 'succeeded',
    amount_received: before.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: charge.payment_method,
  };
  const paid: Session = {
    ...session,
    status: 'complete',
    payment_status: 'paid',
    payment_intent: intent.id,
    url: null,
  };
  const done = delayed ? 'checkout.session.async_payment_succeeded' : 'checkout.session.completed';
  const events: Happening[] = [
    { type: 'charge.succeeded', object: charge },
    { type: 'payment_intent.succeeded', object: intent },
    { type: done, object: paid },
  ];
  book.write([charge, intent, paid], events);
  return paid;
}

/** The session's intent with these changes; Checkout makes it at the first try to pay. */
function intentOf(book: Book, session: Session, changes: Partial<PaymentIntent>): PaymentIntent {
  const existing = session.payment_intent ? book.intent(session.payment_intent) : undefined;
  if (existing) return { ...existing, ...changes };
  const extra = book.extra(session.id);
  return {
    id: newId(PREFIX.intent),
    object: 'payment_intent',
    livemode: false,
    amount: session.amount_total,
    amount_received: 0,
    amount_capturable: 0,
    currency: session.currency,
    status: 'requires_payment_method',
    last_payment_error: null,
    latest_charge: null,
    payment_method: null,
    payment_method_types: session.payment_method_types,
    description: extra?.intentDescription ?? null,
    metadata: extra?.intentMetadata ?? {},
    created: book.now(),
    ...changes,
  };
}

function chargeOf(
  book: Book,
  intent: PaymentIntent,
  session: Session,
  method: Charge['payment_method_details'],
): Charge {
  return {
    id: newId(PREFIX.charge),
    object: 'charge',
    livemode: false,
    amount: intent.amount,
    amount_captured: intent.amount,
    amount_refunded: 0,
    captured: true,
    paid: true,
    status: 'succeeded',
    currency: intent.currency,
    disputed: false,
    refunded: false,
    payment_intent: intent.id,
    payment_method: intent.payment_method ?? newId('pm_'),
    payment_method_details: method,
    billing_details: session.customer_details ?? { email: null, name: null },
    description: intent.description,
    metadata: intent.metadata,
    created: book.now(),
  };
}

function withPayer(session: Session, payer: Payer): Session {
  const email = session.customer_email ?? payer.email;
  return { ...session, customer_details: { email, name: payer.name } };
}
