import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { askStripe, atStripe, intentsOf, paidAndRefused, paidTwice, passAndRepair } from './refunds';
import { calm, control, passMinutes, strikeStage, stripe } from './stage';
import { job, look, type Trip, told, work } from './trip';

const { repairStuck } = await import('@/lib/payments/repair-stuck');
const { refundPayment } = await import('@/lib/payments/refund-payment');

afterAll(strikeStage);
beforeEach(calm);

const refundsAre = (mode: 'succeeded' | 'pending' | 'failed') => control(stripe.url, '/refunds', { mode });

const states = async (trip: Trip) => (await atStripe(trip)).map((refund) => refund.status);
/** Cents that Stripe has sent back, or is sending. */
const sentBack = async (trip: Trip) =>
  (await atStripe(trip))
    .filter(({ status }) => status !== 'failed')
    .reduce((sum, each) => sum + each.amount, 0);

/** A trip that the operator refused after it was paid, and all that followed at once. */
async function refused(): Promise<Trip> {
  const trip = await paidAndRefused();
  await work();
  return trip;
}

const count = (list: readonly string[], what: string) => list.filter((each) => each === what).length;

describe('a refund that the bank does not take', () => {
  it('waits for its next try and says so; then the money goes back, once', async () => {
    await refundsAre('failed');
    const trip = await refused();
    expect(await look(trip)).toMatchObject({ booking: 'refund_pending', refunds: [{ status: 'failed' }] });
    await passAndRepair(5);
    expect(await states(trip)).toEqual(['failed']);

    await refundsAre('succeeded');
    await passAndRepair(6);
    const seen = await look(trip);
    expect(seen).toMatchObject({
      booking: 'refunded',
      reason: 'operator-refused',
      payments: ['refunded'],
      refunds: [{ status: 'succeeded' }],
    });
    expect(await states(trip)).toEqual(['failed', 'succeeded']);
    expect(await sentBack(trip)).toBe(trip.totalCents);
    expect(count(seen.history, 'refund.failed')).toBe(1);
    expect(await told(trip, 'payments/refund.settled')).toBe(1);
    await passAndRepair(24 * 60);
    expect(await states(trip)).toEqual(['failed', 'succeeded']);
  });

  it('is tried five times in a day and a half, longer and longer apart, and then waits for staff', async () => {
    await refundsAre('failed');
    const trip = await refused();
    for (const [index, minutes] of [10, 60, 6 * 60, 24 * 60].entries()) {
      await passAndRepair(minutes - 2);
      expect(await states(trip)).toHaveLength(index + 1);
      expect(await look(trip)).toMatchObject({ booking: 'refund_pending' });
      await passAndRepair(3);
      expect(await states(trip)).toHaveLength(index + 2);
    }
    const seen = await look(trip);
    expect(seen).toMatchObject({
      booking: 'stuck',
      reason: 'refund-failed',
      payments: ['refund_pending'],
      refunds: [{ status: 'failed' }],
    });
    expect(count(seen.history, 'refund.failed')).toBe(5);
    expect(await told(trip, 'payments/refund.failed')).toBe(1);

    await refundsAre('succeeded');
    await passAndRepair(3 * 24 * 60);
    expect(await states(trip)).toHaveLength(5);
    expect(await look(trip)).toMatchObject({ booking: 'stuck' });
  });

  it('is not given twice where the answer to the second try was lost', async () => {
    await refundsAre('failed');
    const trip = await refused();
    await refundsAre('succeeded');
    await control(stripe.url, '/webhooks', { held: true });
    await control(stripe.url, '/faults', {
      mode: 'error',
      method: 'POST',
      path: '/v1/refunds',
      times: 3,
      applied: true,
    });
    passMinutes(11);
    await repairStuck(job());
    expect(await look(trip)).toMatchObject({ booking: 'refund_pending', refunds: [{ status: 'failed' }] });
    // By then Stripe's memory for idempotency keys may be over, and our key is another: only looking helps.
    passMinutes(25 * 60);
    await repairStuck(job());
    expect(await look(trip)).toMatchObject({ booking: 'refunded', refunds: [{ status: 'succeeded' }] });
    expect(await sentBack(trip)).toBe(trip.totalCents);
    expect(await states(trip)).toEqual(['failed', 'succeeded']);
  });

  it('is given once where six take it on at the same time', async () => {
    await refundsAre('failed');
    const trip = await refused();
    const { db } = await import('@/db/client');
    const { refunds } = await import('@/db/schema/payments');
    const { desc } = await import('drizzle-orm');
    const [row] = await db.select().from(refunds).orderBy(desc(refunds.createdAt)).limit(1);
    await refundsAre('succeeded');
    passMinutes(11);
    await Promise.all(Array.from({ length: 6 }, () => refundPayment(job(), row?.id ?? '')));
    await work();
    expect(await states(trip)).toEqual(['failed', 'succeeded']);
    expect(await look(trip)).toMatchObject({ booking: 'refunded' });
    expect(await told(trip, 'payments/refund.settled')).toBe(1);
  });

  it('is counted once however often Stripe tells of it, before and after the next try', async () => {
    await refundsAre('failed');
    const trip = await refused();
    const { data } = await askStripe<{ data: { id: string; type: string }[] }>('/events?limit=20');
    const notices = data.filter((event) => event.type.startsWith('refund.')).slice(0, 2);
    expect(notices.map((event) => event.type).sort()).toEqual(['refund.created', 'refund.failed']);
    const sendAll = async () => {
      const { db } = await import('@/db/client');
      const { paymentEvents } = await import('@/db/schema/payments');
      const { eq } = await import('drizzle-orm');
      for (const { id } of notices) {
        // As if it had not been worked on yet.
        await db.update(paymentEvents).set({ processedAt: null }).where(eq(paymentEvents.id, id));
        const { processPaymentEvent } = await import('@/lib/payments/process-payment-event');
        await processPaymentEvent(job(), id);
      }
    };
    await sendAll();
    expect(count((await look(trip)).history, 'refund.failed')).toBe(1);
    await refundsAre('succeeded');
    await passAndRepair(11);
    await sendAll();
    const seen = await look(trip);
    expect(seen).toMatchObject({ booking: 'refunded', refunds: [{ status: 'succeeded' }] });
    expect(count(seen.history, 'refund.failed')).toBe(1);
  });

  it('that staff have made good by hand at Stripe ends the wait', async () => {
    await refundsAre('failed');
    const trip = await refused();
    await refundsAre('succeeded');
    const [intent] = await intentsOf(trip);
    await askStripe('/refunds', {
      method: 'POST',
      body: new URLSearchParams({ payment_intent: intent ?? '' }),
    });
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'refunded', refunds: [{ status: 'succeeded' }] });
    await passAndRepair(24 * 60);
    expect(await sentBack(trip)).toBe(trip.totalCents);
    expect(await states(trip)).toEqual(['failed', 'succeeded']);
  });

  it('that staff have made good by hand, unheard, is not given again', async () => {
    await refundsAre('failed');
    const trip = await refused();
    await refundsAre('succeeded');
    await control(stripe.url, '/webhooks', { held: true });
    const [intent] = await intentsOf(trip);
    await askStripe('/refunds', {
      method: 'POST',
      body: new URLSearchParams({ payment_intent: intent ?? '' }),
    });
    passMinutes(11);
    await repairStuck(job());
    expect(await look(trip)).toMatchObject({ booking: 'refunded', refunds: [{ status: 'succeeded' }] });
    expect(await sentBack(trip)).toBe(trip.totalCents);
  });
});

