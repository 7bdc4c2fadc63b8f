import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, order, type Shop } from './testing/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const newSession = (
  locale: Stripe.Checkout.SessionCreateParams.Locale = 'en',
): Promise<Stripe.Checkout.Session> => shop.stripe.checkout.sessions.create(order({ locale }));
const retrieve = (id: string): Promise<Stripe.Checkout.Session> => shop.stripe.checkout.sessions.retrieve(id);

/** What a browser without scripts does with the card form. */
function submit(
  session: Stripe.Checkout.Session,
  number: string,
  changes: Record<string, string> = {},
): Promise<Response> {
  const fields = {
    cardNumber: number,
    cardExpiry: '12 / 40',
    cardCvc: '123',
    billingName: 'Ada <b>',
    email: 'a@b.example',
    ...changes,
  };
  return post(`/c/pay/${session.id}`, fields);
}

function post(path: string, fields: Record<string, string> = {}): Promise<Response> {
  return fetch(`${shop.base}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

it.each([
  ['fr', 'Numéro de carte', '123,45'],
  ['en', 'Card number', '€123.45'],
  ['it', 'Numero della carta', '123,45'],
] as const)('shows amount and form in the buyer’s language: %s', async (locale, label, amount) => {
  const session = await newSession(locale);
  const html = await (await fetch(session.url ?? '')).text();
  expect(html).toContain(`<html lang="${locale}">`);
  expect(html).toContain(label);
  expect(html).toContain(amount);
  expect(html).toContain('Marseille – Tunis');
  expect(html).toContain('https://shop.example/cancelled');
  expect(html).not.toContain('<script');
});

it('takes 4242 and sends the buyer back to the shop; sent twice, it charges once', async () => {
  const session = await newSession();
  const [first, second] = [
    await submit(session, '4242 4242 4242 4242'),
    await submit(session, '4242424242424242'),
  ];
  for (const response of [first, second]) {
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`https://shop.example/paid?session=${session.id}`);
  }
  expect(await retrieve(session.id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
  const { data } = await shop.stripe.charges.list({
    payment_intent: String((await retrieve(session.id)).payment_intent),
  });
  expect(data).toHaveLength(1);
});

it.each([
  ['4000 0000 0000 0002', {}, 'Your card was declined'],
  ['4000 0000 0000 9995', {}, 'Insufficient funds'],
  ['4242 4242 4242 4241', {}, 'card number is incorrect'],
  ['5555 5555 5555 4444', {}, 'Only test cards'],
  ['4242 4242 4242 4242', { cardExpiry: '01/20' }, 'expiry date'],
  ['4242 4242 4242 4242', { cardCvc: 'x' }, 'security code is incorrect'],
])('says why %s %o is declined, and stays payable', async (number, changes, message) => {
  const session = await newSession();
  const response = await submit(session, number, changes);
  expect(response.status).toBe(402);
  const html = await response.text();
  expect(html).toContain('role="alert"');
  expect(html).toContain(message);
  expect(html).toContain('Ada &lt;b&gt;');
  expect(html).not.toContain(`value="${number}"`);
  expect((await submit(session, '4242424242424242')).status).toBe(303);
});

it('asks the bank for 3220, and takes yes and no for an answer', async () => {
  const session = await newSession();
  const asked = await submit(session, '4000 0000 0000 3220');
  expect(asked.headers.get('location')).toBe(`/c/pay/${session.id}/authenticate`);
  const page = await (await fetch(`${shop.base}/c/pay/${session.id}/authenticate`)).text();
  expect(page).toContain('Authorise the payment');
  const refused = await post(`/c/pay/${session.id}/authenticate`, { answer: 'refuse' });
  expect(await refused.text()).toContain('Authentication failed');
  await submit(session, '4000 0000 0000 3220');
  const allowed = await post(`/c/pay/${session.id}/authenticate`, { answer: 'authorize' });
  expect(allowed.status).toBe(303);
  expect((await retrieve(session.id)).payment_status).toBe('paid');
});

it('does not let the bank’s page be skipped into', async () => {
  const session = await newSession();
  await post(`/c/pay/${session.id}/authenticate`, { answer: 'authorize' });
  expect((await retrieve(session.id)).payment_status).toBe('unpaid');
});

it('starts a debit that is settled later', async () => {
  const session = await newSession();
  expect((await post(`/c/pay/${session.id}/debit`, { iban: 'x' })).status).toBe(303);
  expect(await retrieve(session.id)).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
});

it('tells the truth about a page whose time is over', async () => {
  const session = await newSession();
  await shop.stripe.checkout.sessions.expire(session.id);
  const html = await (await fetch(`${shop.base}/c/pay/${session.id}`)).text();
  expect(html).toContain('expired');
  expect(html).not.toContain('cardNumber');
  expect((await submit(session, '4242424242424242')).status).toBe(200);
  expect((await retrieve(session.id)).payment_status).toBe('unpaid');
});
