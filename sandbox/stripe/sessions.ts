import { z } from 'zod';
import { invalid, missing } from './api-error';
import { type Book, newId } from './book';
import { type Form, items } from './form';
import { type LineItem, PREFIX, type Session, type SessionExtra } from './objects';

const text = z.string().min(1);
const metadata = z.record(z.string().max(40), z.string().max(500)).default({});
const amount = z
  .string()
  .regex(/^\d{1,8}$/)
  .transform(Number);

const lineItem = z.strictObject({
  quantity: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .optional(),
  price_data: z.strictObject({
    currency: z
      .string()
      .regex(/^[a-z]{3}$/i)
      .transform((code) => code.toLowerCase()),
    unit_amount: amount,
    tax_behavior: z.string().optional(),
    product_data: z.strictObject({
      name: text,
      description: text.optional(),
      images: z.unknown().optional(),
      metadata: z.unknown().optional(),
      tax_code: z.string().optional(),
    }),
  }),
});

/** Parameters that are taken; those of Stripe's that the emulator would not act on are refused like unknown ones. */
const createInput = z.strictObject({
  mode: z.literal('payment'),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  client_reference_id: text.max(200).optional(),
  customer_email: z.email().optional(),
  expires_at: z.string().regex(/^\d+$/).transform(Number).optional(),
  locale: z.string().optional(),
  metadata,
  payment_intent_data: z
    .strictObject({
      metadata,
      description: text.optional(),
      receipt_email: z.string().optional(),
      statement_descriptor_suffix: z.string().optional(),
    })
    .default({ metadata: {} }),
  payment_method_types: z.array(z.string()).optional(),
  payment_method_options: z.unknown().optional(),
  submit_type: z.string().optional(),
  billing_address_collection: z.string().optional(),
  customer_creation: z.string().optional(),
  custom_text: z.unknown().optional(),
  ui_mode: z.enum(['hosted', 'hosted_page']).optional(),
});

/** Creates an open session; `pageUrl` makes the address of its payment page. */
export function createSession(book: Book, form: Form, pageUrl: (id: string) => string): Session {
  const input = parseCreate(form);
  const now = book.now();
  const id = newId(PREFIX.session);
  const lines = input.line_items.map(toLine);
  const currency = lines[0]?.currency ?? 'eur';
  if (lines.some((line) => line.currency !== currency))
    throw invalid('All line items must share one currency.');
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  if (total < 50) {
    const details = { code: 'amount_too_small' };
    throw invalid('The Checkout Session total amount must convert to at least 50 cents.', details);
  }
  const session: Session = {
    id,
    object: 'checkout.session',
    mode: 'payment',
    ui_mode: input.ui_mode ?? 'hosted_page',
    livemode: false,
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    payment_method_types: input.payment_method_types ?? ['card', 'sepa_debit'],
    amount_subtotal: total,
    amount_total: total,
    currency,
    client_reference_id: input.client_reference_id ?? null,
    customer: null,
    customer_email: input.customer_email ?? null,
    customer_details: input.customer_email ? { email: input.customer_email, name: null } : null,
    metadata: input.metadata,
    locale: input.locale ?? null,
    success_url: input.success_url,
    cancel_url: input.cancel_url ?? null,
    url: pageUrl(id),
    created: now,
    expires_at: expiry(input.expires_at, now),
  };
  const extra: SessionExtra = {
    id: `${PREFIX.extra}${id}`,
    lines,
    intentMetadata: input.payment_intent_data.metadata,
    intentDescription: input.payment_intent_data.description ?? null,
  };
  book.write([session, extra]);
  return session;
}

function parseCreate(form: Form): z.infer<typeof createInput> {
  const { expand: _expand, ...given } = form;
  const parsed = createInput.safeParse({
    ...given,
    line_items: items(form.line_items),
    ...(form.payment_method_types ? { payment_method_types: items(form.payment_method_types) } : {}),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const param = [...(issue?.path ?? []), ...unknown]
    .map((key, i) => (i === 0 ? String(key) : `[${String(key)}]`))
    .join('');
  if (unknown.length > 0)
    throw invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  throw invalid(`Invalid ${param}: ${issue?.message}`, { code: 'parameter_invalid', param });
}

function toLine(input: z.infer<typeof lineItem>): LineItem {
  const quantity = input.quantity ?? 1;
  const sum = quantity * input.price_data.unit_amount;
  return {
    id: newId('li_'),
    object: 'item',
    description: input.price_data.product_data.name,
    detail: input.price_data.product_data.description ?? null,
    quantity,
    currency: input.price_data.currency,
    amount_subtotal: sum,
    amount_total: sum,
  };
}

/**
 * Stripe's rule: between 30 minutes and 24 hours after creation, 24 hours where nothing is said.
 * https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-expires_at
 */
function expiry(asked: number | undefined, now: number): number {
  if (asked === undefined) return now + 86_400;
  const param = 'expires_at';
  if (asked < now + 1_800) {
    throw invalid('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param,
    });
  }
  if (asked > now + 86_400) {
    throw invalid('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param,
    });
  }
  return asked;
}

export function sessionOf(book: Book, id: string): Session {
  const session = id.startsWith(PREFIX.session) ? book.session(id) : undefined;
  if (!session) throw missing('checkout.session', id);
  return session;
}

/** Ends an open session by request. */
export function expireSession(book: Book, id: string): Session {
  const session = sessionOf(book, id);
  if (session.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  }
  return expire(book, session);
}

/** Ends the sessions whose time is over by the sandbox's clock. True where there were some. */
export function expireDue(book: Book): boolean {
  const due = book
    .sessions()
    .filter((session) => session.status === 'open' && session.expires_at <= book.now());
  for (const session of due) expire(book, session);
  return due.length > 0;
}

function expire(book: Book, session: Session): Session {
  const expired: Session = { ...session, status: 'expired', url: null };
  book.write([expired], [{ type: 'checkout.session.expired', object: expired }]);
  return expired;
}
