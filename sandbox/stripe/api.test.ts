import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, order, type Shop, until } from './testing/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const nowS = (): number => Math.floor(Date.now() / 1000);
const refusal = (call: Promise<unknown>): Promise<Stripe.errors.StripeError> =>
  call.then(
    () => {
      throw new Error('Was not refused');
    },
    (error: Stripe.errors.StripeError) => error,
  );
async function paid(): Promise<Stripe.Checkout.Session> {
  const session = await shop.stripe.checkout.sessions.create(order());
  await shop.control(`sessions/${session.id}/pay`);
  return shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
}

describe('checkout sessions', () => {
  it('keep what they were made with', async () => {
    const session = await shop.stripe.checkout.sessions.create(order({ expires_at: nowS() + 1_860 }));
    expect(session).toMatchObject({
      object: 'checkout.session',
      amount_total: 12_345,
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      client_reference_id: 'VF-1',
      metadata: { bookingId: 'b-1' },
      payment_intent: null,
    });
    expect(session.url).toBe(`${shop.base}/c/pay/${session.id}`);
    const again = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items'] });
    expect(again.line_items?.data[0]).toMatchObject({
      description: 'Marseille – Tunis',
      amount_total: 12_345,
    });
  });

  it.each([
    ['less than 30 minutes ahead', 1_700],
    ['more than 24 hours ahead', 86_500],
  ])('do not expire %s', async (_case, seconds) => {
    const error = await refusal(
      shop.stripe.checkout.sessions.create(order({ expires_at: nowS() + seconds })),
    );
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error.param).toBe('expires_at');
  });

  it('refuse parameters that nobody would act on', async () => {
    const error = await refusal(
      shop.stripe.checkout.sessions.create(order({ discounts: [{ coupon: 'x' }] })),
    );
    expect(error).toMatchObject({ code: 'parameter_unknown', param: 'discounts' });
  });

  it('can be ended once, and no longer paid then', async () => {
    const session = await shop.stripe.checkout.sessions.create(order());
    expect((await shop.stripe.checkout.sessions.expire(session.id)).status).toBe('expired');
    expect(await refusal(shop.stripe.checkout.sessions.expire(session.id))).toMatchObject({
      statusCode: 400,
    });
    expect(await shop.control(`sessions/${session.id}/pay`)).toEqual({ kind: 'closed' });
  });

  it('end when their time is over by the sandbox clock', async () => {
    const session = await shop.stripe.checkout.sessions.create(order({ expires_at: nowS() + 1_860 }));
    shop.moveClock(1_900_000);
    await until(() =>
      shop.received.some((e) => e.type === 'checkout.session.expired' && e.data.object.id === session.id),
    );
    shop.moveClock(0);
  });

  it('are listed with the newest first', async () => {
    const first = await shop.stripe.checkout.sessions.create(order());
    const second = await shop.stripe.checkout.sessions.create(order());
    const list = await shop.stripe.checkout.sessions.list({ limit: 2 });
    expect(list.data.map((session) => session.id)).toEqual([second.id, first.id]);
    expect(list.has_more).toBe(true);
    const next = await shop.stripe.checkout.sessions.list({ limit: 1, starting_after: second.id });
    expect(next.data[0]?.id).toBe(first.id);
  });

  it('that do not exist are missing', async () => {
    const error = await refusal(shop.stripe.checkout.sessions.retrieve('cs_test_nothing'));
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });
});

