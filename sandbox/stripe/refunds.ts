import { z } from 'zod';
import { invalid, missing } from './api-error';
import { type Book, newId } from './book';
import type { Form } from './form';
import { type Charge, type Dispute, PREFIX, type Refund } from './objects';

const refundInput = z
  .strictObject({
    charge: z.string().optional(),
    payment_intent: z.string().optional(),
    amount: z.string().regex(/^\d+$/).transform(Number).optional(),
    reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    metadata: z.record(z.string().max(40), z.string().max(500)).default({}),
    expand: z.unknown().optional(),
  })
  .refine((input) => input.charge || input.payment_intent, 'One of charge or payment_intent is required.');

/** Gives back what is left of a charge, or a part; `status` is how it goes at first. */
export function createRefund(book: Book, form: Form, status: Refund['status']): Refund {
  const parsed = refundInput.safeParse(form);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(issue?.message ?? 'Invalid refund', { param: String(issue?.path[0] ?? 'charge') });
  }
  const input = parsed.data;
  const charge = chargeFor(book, input.charge, input.payment_intent);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (charge.disputed)
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  const amount = input.amount ?? left;
  if (amount < 1)
    throw invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  if (amount > left) {
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  }
  const refund: Refund = {
    id: newId(PREFIX.refund),
    object: 'refund',
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    metadata: input.metadata,
    reason: input.reason ?? null,
    status,
    ...(status === 'failed' ? { failure_reason: 'expired_or_canceled_card' } : {}),
    created: book.now(),
  };
  const counted = status === 'failed' ? charge : withRefunded(charge, amount);
  book.write(
    [refund, counted],
    [
      { type: 'refund.created', object: refund },
      ...(status === 'failed'
        ? [{ type: 'refund.failed', object: refund }]
        : [{ type: 'charge.refunded', object: counted }]),
    ],
  );
  return refund;
}

function chargeFor(book: Book, chargeId: string | undefined, intentId: string | undefined): Charge {
  if (chargeId) {
    const charge = chargeId.startsWith(PREFIX.charge) ? book.charge(chargeId) : undefined;
    if (!charge) throw missing('charge', chargeId);
    return charge;
  }
  const intent = intentId?.startsWith(PREFIX.intent) ? book.intent(intentId) : undefined;
  if (!intent) throw missing('payment_intent', intentId ?? '');
  const charge = intent.latest_charge ? book.charge(intent.latest_charge) : undefined;
  if (!charge)
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  return charge;
}

function withRefunded(charge: Charge, amount: number): Charge {
  const total = charge.amount_refunded + amount;
  return { ...charge, amount_refunded: total, refunded: total === charge.amount };
}

/**
 * How a refund that was pending ended; one that has succeeded may fail all the same, when the bank sends it back days
 * later. A failed one counts as not given back.
 */
export function settleRefund(book: Book, id: string, success: boolean): Refund {
  const refund = id.startsWith(PREFIX.refund) ? book.refund(id) : undefined;
  if (!refund) throw missing('refund', id);
  if (refund.status === 'failed' || (success && refund.status === 'succeeded'))
    throw invalid(`Refund ${id} is ${refund.status}`);
  const charge = chargeFor(book, refund.charge, undefined);
  if (success) {
    const settled: Refund = { ...refund, status: 'succeeded' };
    book.write([settled], [{ type: 'refund.updated', object: settled }]);
    return settled;
  }
  const failed: Refund = { ...refund, status: 'failed', failure_reason: 'expired_or_canceled_card' };
  book.write(
    [failed, withRefunded(charge, -refund.amount)],
    [
      { type: 'refund.updated', object: failed },
      { type: 'refund.failed', object: failed },
    ],
  );
  return failed;
}

/** The cardholder's bank takes the money back. */
export function disputeCharge(book: Book, chargeId: string, reason: string): Dispute {
  const charge = chargeFor(book, chargeId, undefined);
  if (charge.disputed) throw invalid(`Charge ${charge.id} is disputed already`);
  const dispute: Dispute = {
    id: newId(PREFIX.dispute),
    object: 'dispute',
    livemode: false,
    amount: charge.amount - charge.amount_refunded,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
    is_charge_refundable: false,
    metadata: {},
    created: book.now(),
  };
  book.write([dispute, { ...charge, disputed: true }], [{ type: 'charge.dispute.created', object: dispute }]);
  return dispute;
}
