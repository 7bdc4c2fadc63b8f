import { describe, expect, it } from 'vitest';
import dispute from './fixtures/charge-dispute-created.json';
import completed from './fixtures/checkout-session-completed.json';
import openSession from './fixtures/checkout-session-open.json';
import declined from './fixtures/payment-intent-payment-failed.json';
import refundUpdated from './fixtures/refund-updated.json';
import { toNotice, toRefund, toSession } from './map';

const sessionOf = (changes: object) => ({ ...completed.data.object, ...changes });
const eventOf = (type: string, object: unknown) => ({ id: 'evt_1', type, data: { object } });

describe('a session', () => {
  it('is settled once it is paid', () => {
    expect(toSession(completed.data.object)).toEqual({
      id: 'cs_test_a1FixtureSession',
      status: 'complete',
      settled: true,
      url: null,
      amountCents: 74916,
      currency: 'eur',
      paymentIntentId: 'pi_1Fixture',
      paymentId: 'pay_fixture',
    });
  });

  it('of a delayed method is complete and not yet settled', () => {
    const session = toSession(sessionOf({ payment_status: 'unpaid' }));
    expect(session).toMatchObject({ status: 'complete', settled: false });
  });

  it('that is open has a page and is not settled', () => {
    const session = toSession(openSession);
    expect(session).toMatchObject({ status: 'open', settled: false, paymentIntentId: null });
    expect(session.url).toBe('https://checkout.stripe.com/c/pay/cs_test_a1OpenSession');
  });

  it('with an expanded payment intent keeps its id', () => {
    const session = toSession(sessionOf({ payment_intent: { id: 'pi_2', object: 'payment_intent' } }));
    expect(session.paymentIntentId).toBe('pi_2');
  });

  it('of someone else carries no payment of ours', () => {
    expect(toSession(sessionOf({ metadata: null })).paymentId).toBeNull();
  });

  it.each([
    ['no amount', { amount_total: null }],
    ['an unknown state', { status: 'sideways' }],
    ['another object', { object: 'charge' }],
  ])('with %s is not understood', (_, changes) => {
    expect(() => toSession(sessionOf(changes))).toThrow();
  });
});

describe('a webhook', () => {
  it('of a paid session tells of it', () => {
    expect(toNotice(completed)).toMatchObject({
      kind: 'checkout-completed',
      session: { paymentId: 'pay_fixture', settled: true },
    });
  });

  it.each([
    ['checkout.session.async_payment_succeeded', 'checkout-settled'],
    ['checkout.session.async_payment_failed', 'checkout-failed'],
    ['checkout.session.expired', 'checkout-expired'],
  ])('%s is %s', (type, kind) => {
    expect(toNotice(eventOf(type, completed.data.object)).kind).toBe(kind);
  });

  it('of a declined card tells what the bank said, most exact word first', () => {
    expect(toNotice(declined)).toEqual({
      kind: 'attempt-declined',
      paymentId: 'pay_fixture',
      failureCode: 'insufficient_funds',
    });
    const vague = { ...declined.data.object, last_payment_error: { code: 'card_declined' } };
    expect(toNotice(eventOf('payment_intent.payment_failed', vague))).toMatchObject({
      failureCode: 'card_declined',
    });
  });

  it('of a refund tells which and how far', () => {
    expect(toNotice(refundUpdated)).toEqual({
      kind: 'refund-changed',
      refund: {
        id: 're_1Fixture',
        status: 'succeeded',
        amountCents: 74916,
        paymentIntentId: 'pi_1Fixture',
        refundId: 'ref_fixture',
      },
    });
  });

  it('of a dispute names the payment', () => {
    expect(toNotice(dispute)).toEqual({
      kind: 'dispute-opened',
      paymentIntentId: 'pi_1Fixture',
      reason: 'fraudulent',
    });
  });

  it('of a type that we do not act on is ignored, whatever it carries', () => {
    expect(toNotice(eventOf('customer.created', { anything: 1 }))).toEqual({ kind: 'ignored' });
  });

  it('of a type that we act on is not taken without what it must carry', () => {
    expect(() => toNotice(eventOf('checkout.session.completed', { id: 'cs_1' }))).toThrow();
  });
});

it.each([
  ['succeeded', 'succeeded'],
  ['pending', 'pending'],
  ['requires_action', 'pending'],
  [null, 'pending'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
])('a refund that Stripe calls %s is %s', (status, ours) => {
  expect(toRefund({ ...refundUpdated.data.object, status }).status).toBe(ours);
});
