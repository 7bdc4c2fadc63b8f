import { z } from 'zod';
import { type Exchange, sendJson } from '../http-server';
import { ApiError } from './api-error';
import type { Book } from './book';
import { type Control, fault, hold, refundMode } from './control-state';
import { PREFIX } from './objects';
import { authenticate, payByCard, payByDebit, settleDebit } from './payments';
import { disputeCharge, settleRefund } from './refunds';
import { postEvent } from './webhooks';

type Options = {
  readonly book: Book;
  readonly control: Control;
  readonly target: { readonly url: string; readonly secret: string };
};

const payInput = z.object({
  method: z.enum(['card', 'sepa_debit']).default('card'),
  card: z.string().default('4242424242424242'),
  /** The answer to 3-D Secure where the card asks for it. */
  authenticate: z.boolean().optional(),
});

/** The strings tests pull: `/_control/…`, JSON in and out. */
export async function serveControl(exchange: Exchange, options: Options): Promise<void> {
  const { response, method, url } = exchange;
  const [, , what = '', id = '', action = ''] = url.pathname.split('/');
  if (method === 'GET' && what === '') return sendJson(response, 200, overview(options));
  if (method !== 'POST') return sendJson(response, 405, { error: 'POST' });
  try {
    const input: unknown = exchange.body ? JSON.parse(exchange.body) : {};
    sendJson(response, 200, await pull(options, what, id, action, input));
  } catch (error) {
    if (error instanceof ApiError) return sendJson(response, error.status, error.body());
    sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function pull(
  options: Options,
  what: string,
  id: string,
  action: string,
  input: unknown,
): Promise<unknown> {
  const { book, control } = options;
  switch (id ? `${what}/:id/${action}` : what) {
    case 'reset':
      control.reset();
      return overview(options);
    case 'webhooks':
      control.set({ hold: hold.parse(input) });
      releaseNow(book);
      return overview(options);
    case 'faults':
      control.set({ fault: fault.parse(input) });
      return overview(options);
    case 'refunds':
      control.set({ refunds: refundMode.parse(input).mode });
      return overview(options);
    case 'refunds/:id/settle':
    case 'refunds/:id/fail':
      return settleRefund(book, id, action === 'settle');
    case 'events/:id/send':
      return sendAgain(
        options,
        id,
        z.object({ times: z.number().int().min(1).max(20).default(1) }).parse(input).times,
      );
    case 'sessions/:id/pay':
      return pay(book, id, payInput.parse(input));
    case 'sessions/:id/settle':
    case 'sessions/:id/fail':
      return settleDebit(book, id, action === 'settle');
    case 'charges/:id/dispute':
      return disputeCharge(
        book,
        id,
        z.object({ reason: z.string().default('fraudulent') }).parse(input).reason,
      );
    default:
      throw new Error(`No such control: ${what} ${action}`);
  }
}

function pay(book: Book, id: string, input: z.infer<typeof payInput>): unknown {
  const payer = { email: null, name: null };
  if (input.method === 'sepa_debit') return payByDebit(book, id, payer);
  const year = new Date(book.nowMs()).getUTCFullYear() + 2;
  const first = payByCard(book, id, { number: input.card, expiry: `12/${year}`, cvc: '123' }, payer);
  if (first.kind !== 'authenticate' || input.authenticate === undefined) return first;
  return authenticate(book, id, input.authenticate);
}

async function sendAgain({ book, target }: Options, id: string, times: number): Promise<unknown> {
  const event = id.startsWith(PREFIX.event) ? book.event(id) : undefined;
  if (!event) throw new Error(`No event ${id}`);
  const answers = await Promise.all(Array.from({ length: times }, () => postEvent(event, target)));
  return { answers };
}

/** What waited for its next try goes out at once. */
function releaseNow(book: Book): void {
  const waiting = book.deliveries().filter((delivery) => !delivery.delivered);
  if (waiting.length > 0) book.write(waiting.map((delivery) => ({ ...delivery, nextAt: Date.now() })));
}

function overview({ book, control }: Options): unknown {
  const pending = book.deliveries().filter((delivery) => !delivery.delivered);
  return {
    ...control.state(),
    pendingWebhooks: pending.map(({ eventId, type, attempts, lastAnswer }) => ({
      eventId,
      type,
      attempts,
      lastAnswer,
    })),
  };
}
