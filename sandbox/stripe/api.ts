import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, sendHtml, sendJson } from '../http-server';
import { ApiError, invalid, missing } from './api-error';
import { API_VERSION, type Book } from './book';
import type { Control } from './control-state';
import { expand } from './expand';
import { type Form, parseForm } from './form';
import { type Answer, keyInUse, once } from './idempotency';
import { page } from './lists';
import { PREFIX } from './objects';
import { createRefund } from './refunds';
import { createSession, expireSession, sessionOf } from './sessions';

export type ApiOptions = {
  readonly book: Book;
  readonly control: Control;
  readonly pageUrl: (id: string) => string;
};

const HANG_MS = 120_000;
const busyKeys = new Set<string>();

/** Answers a request to `/v1/…`, or fails it in the way tests asked for. */
export async function serveApi(exchange: Exchange, options: ApiOptions): Promise<void> {
  const { response, method, url } = exchange;
  const fault = options.control.takeFault(method, url.pathname);
  if (fault.mode === 'ok' || fault.mode === 'slow') return answer(exchange, options, fault.delayMs);
  if (fault.applied) await work(exchange, options).catch(() => undefined);
  if (fault.mode === 'timeout') {
    await sleep(HANG_MS, undefined, { ref: false });
    return void response.destroy();
  }
  if (fault.mode === 'nonsense') return sendHtml(response, 200, '<html><body>Be right back</body></html>');
  const error =
    fault.mode === 'refused'
      ? invalid('Insufficient funds in your Stripe balance.', { code: 'balance_insufficient' })
      : new ApiError(500, 'api_error', 'An unexpected error occurred.');
  send(exchange, { status: error.status, body: error.body() }, false);
}

async function answer(exchange: Exchange, options: ApiOptions, delayMs: number): Promise<void> {
  const key = idempotencyKey(exchange);
  try {
    if (key && busyKeys.has(key)) throw keyInUse(key);
    if (key) busyKeys.add(key);
    if (delayMs > 0) await sleep(delayMs);
    const { replayed, ...done } = await work(exchange, options).finally(() => key && busyKeys.delete(key));
    send(exchange, done, replayed);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    send(exchange, { status: error.status, body: error.body() }, false);
  }
}

function send(exchange: Exchange, { status, body }: Answer, replayed: boolean): void {
  const version = exchange.headers['stripe-version'];
  sendJson(exchange.response, status, body, {
    'request-id': `req_${randomUUID().replaceAll('-', '').slice(0, 14)}`,
    'stripe-version': typeof version === 'string' ? version : API_VERSION,
    ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
  } satisfies Record<string, string>);
}

async function work(exchange: Exchange, options: ApiOptions): Promise<Answer & { replayed: boolean }> {
  const { method, url, body } = exchange;
  authorize(exchange.headers.authorization);
  const path = url.pathname.slice('/v1/'.length).split('/').map(decodeURIComponent);
  const form = parseForm(method === 'GET' ? url.search : body);
  const reply = (value: unknown): Answer => ({ status: 200, body: expand(options.book, value, form.expand) });
  if (method === 'GET') return { ...reply(read(options.book, path, form)), replayed: false };
  if (method !== 'POST') throw unknownUrl(method, url.pathname);
  return once(options.book, idempotencyKey(exchange), `${url.pathname}\n${body}`, () =>
    reply(write(options, path, form, url.pathname)),
  );
}

function authorize(header: string | undefined): void {
  const key = header?.startsWith('Bearer ') ? header.slice(7) : '';
  if (/^(sk|rk)_test_\w+$/.test(key)) return;
  const text = key ? `Invalid API Key provided: ${key.slice(0, 8)}…` : 'You did not provide an API key.';
  throw new ApiError(401, 'invalid_request_error', text);
}

function idempotencyKey(exchange: Exchange): string | undefined {
  const key = exchange.headers['idempotency-key'];
  return exchange.method === 'POST' && typeof key === 'string' ? key : undefined;
}

function read(book: Book, path: readonly string[], form: Form): unknown {
  const [kind = '', second = '', third] = path;
  const name = kind === 'checkout' ? `${kind}/${second}` : kind;
  const id = kind === 'checkout' ? third : second || undefined;
  if (name === 'checkout/sessions' && id && path[3] === 'line_items') {
    return page(book.extra(sessionOf(book, id).id)?.lines ?? [], form, `/v1/${path.join('/')}`);
  }
  switch (name) {
    case 'checkout/sessions':
      return id ? sessionOf(book, id) : page(book.sessions().reverse(), form, '/v1/checkout/sessions');
    case 'payment_intents':
      return id
        ? found(book.intent, PREFIX.intent, 'payment_intent', id)
        : page(book.intents().reverse(), form, '/v1/payment_intents');
    case 'charges':
      return id
        ? found(book.charge, PREFIX.charge, 'charge', id)
        : page(book.charges().reverse(), form, '/v1/charges');
    case 'refunds':
      return id
        ? found(book.refund, PREFIX.refund, 'refund', id)
        : page(book.refunds().reverse(), form, '/v1/refunds');
    case 'events':
      return id
        ? found(book.event, PREFIX.event, 'event', id)
        : page(book.events().reverse(), form, '/v1/events');
    default:
      throw unknownUrl('GET', `/v1/${path.join('/')}`);
  }
}

function write(
  { book, control, pageUrl }: ApiOptions,
  path: readonly string[],
  form: Form,
  url: string,
): unknown {
  const [kind, second, id, action] = path;
  if (kind === 'checkout' && second === 'sessions' && !id) return createSession(book, form, pageUrl);
  if (kind === 'checkout' && second === 'sessions' && id && action === 'expire')
    return expireSession(book, id);
  if (kind === 'refunds' && !second) return createRefund(book, form, control.state().refunds);
  throw unknownUrl('POST', url);
}

function found<T>(find: (id: string) => T | undefined, prefix: string, what: string, id: string): T {
  const object = id.startsWith(prefix) ? find(id) : undefined;
  if (!object) throw missing(what, id);
  return object;
}

function unknownUrl(method: string, path: string): ApiError {
  const message = `Unrecognized request URL (${method}: ${path}).`;
  return new ApiError(404, 'invalid_request_error', message);
}

/** Refuses what is not a Stripe path at all. */
export function refuse(response: ServerResponse): void {
  sendJson(response, 404, invalid('Nothing here').body());
}
