import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askStripe, atStripe, paidAndRefused, paidTwice, passAndRepair } from './refunds';
import { calm, control, passMinutes, strikeStage, stripe } from './stage';
import { job, look, type Trip, told, work } from './trip';

const { logger } = await import('@/lib/platform/logger');
const { repairStuck } = await import('@/lib/payments/repair-stuck');
const { refundPayment } = await import('@/lib/payments/refund-payment');

afterAll(strikeStage);
beforeEach(calm);
afterEach(() => vi.restoreAllMocks());

/** What becomes of requests for a refund; the others are answered as ever. */
const refundsAnswer = (mode: string, more: object = {}) =>
  control(stripe.url, '/faults', { mode, method: 'POST', path: '/v1/refunds', ...more });

async function refundIdOf(trip: Trip): Promise<string> {
  const { db } = await import('@/db/client');
  const { payments, refunds } = await import('@/db/schema/payments');
  const { eq } = await import('drizzle-orm');
  const [row] = await db
    .select({ id: refunds.id })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.bookingId, trip.id));
  if (!row) throw new Error('no refund');
  return row.id;
}

/** A trip that the operator refused after it was paid, up to the moment where Stripe is asked for the refund. */
async function owed(): Promise<Trip> {
  const trip = await paidAndRefused();
  await work({ untilEvent: 'payments/refund.requested' });
  return trip;
}

const failuresOf = async (trip: Trip) =>
  (await look(trip)).history.filter((kind) => kind === 'refund.failed').length;

describe('a refund that Stripe refuses to make', () => {
  it('once, is tried again ten minutes later and made once', async () => {
    const trip = await owed();
    await refundsAnswer('refused', { times: 1 });
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'refund_pending', refunds: [{ status: 'failed' }] });
    await passAndRepair(5);
    expect(await look(trip)).toMatchObject({ booking: 'refund_pending', refunds: [{ status: 'failed' }] });

    await passAndRepair(6);
    const seen = await look(trip);
    expect(seen).toMatchObject({
      booking: 'refunded',
      payments: ['refunded'],
      refunds: [{ status: 'succeeded' }],
    });
    expect(seen.history).not.toContain('repair.failed');
    expect(await failuresOf(trip)).toBe(1);
    const made = await atStripe(trip);
    expect(made.map((each) => each.amount)).toEqual([trip.totalCents]);
    expect(await told(trip, 'payments/refund.settled')).toBe(1);
  });

  it('always, waits for staff after five tries, with one line in the log that names nobody', async () => {
    const errors = vi.spyOn(logger, 'error');
    const warnings = vi.spyOn(logger, 'warn');
    const trip = await owed();
    await refundsAnswer('refused');
    await work();
    for (const [index, minutes] of [10, 60, 6 * 60, 24 * 60].entries()) {
      await passAndRepair(minutes - 2);
      expect(await failuresOf(trip)).toBe(index + 1);
      expect(await look(trip)).toMatchObject({ booking: 'refund_pending' });
      await passAndRepair(3);
      expect(await failuresOf(trip)).toBe(index + 2);
    }
    await passAndRepair(3 * 24 * 60);
    await passAndRepair(3 * 24 * 60);
    const seen = await look(trip);
    expect(seen).toMatchObject({
      booking: 'stuck',
      reason: 'refund-failed',
      payments: ['refund_pending'],
      refunds: [{ status: 'failed' }],
    });
    expect(seen.history).not.toContain('repair.failed');
    expect(await failuresOf(trip)).toBe(5);
    expect(await told(trip, 'payments/refund.failed')).toBe(1);
    expect(errors).toHaveBeenCalledTimes(1);
    const lines = JSON.stringify([...errors.mock.calls, ...warnings.mock.calls]);
    expect(lines).toContain(await refundIdOf(trip));
    for (const personal of ['traveller@', '33612345678', 'Voyage', trip.accessToken])
      expect(lines).not.toContain(personal);
  });

  it('is counted once where six ask at the same time', async () => {
    const trip = await owed();
    await refundsAnswer('refused');
    const refundId = await refundIdOf(trip);
    for (const times of [1, 2]) {
      await Promise.all(Array.from({ length: 6 }, () => refundPayment(job(), refundId)));
      expect(await failuresOf(trip)).toBe(times);
      passMinutes(11);
    }
  });

  it('because the traveller has claimed the money from the bank, waits for staff like any other', async () => {
    const trip = await owed();
    const { data } = await askStripe<{ data: { id: string }[] }>('/charges?limit=1');
    await control(stripe.url, `/charges/${data[0]?.id}/dispute`);
    await work();
    for (const minutes of [11, 61, 361, 1441]) await passAndRepair(minutes);
    expect(await look(trip)).toMatchObject({ booking: 'stuck', refunds: [{ status: 'failed' }] });
    expect(await atStripe(trip)).toEqual([]);
  });

  it('of a second payment leaves the trip alone, and staff are told after the last try', async () => {
    const trip = await paidTwice();
    await refundsAnswer('refused');
    await work();
    for (const minutes of [11, 61, 361, 1441, 1441]) await passAndRepair(minutes);
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', refunds: [{ status: 'failed' }] });
    expect(await failuresOf(trip)).toBe(5);
    expect(await told(trip, 'payments/refund.failed')).toBe(1);
  });
});

it('a refund whose answer never comes is found when it is looked for, and not made again', async () => {
  const trip = await owed();
  await control(stripe.url, '/webhooks', { held: true });
  await refundsAnswer('timeout', { applied: true });
  const refundId = await refundIdOf(trip);
  await expect(refundPayment(job(), refundId)).rejects.toMatchObject({
    code: 'payment-provider-unavailable',
  });
  expect(await look(trip)).toMatchObject({ booking: 'refund_pending', refunds: [{ status: 'requested' }] });
  // Past the life of the idempotency key at Stripe: only looking helps.
  await refundsAnswer('ok');
  passMinutes(25 * 60);
  await repairStuck(job());
  expect(await look(trip)).toMatchObject({ booking: 'refunded', refunds: [{ status: 'succeeded' }] });
  expect((await atStripe(trip)).map((each) => each.amount)).toEqual([trip.totalCents]);
});
