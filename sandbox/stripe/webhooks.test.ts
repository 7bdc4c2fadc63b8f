import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Book } from './book';
import type { Control } from './control-state';
import { openShop, order, type Shop, until } from './testing/shop';
import { startWebhooks } from './webhooks';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const newSession = (): Promise<Stripe.Checkout.Session> => shop.stripe.checkout.sessions.create(order());
const pay = (id: string, body?: unknown): Promise<unknown> => shop.control(`sessions/${id}/pay`, body);
const types = (): string[] => shop.received.map((event) => event.type).sort();
const heard = (type: string): Promise<Stripe.Event> =>
  until(() => shop.received.find((event) => event.type === type));

it('tells of a payment, signed so that the SDK believes it, though the clock was moved', async () => {
  shop.moveClock(3_600_000 * 24 * 40);
  const session = await newSession();
  await pay(session.id);
  const event = await heard('checkout.session.completed');
  expect(event.data.object).toMatchObject({
    id: session.id,
    payment_status: 'paid',
    client_reference_id: 'VF-1',
    metadata: { bookingId: 'b-1' },
  });
  const intent = (await heard('payment_intent.succeeded')).data.object;
  expect(intent).toMatchObject({ amount_received: 12_345, metadata: { bookingId: 'b-1' } });
  expect((await shop.stripe.events.retrieve(event.id)).id).toBe(event.id);
  const list = await shop.stripe.events.list({ type: 'checkout.session.completed' });
  expect(list.data.map((e) => e.id)).toEqual([event.id]);
});

it('sends again until the endpoint takes it, also after a restart', async () => {
  shop.answerWith(500);
  const session = await newSession();
  await pay(session.id);
  await until(() => shop.received.length >= 2);
  await shop.restart();
  const before = shop.received.length;
  await until(() => shop.received.length > before);
  shop.answerWith(200);
  await until(async () => {
    const { pendingWebhooks } = (await shop.control('webhooks', { held: false })) as {
      pendingWebhooks: unknown[];
    };
    return pendingWebhooks.length === 0;
  });
  expect((await shop.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
});

it('holds webhooks back, lets them go, and sends one twice', async () => {
  await shop.control('webhooks', { held: true });
  const session = await newSession();
  await pay(session.id);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(shop.received).toEqual([]);
  await shop.control('webhooks', { held: false });
  const event = await heard('checkout.session.completed');
  expect(await shop.control(`events/${event.id}/send`, { times: 2 })).toEqual({ answers: ['200', '200'] });
  expect(shop.received.filter((e) => e.id === event.id)).toHaveLength(3);
});

it('holds back only the kinds it is asked to', async () => {
  await shop.control('webhooks', { held: true, types: ['checkout.session.completed'] });
  await pay((await newSession()).id);
  await heard('payment_intent.succeeded');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(types()).toEqual(['payment_intent.succeeded']);
});

it('tells of a declined card and leaves the session open', async () => {
  const session = await newSession();
  const answer = await pay(session.id, { card: '4000000000009995' });
  expect(answer).toMatchObject({ kind: 'declined', error: { decline_code: 'insufficient_funds' } });
  const event = await heard('payment_intent.payment_failed');
  expect(event.data.object).toMatchObject({ last_payment_error: { code: 'card_declined' } });
  expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
  expect(await pay(session.id)).toEqual({ kind: 'complete' });
});

it.each([
  ['settle', 'checkout.session.async_payment_succeeded', 'paid'],
  ['fail', 'checkout.session.async_payment_failed', 'unpaid'],
])('a debit is complete but unpaid until the bank answers: %s', async (end, type, status) => {
  const session = await newSession();
  await pay(session.id, { method: 'sepa_debit' });
  expect((await heard('checkout.session.completed')).data.object).toMatchObject({ payment_status: 'unpaid' });
  await shop.control(`sessions/${session.id}/${end}`);
  expect((await heard(type)).data.object).toMatchObject({ id: session.id, payment_status: status });
});

it('tells of refunds and disputes', async () => {
  const session = await newSession();
  await pay(session.id);
  const { payment_intent } = await shop.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent'],
  });
  const intent = payment_intent as Stripe.PaymentIntent;
  await shop.stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
  await heard('refund.created');
  expect((await heard('charge.refunded')).data.object).toMatchObject({
    amount_refunded: 100,
    refunded: false,
  });
  await shop.control(`charges/${intent.latest_charge}/dispute`, { reason: 'fraudulent' });
  expect((await heard('charge.dispute.created')).data.object).toMatchObject({
    charge: intent.latest_charge,
    amount: 12_245,
    reason: 'fraudulent',
  });
});

it('writes nothing once it has stopped, whatever was under way', async () => {
  const answers: (() => void)[] = [];
  const slow = createServer((_, response) => answers.push(() => response.end()));
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const written: unknown[] = [];
  const delivery = {
    id: 'delivery_1',
    eventId: 'evt_1',
    type: 'x',
    attempts: 0,
    nextAt: 0,
    delivered: false,
  };
  const book = {
    deliveries: () => [delivery],
    event: () => ({}),
    write: (each: unknown) => written.push(each),
  };
  const webhooks = startWebhooks(book as unknown as Book, { isHeld: () => false } as unknown as Control, {
    url: `http://127.0.0.1:${(slow.address() as AddressInfo).port}`,
    secret: 'whsec_test',
  });
  await until(() => answers.length > 0);
  const stopped = webhooks.stop();
  for (const answer of answers) answer();
  await stopped;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(written).toEqual([]);
  slow.close();
});
