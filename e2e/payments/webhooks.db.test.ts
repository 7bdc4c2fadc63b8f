import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { calm, control, door, strikeStage, stripe, webhooksSent } from './stage';
import { book, freshSailing, job, look, openPage, payOn, storedEvents, told, work } from './trip';

const { receivePaymentEvent } = await import('@/lib/payments/receive-payment-event');

afterAll(strikeStage);
beforeEach(calm);

describe('webhooks', () => {
  it('that come twenty times are worked on once', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await webhooksSent();
    const completed = (await storedEvents()).filter((each) => each.type === 'checkout.session.completed');
    const last = completed.at(-1);
    await control(stripe.url, `/events/${last?.id}/send`, { times: 20 });
    expect(door.answers.slice(-20)).toEqual(Array(20).fill(200));
    await work();
    await control(stripe.url, `/events/${last?.id}/send`, { times: 5 });
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', refunds: [] });
    expect(await told(trip, 'payments/payment.paid')).toBe(1);
    expect(await told(trip, 'booking/booking.confirmed')).toBe(1);
  });

  it('that find nobody at home come again, and nothing is lost', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    door.open = false;
    await payOn(session);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await look(trip)).toMatchObject({ booking: 'awaiting_payment' });
    door.open = true;
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
  });

  it('with a wrong signature, an old one or a changed body are refused and not stored', async () => {
    const before = (await storedEvents()).length;
    const { default: Stripe } = await import('stripe');
    const client = new Stripe('sk_test_rehearsal');
    const payload = JSON.stringify({ id: 'evt_forged', object: 'event', type: 'x', data: { object: {} } });
    const sign = (secret: string, timestamp = Math.floor(Date.now() / 1000)) =>
      client.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    const good = sign('whsec_rehearsal');
    const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
    for (const [body, signature] of [
      [payload, sign('whsec_other')],
      [payload, ''],
      [payload, 'nonsense'],
      [payload, sign('whsec_rehearsal', anHourAgo)],
      [payload.replace('forged', 'changed'), good],
    ] as const)
      expect(await receivePaymentEvent(job(), body, signature)).toMatchObject({
        refusal: { code: 'invalid-signature' },
      });
    expect(await storedEvents()).toHaveLength(before);
    expect(await receivePaymentEvent(job(), payload, good)).toMatchObject({ value: { duplicate: false } });
    expect(await receivePaymentEvent(job(), payload, good)).toMatchObject({ value: { duplicate: true } });
  });

  it('are answered as soon as they are stored: the work comes after', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await webhooksSent();
    const completed = (await storedEvents()).filter((each) => each.type === 'checkout.session.completed');
    expect(door.answers.at(-1)).toBe(200);
    expect(completed.at(-1)?.processedAt).toBeNull();
    expect(await look(trip)).toMatchObject({ booking: 'awaiting_payment' });
  });

  it('of kinds that we do not act on are stored and done', async () => {
    await work();
    expect((await storedEvents()).filter((each) => each.processedAt === null)).toEqual([]);
  });
});