describe('idempotency', () => {
  it('gives the same answer to the same request', async () => {
    const options = { idempotencyKey: 'key-1' };
    const first = await shop.stripe.checkout.sessions.create(order(), options);
    const second = await shop.stripe.checkout.sessions.create(order(), options);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  it('refuses the key for another request', async () => {
    const options = { idempotencyKey: 'key-2' };
    await shop.stripe.checkout.sessions.create(order(), options);
    const other = shop.stripe.checkout.sessions.create(order({ client_reference_id: 'other' }), options);
    const error = await refusal(other);
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(error.statusCode).toBe(400);
  });

  it('answers 409 while the first request is under way', async () => {
    await shop.control('faults', { mode: 'slow', delayMs: 400, times: 1 });
    const options = { idempotencyKey: 'key-3' };
    const first = shop.stripe.checkout.sessions.create(order(), options);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const error = await refusal(shop.stripe.checkout.sessions.create(order(), options));
    expect(error).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
    expect((await first).status).toBe('open');
  });

  it('survives an answer that was lost, and a restart', async () => {
    await shop.control('faults', { mode: 'error', applied: true, times: 1 });
    const options = { idempotencyKey: 'key-4' };
    expect(await refusal(shop.stripe.checkout.sessions.create(order(), options))).toMatchObject({
      statusCode: 500,
    });
    await shop.restart();
    const count = (await shop.stripe.checkout.sessions.list({ limit: 100 })).data.length;
    const session = await shop.stripe.checkout.sessions.create(order(), options);
    expect(session.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect((await shop.stripe.checkout.sessions.list({ limit: 100 })).data).toHaveLength(count);
  });
});

describe('refunds', () => {
  it('give back parts until nothing is left', async () => {
    const session = await paid();
    const intent = session.payment_intent as Stripe.PaymentIntent;
    const first = await shop.stripe.refunds.create({
      payment_intent: intent.id,
      amount: 2_345,
      metadata: { refundId: 'r-1' },
    });
    expect(first).toMatchObject({ status: 'succeeded', amount: 2_345, metadata: { refundId: 'r-1' } });
    const tooMuch = shop.stripe.refunds.create({ payment_intent: intent.id, amount: 10_001 });
    expect(await refusal(tooMuch)).toMatchObject({ statusCode: 400, param: 'amount' });
    await shop.stripe.refunds.create({ payment_intent: intent.id });
    const error = await refusal(shop.stripe.refunds.create({ payment_intent: intent.id }));
    expect(error.code).toBe('charge_already_refunded');
    const charge = await shop.stripe.charges.retrieve((intent.latest_charge as Stripe.Charge).id);
    expect(charge).toMatchObject({ amount_refunded: 12_345, refunded: true });
    const list = await shop.stripe.refunds.list({ payment_intent: intent.id });
    expect(list.data.map((refund) => refund.amount)).toEqual([10_000, 2_345]);
    expect((await shop.stripe.refunds.retrieve(first.id)).id).toBe(first.id);
  });

  it('are made once per idempotency key', async () => {
    const intent = (await paid()).payment_intent as Stripe.PaymentIntent;
    const options = { idempotencyKey: 'refund-1' };
    const first = await shop.stripe.refunds.create({ payment_intent: intent.id }, options);
    expect((await shop.stripe.refunds.create({ payment_intent: intent.id }, options)).id).toBe(first.id);
  });

  it('may be pending and fail later; the money is the merchant’s again then', async () => {
    const intent = (await paid()).payment_intent as Stripe.PaymentIntent;
    await shop.control('refunds', { mode: 'pending' });
    const refund = await shop.stripe.refunds.create({ payment_intent: intent.id });
    await shop.control('refunds', { mode: 'succeeded' });
    expect(refund.status).toBe('pending');
    await shop.control(`refunds/${refund.id}/fail`);
    expect((await shop.stripe.refunds.retrieve(refund.id)).status).toBe('failed');
    const charge = await shop.stripe.charges.retrieve((intent.latest_charge as Stripe.Charge).id);
    expect(charge.amount_refunded).toBe(0);
  });
});

describe('the API', () => {
  it('refuses keys that are not test keys', async () => {
    const stranger = new Stripe('sk_live_x', {
      host: '127.0.0.1',
      port: new URL(shop.base).port,
      protocol: 'http',
    });
    const error = await refusal(stranger.checkout.sessions.list());
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  });

  it.each([
    ['error', Stripe.errors.StripeAPIError],
    ['refused', Stripe.errors.StripeInvalidRequestError],
    ['timeout', Stripe.errors.StripeConnectionError],
    ['nonsense', Stripe.errors.StripeAPIError],
  ])('can be made to fail: %s', async (mode, kind) => {
    await shop.control('faults', { mode, times: 1, method: 'GET', path: '/v1/checkout' });
    expect(await refusal(shop.stripe.checkout.sessions.list())).toBeInstanceOf(kind);
    expect((await shop.stripe.checkout.sessions.list()).object).toBe('list');
  });

  it('lists its payments for people and programs', async () => {
    const session = await paid();
    const { data } = await (await fetch(`${shop.base}/_payments?format=json`)).json();
    expect(data[0]).toMatchObject({ session: session.id, paymentStatus: 'paid', amount: 12_345 });
    expect(await (await fetch(`${shop.base}/_payments`)).text()).toContain('123.45 EUR');
  });
});
