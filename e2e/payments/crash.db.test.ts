import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { calm, control, eventually, passMinutes, strikeStage, stripe } from './stage';
import {
  book,
  deck,
  freshSailing,
  job,
  look,
  loseEvents,
  openPage,
  operatorSays,
  payOn,
  ticketsAt,
  told,
  work,
} from './trip';

const { confirmBooking, confirmWithOperators } = await import('@/lib/payments/confirm-booking');
const { refuseBooking } = await import('@/lib/payments/refuse-booking');
const { repairStuck } = await import('@/lib/payments/repair-stuck');

afterAll(strikeStage);
beforeEach(calm);

/** A minute passes and the repair looks around. */
async function repairMinute(): Promise<void> {
  passMinutes(1);
  await repairStuck(job());
}

describe('a crash', () => {
  it('after the webhook was stored is made good by the repair', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await loseEvents();
    await repairMinute();
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
    expect(await told(trip, 'booking/booking.confirmed')).toBe(1);
  });

  it('that swallowed the webhook itself is made good by asking Stripe', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await control(stripe.url, '/webhooks', { held: true });
    await payOn(session);
    await repairMinute();
    await repairMinute();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', payments: ['paid'] });
    await control(stripe.url, '/webhooks', { held: false });
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', payments: ['paid'], refunds: [] });
    expect(await told(trip, 'booking/booking.confirmed')).toBe(1);
  });

  it('between payment and operator', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await work({ untilEvent: 'payments/payment.paid' });
    await loseEvents();
    expect(await look(trip)).toMatchObject({ booking: 'confirming', legs: ['none'] });
    await repairMinute();
    const seen = await look(trip);
    expect(seen).toMatchObject({ booking: 'confirmed' });
    expect(seen.history).toContain('repair.done');
  });

  it('between operator and confirmation', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await work({ untilEvent: 'payments/payment.paid' });
    await loseEvents();
    await confirmWithOperators(job(), trip.id);
    expect(await look(trip)).toMatchObject({ booking: 'confirming', legs: ['confirmed'] });
    await repairMinute();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
    expect(await ticketsAt(trip)).toHaveLength(1);
  });

  it('between the refusal and the refund', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await operatorSays({ refused: ['*'] });
    await payOn(session);
    await work({ untilEvent: 'payments/payment.paid' });
    await confirmWithOperators(job(), trip.id);
    await refuseBooking(job(), trip.id, 'operator-refused');
    await loseEvents();
    expect(await look(trip)).toMatchObject({ booking: 'refund_pending' });
    await repairMinute();
    expect(await look(trip)).toMatchObject({ booking: 'refunded', payments: ['refunded'] });
    expect((await look(trip)).refunds).toHaveLength(1);
  });

  it('after Stripe made the refund and before we knew', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await operatorSays({ refused: ['*'] });
    await payOn(session);
    await work({ untilEvent: 'payments/refund.requested' });
    await control(stripe.url, '/webhooks', { held: true });
    await control(stripe.url, '/faults', {
      mode: 'error',
      method: 'POST',
      path: '/v1/refunds',
      times: 3,
      applied: true,
    });
    await repairMinute();
    await repairMinute();
    expect(await look(trip)).toMatchObject({ booking: 'refunded', payments: ['refunded'] });
    await calm();
    await work();
    expect((await look(trip)).refunds).toEqual([
      { reason: 'operator-refused', status: 'succeeded', cents: trip.totalCents },
    ]);
  });

  it('of two workers on one saga confirms once', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await work({ untilEvent: 'payments/payment.paid' });
    await Promise.allSettled(Array.from({ length: 6 }, () => confirmBooking(job(), trip.id)));
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', refunds: [] });
    expect(await told(trip, 'booking/booking.confirmed')).toBe(1);
    expect(await ticketsAt(trip)).toHaveLength(1);
    expect(await deck(trip.sailingId)).toMatchObject({ held: 0, sold: 1 });
  });
});

describe('what cannot be repaired', () => {
  it('is called stuck after three failures, is tried on, and is confirmed in the end', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await operatorSays({ mode: 'down' });
    await payOn(session);
    await work({ untilEvent: 'payments/payment.paid' });
    await loseEvents();
    for (let i = 0; i < 3; i++) await repairMinute();
    const stuck = await look(trip);
    expect(stuck.booking).toBe('stuck');
    expect(stuck.history.filter((kind) => kind === 'repair.failed')).toHaveLength(3);
    await operatorSays({ mode: 'ok' });
    // Its calls rest for some seconds yet, by the clock on the wall.
    await eventually(async () => {
      passMinutes(6);
      await repairStuck(job());
      return (await look(trip)).booking === 'confirmed';
    }, 'confirmed by the repair');
  });
});
