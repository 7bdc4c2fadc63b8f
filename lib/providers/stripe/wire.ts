import { z } from 'zod';

/** The parts of Stripe's objects that we read (API version of the SDK); everything else is let through unread. */

/** A reference is an id, or the object itself where it was expanded. */
const reference = z
  .union([z.string(), z.object({ id: z.string() }).transform((object) => object.id)])
  .nullish()
  .transform((id) => id ?? null);

const metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {});

export const wireSession = z.object({
  id: z.string().min(1),
  object: z.literal('checkout.session'),
  status: z.enum(['open', 'complete', 'expired']),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  url: z.url().nullish(),
  amount_total: z.number().int(),
  currency: z.string(),
  payment_intent: reference,
  metadata,
});

export const wireRefund = z.object({
  id: z.string().min(1),
  object: z.literal('refund'),
  status: z.string().nullish(),
  amount: z.number().int(),
  payment_intent: reference,
  metadata,
});

export const wirePaymentIntent = z.object({
  id: z.string().min(1),
  object: z.literal('payment_intent'),
  last_payment_error: z.object({ code: z.string().nullish(), decline_code: z.string().nullish() }).nullish(),
  metadata,
});

export const wireDispute = z.object({
  id: z.string().min(1),
  object: z.literal('dispute'),
  payment_intent: reference,
  reason: z.string(),
});

export const wireEvent = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  data: z.object({ object: z.unknown() }),
});