describe('money that the bank sends back to us days later', () => {
  it('is owed again: the booking says so, and it is given once more', async () => {
    const trip = await refused();
    expect(await look(trip)).toMatchObject({ booking: 'refunded' });
    passMinutes(3 * 24 * 60);
    const [first] = await atStripe(trip);
    await control(stripe.url, `/refunds/${first?.id}/fail`);
    await work();
    expect(await look(trip)).toMatchObject({
      booking: 'refund_pending',
      reason: 'operator-refused',
      payments: ['refund_pending'],
      refunds: [{ status: 'failed' }],
    });
    await passAndRepair(11);
    expect(await look(trip)).toMatchObject({
      booking: 'refunded',
      payments: ['refunded'],
      refunds: [{ status: 'succeeded' }],
    });
    expect(await states(trip)).toEqual(['failed', 'succeeded']);
    expect(await sentBack(trip)).toBe(trip.totalCents);
  });
});

describe('a second payment whose refund the bank does not take', () => {
  it('leaves the trip alone, and goes back with the next try', async () => {
    await refundsAre('failed');
    const trip = await paidTwice();
    await work();
    const seen = await look(trip);
    expect(seen).toMatchObject({
      booking: 'confirmed',
      refunds: [{ reason: 'paid-twice', status: 'failed' }],
    });
    expect([...seen.payments].sort()).toEqual(['paid', 'refund_pending']);
    await refundsAre('succeeded');
    await passAndRepair(11);
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', refunds: [{ status: 'succeeded' }] });
    expect(await sentBack(trip)).toBe(trip.totalCents);
  });

  it('is told to staff when it was tried for the last time; the trip stands', async () => {
    await refundsAre('failed');
    const trip = await paidTwice();
    await work();
    for (const minutes of [11, 61, 361, 1441]) await passAndRepair(minutes);
    expect(await states(trip)).toHaveLength(5);
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', refunds: [{ status: 'failed' }] });
    expect(await told(trip, 'payments/refund.failed')).toBe(1);
  });
});

it('a refund that takes days is asked about now and then, and leaves one line in the history', async () => {
  await refundsAre('pending');
  const trip = await refused();
  await control(stripe.url, '/webhooks', { held: true });
  for (let i = 0; i < 30; i++) {
    passMinutes(1);
    await repairStuck(job());
  }
  expect(count((await look(trip)).history, 'repair.done')).toBe(0);
  const [pending] = await atStripe(trip);
  await control(stripe.url, `/refunds/${pending?.id}/settle`);
  passMinutes(16);
  await repairStuck(job());
  const seen = await look(trip);
  expect(seen).toMatchObject({ booking: 'refunded', refunds: [{ status: 'succeeded' }] });
  expect(count(seen.history, 'repair.done')).toBe(1);
});
