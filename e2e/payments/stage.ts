import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalOperator } from '@/sandbox/operators/local';
import { freePort } from '@/sandbox/ports';
import { startStripe } from '@/sandbox/stripe/start';

/**
 * The stage of the payment rehearsals: the product's verbs on a database of their own, a Stripe and an operator
 * that speak the real protocols, a door for webhooks that can be shut, and a clock that can be moved. No job engine:
 * `work()` does what it would do, so that a test can stop between any two steps.
 */
const home = mkdtempSync(path.join(tmpdir(), 'voila-payments-'));
const clockFile = path.join(home, 'clock');
const secret = 'whsec_rehearsal';

/** Where webhooks come in; `open` false is a product that is down. */
export const door = { open: true, answers: [] as number[] };
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const status = door.open ? await receive(Buffer.concat(chunks).toString(), request.headers) : 503;
  door.answers.push(status);
  response.writeHead(status).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export const stripe = await startStripe({
  port: await freePort(),
  dataDir: path.join(home, 'stripe'),
  webhookUrl,
  webhookSecret: secret,
  clockFile,
});
export const operator = await startLocalOperator({
  port: await freePort(),
  dataDir: path.join(home, 'operator'),
  key: 'operator-key',
  clockFile,
});

Object.assign(process.env, {
  APP_URL: 'http://voila.test',
  CLOCK_FILE: clockFile,
  LOG_LEVEL: 'silent',
  STRIPE_SECRET_KEY: 'sk_test_rehearsal',
  STRIPE_WEBHOOK_SECRET: secret,
  STRIPE_API_BASE: stripe.url,
  LOCAL_OPERATOR_URL: operator.url,
  LOCAL_OPERATOR_KEY: 'operator-key',
});

const { POST } = await import('@/app/api/webhooks/stripe/route');

/** The product's own door. */
async function receive(body: string, headers: Record<string, string | string[] | undefined>) {
  const signature = String(headers['stripe-signature'] ?? '');
  const response = await POST(
    new Request(webhookUrl, { method: 'POST', body, headers: { 'stripe-signature': signature } }),
  );
  return response.status;
}

export async function strikeStage(): Promise<void> {
  await Promise.all([stripe.stop(), operator.stop()]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(home, { recursive: true, force: true });
}

let ahead = 0;
/** Moves the clock of product, Stripe and operator on. */
export function passMinutes(minutes: number): void {
  ahead += minutes * 60_000;
  writeFileSync(clockFile, String(ahead));
}

export async function control(base: string, target: string, body: unknown = {}): Promise<unknown> {
  const response = await fetch(`${base}/_control${target}`, { method: 'POST', body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`control ${target}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Everything answers as it should again. */
export async function calm(): Promise<void> {
  door.open = true;
  await control(stripe.url, '/reset');
  await fetch(`${operator.url}/_control`, { method: 'DELETE' });
}

/** Waits until Stripe has no webhook left that it may send. */
export async function webhooksSent(): Promise<void> {
  for (let i = 0; i < 2500; i++) {
    const overview = (await (await fetch(`${stripe.url}/_control`)).json()) as { pendingWebhooks: unknown[] };
    if (overview.pendingWebhooks.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('webhooks are still waiting');
}

/** Tries until it holds; what must become true does so within seconds, on a busy machine within a minute. */
export async function eventually(check: () => Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 2500; i++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${what}`);
}
