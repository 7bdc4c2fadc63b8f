import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Stripe from 'stripe';
import { listen } from '../../http-server';
import { freePort } from '../../ports';
import { startStripe } from '../start';

/** A merchant for tests: the real SDK, an endpoint that checks signatures, and the emulator itself. */
export type Shop = {
  readonly stripe: Stripe;
  readonly received: Stripe.Event[];
  readonly base: string;
  /** What the endpoint answers from now on. */
  readonly answerWith: (status: number) => void;
  readonly moveClock: (ms: number) => void;
  readonly control: (path: string, body?: unknown) => Promise<unknown>;
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const SECRET = 'whsec_of_the_rehearsal';

export async function openShop(): Promise<Shop> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'voila-stripe-'));
  const clockFile = path.join(dataDir, 'clock');
  const port = await freePort();
  const stripe = new Stripe('sk_test_rehearsal', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    timeout: 2_000,
    telemetry: false,
  });
  const received: Stripe.Event[] = [];
  let status = 200;
  const endpoint = await listen(0, ({ body, headers, response }) => {
    const event = stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), SECRET);
    received.push(event);
    response.writeHead(status).end();
  });
  const options = { port, dataDir, clockFile, webhookUrl: `${endpoint.url}/hooks`, webhookSecret: SECRET };
  let emulator = await startStripe(options);
  return {
    stripe,
    received,
    base: emulator.url,
    answerWith: (next) => {
      status = next;
    },
    moveClock: (ms) => writeFileSync(clockFile, String(ms)),
    control: async (name, body = {}) => {
      const response = await fetch(`${emulator.url}/_control/${name}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
      return response.json();
    },
    restart: async () => {
      await emulator.stop();
      emulator = await startStripe(options);
    },
    close: async () => {
      await emulator.stop();
      await endpoint.close();
    },
  };
}

/** A booking of 123.45 EUR, as the product asks for it. */
export function order(
  changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 12_345, product_data: { name: 'Marseille – Tunis' } },
      },
    ],
    success_url: 'https://shop.example/paid?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.example/cancelled',
    client_reference_id: 'VF-1',
    customer_email: 'someone@shop.example',
    locale: 'fr',
    metadata: { bookingId: 'b-1' },
    payment_intent_data: { metadata: { bookingId: 'b-1' } },
    ...changes,
  };
}

export async function until<T>(check: () => T | Promise<T>, timeoutMs = 5_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
