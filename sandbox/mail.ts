import { createHash } from 'node:crypto';
import { sandboxNow } from './clock';
import { type Exchange, listen, redirect, sendJson } from './http-server';
import { mailInput } from './mail-input';
import { readMail, wire } from './mail-reading';
import { type Mail, MailStore } from './mail-store';
import type { Service } from './service';

export interface MailOptions {
  readonly port: number;
  /** Mail lives here and survives a restart. */
  readonly dataDir: string;
  /** Requests to the API without this bearer key are refused. */
  readonly apiKey: string;
  readonly clockFile: string;
}

/** An answer of the API: status and JSON. */
type Answer = readonly [status: number, value: unknown];

/**
 * A mailbox behind Resend's HTTP API: `POST /emails`, `POST /emails/batch`, `GET /emails/:id`, with
 * `Idempotency-Key`. Besides: pages to read the mail, `GET /inbox` (JSON, `?to=` narrows it) for tests, and
 * `POST /faults {"mode":"down"|"ok"}` for a day on which the service is down.
 */
export async function startMail(options: MailOptions): Promise<Service> {
  const store = new MailStore(options.dataDir);
  let down = false;

  const server = await listen(options.port, (exchange) => {
    const { url, response } = exchange;
    if (url.pathname === '/faults') {
      if (exchange.method === 'POST') down = faultMode(exchange.body) === 'down';
      if (exchange.body.startsWith('mode=')) redirect(response, '/');
      else sendJson(response, 200, { mode: down ? 'down' : 'ok' });
    } else if (url.pathname.startsWith('/emails')) {
      sendJson(response, ...answer(exchange));
    } else {
      readMail(store, down, url, response);
    }
  });

  function answer({ method, url, headers, body }: Exchange): Answer {
    if (down) return failure(500, 'application_error', 'The service is down.');
    const key = headers.authorization?.replace(/^Bearer /, '');
    if (!key) return failure(401, 'missing_api_key', 'Missing API key in the authorization header');
    if (key !== options.apiKey) return failure(403, 'invalid_api_key', 'API key is invalid');
    if (method === 'GET') return oneMail(store, url.pathname.slice('/emails/'.length));
    if (method !== 'POST' || !['/emails', '/emails/batch'].includes(url.pathname)) {
      return failure(405, 'method_not_allowed', 'Method is not allowed for the requested path');
    }
    const now = new Date(sandboxNow(options.clockFile));
    const idempotencyKey = headers['idempotency-key'];
    return deliver(
      store,
      url.pathname,
      body,
      typeof idempotencyKey === 'string' ? idempotencyKey : null,
      now,
    );
  }

  return { url: server.url, stop: server.close };
}

function oneMail(store: MailStore, id: string): Answer {
  const mail = store.find(id);
  if (!mail) return failure(404, 'not_found', 'Email not found');
  return [200, { object: 'email', last_event: 'delivered', ...wire(mail) }];
}

function deliver(store: MailStore, path: string, body: string, key: string | null, now: Date): Answer {
  const batch = path.endsWith('/batch');
  const mails: Mail[] = [];
  for (const candidate of batch ? (JSON.parse(body) as unknown[]) : [JSON.parse(body) as unknown]) {
    const parsed = mailInput.safeParse(candidate);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return failure(
        422,
        'validation_error',
        `Invalid \`${issue?.path.join('.')}\` field. ${issue?.message}`,
      );
    }
    mails.push(parsed.data);
  }
  const fingerprint = createHash('sha256').update(`${path}\n${body}`).digest('hex');
  const ids = store.deliver(key, fingerprint, mails, now);
  if (ids === 'other-content') {
    const text = 'This idempotency key has been used with a different request payload.';
    return failure(409, 'invalid_idempotent_request', text);
  }
  return [200, batch ? { data: ids.map((id) => ({ id })) } : { id: ids[0] }];
}

function faultMode(body: string): string | null {
  if (body.startsWith('{')) return (JSON.parse(body) as { mode?: string }).mode ?? null;
  return new URLSearchParams(body).get('mode');
}

function failure(statusCode: number, name: string, message: string): Answer {
  return [statusCode, { statusCode, name, message }];
}
