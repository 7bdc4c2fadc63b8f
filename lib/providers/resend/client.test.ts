import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutgoingEmail } from './client';

/* The wire of Resend: https://resend.com/docs/api-reference/emails/send-email */

interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

let server: Server;
let answer: (response: ServerResponse) => void;
let seen: Seen[] = [];
let arrived: () => void = () => undefined;

const email: OutgoingEmail = {
  to: 'camille@example.test',
  subject: 'Voilà, c’est réservé',
  html: '<p>Voilà</p>',
  text: 'Voilà',
  attachments: [{ fileName: 'facture.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }],
  idempotencyKey: 'confirmation:bkg_1',
};

const json = (status: number, value: unknown) => (response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const refusal = (statusCode: number, name: string) =>
  json(statusCode, { statusCode, name, message: 'about camille@example.test' });

/** A fresh client, breaker closed, on our server. */
async function send(): Promise<{ id: string | null }> {
  const { sendEmail } = await import('./client');
  return sendEmail(email);
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      seen.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) });
      arrived();
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  seen = [];
  vi.resetModules();
  vi.stubEnv('RESEND_API_KEY', 're_test');
  vi.stubEnv('RESEND_API_BASE', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('LOG_LEVEL', 'silent');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('an e-mail on its way out', () => {
  it('goes as the provider wants it, with the key that makes it one', async () => {
    answer = json(200, { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' });
    expect(await send()).toEqual({ id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' });
    const [request] = seen;
    expect(request?.path).toBe('/emails');
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer re_test',
      'idempotency-key': 'confirmation:bkg_1',
    });
    expect(request?.body).toMatchObject({
      to: 'camille@example.test',
      subject: 'Voilà, c’est réservé',
      html: '<p>Voilà</p>',
      text: 'Voilà',
      attachments: [{ filename: 'facture.pdf', content: 'JVBERg==', content_type: 'application/pdf' }],
    });
  });

  it('that the provider already has under this key counts as sent', async () => {
    answer = refusal(409, 'invalid_idempotent_request');
    expect(await send()).toEqual({ id: null });
  });

  it.each([
    ['is down', refusal(500, 'application_error')],
    ['asks for patience', refusal(429, 'rate_limit_exceeded')],
    ['is sending the same at this moment', refusal(409, 'concurrent_idempotent_requests')],
    ['answers with a page', (r: ServerResponse) => r.writeHead(502).end('<html>Bad gateway</html>')],
    ['answers nonsense', json(200, { ok: 'yes' })],
    ['breaks off', (r: ServerResponse) => r.destroy()],
    ['has sent its share of the day', refusal(429, 'daily_quota_exceeded')],
    ['has sent its share of the month', refusal(429, 'monthly_quota_exceeded')],
    ['does not know our key', refusal(403, 'invalid_api_key')],
    ['has not verified our domain', refusal(403, 'validation_error')],
    ['does not accept our address', refusal(422, 'invalid_from_address')],
  ])('may go later when the provider %s', async (_, fault) => {
    answer = fault;
    await expect(send()).rejects.toMatchObject({ code: 'mail-provider-unavailable', retryable: true });
  });

  it('may go later when the provider does not answer for 15 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer = () => undefined;
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const sending = expect(send()).rejects.toMatchObject({
      code: 'mail-provider-unavailable',
      retryable: true,
    });
    await asked;
    await vi.advanceTimersByTimeAsync(15_000);
    await sending;
  });

  it.each(['validation_error', 'invalid_attachment', 'missing_required_field'])(
    'is final when it is itself what is wrong: %s',
    async (name) => {
      answer = refusal(422, name);
      await expect(send()).rejects.toMatchObject({ code: 'mail-provider-refused', retryable: false });
    },
  );

  it('never quotes the address when it is refused', async () => {
    answer = refusal(422, 'validation_error');
    const refused = await send().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'mail-provider-refused', retryable: false });
    expect(String((refused as Error).stack)).not.toContain('camille');
  });

  it('waits where no key is configured, and asks nobody', async () => {
    vi.stubEnv('RESEND_API_KEY', '');
    await expect(send()).rejects.toMatchObject({ code: 'mail-off', retryable: true });
    expect(seen).toEqual([]);
  });
});
