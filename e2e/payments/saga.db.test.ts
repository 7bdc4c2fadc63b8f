import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { calm, control, door, operator, passMinutes, strikeStage, stripe } from './stage';
import {
  book,
  deck,
  freshSailing,
  job,
  leave,
  look,
  loseEvents,
  newTraveller,
  openPage,
  payOn,
  type Trip,
  told,
  work,
} from './trip';

const { expireBookings } = await import('@/lib/booking/expire-bookings');
const { confirmBooking, confirmWithOperators } = await import('@/lib/payments/confirm-booking');
const { refuseBooking } = await import('@/lib/payments/refuse-booking');
const { repairStuck } = await import('@/lib/payments/repair-stuck');

afterAll(strikeStage);
beforeEach(calm);

const operatorSays = (body: unknown) =>
  fetch(`${operator.url}/_control`, { method: 'POST', body: JSON.stringify(body) });

/** Tickets of a booking in the operator's own book. */
async function ticketsAt(trip: Trip): Promise<{ status: string }[]> {
  const reply = await fetch(`${operator.url}/v1/tickets?bookingReference=${trip.reference}`, {
    headers: { authorization: 'Bearer operator-key' },
  });
  return ((await reply.json()) as { data: { status: string }[] }).data;
}

/** A minute passes and the repair looks around. */
async function repairMinute(): Promise<void> {
  passMinutes(1);
  await repairStuck(job());
}

describe('money that comes after the half hour', () => {
  async function paidTooLate(places: number): Promise<Trip> {
    const sailingId = await freshSailing();
    const trip = await book(sailingId);
    const session = await openPage(trip);
    passMinutes(31);
    await expireBookings(job());
    await leave(sailingId, places);
    await payOn(session);
    await work();
    return trip;
  }

  it('is honoured while the places are still there', async () => {
    const trip = await paidTooLate(1);
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', hold: 'converted', refunds: [] });
    expect(await deck(trip.sailingId)).toMatchObject({ held: 0, sold: 1, capacity: 1 });
  });

  it('goes back where they are gone, and the traveller is told', async () => {
    const trip = await paidTooLate(0);
    expect(await look(trip)).toMatchObject({
      booking: 'refunded',
      reason: 'sold-out-after-hold',
      payments: ['refunded'],
      refunds: [{ reason: 'sold-out-after-hold', status: 'succeeded', cents: trip.totalCents }],
    });
    expect(await told(trip, 'payments/refund.settled')).toBe(1);
    expect(await deck(trip.sailingId)).toMatchObject({ held: 0, sold: 0 });
  });

  it('goes back where the same party has booked the sailing anew meanwhile', async () => {
    const sailingId = await freshSailing();
    const traveller = newTraveller();
    const first = await book(sailingId, traveller);
    const session = await openPage(first);
    passMinutes(31);
    await expireBookings(job());
    const second = await book(sailingId, traveller);
    await payOn(session);
    await work();
    expect(await look(first)).toMatchObject({
      booking: 'expired',
      payments: ['refunded'],
      refunds: [{ reason: 'booked-again', status: 'succeeded' }],
    });
    await payOn(await openPage(second));
    await work();
    expect(await look(second)).toMatchObject({ booking: 'confirmed' });
    expect(await deck(sailingId)).toMatchObject({ held: 0, sold: 1 });
  });
});

describe('an operator', () => {
  it('that refuses before payment is heard before anything is charged', async () => {
    const trip = await book(await freshSailing());
    await operatorSays({ refused: ['*'] });
    await expect(openPage(trip)).rejects.toThrow('operator-refused');
    expect(await look(trip)).toMatchObject({ booking: 'awaiting_payment', payments: [] });
  });

  it('that refuses after payment gets the money back to the traveller and the places to others', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await operatorSays({ refused: ['*'] });
    await payOn(session);
    await work();
    expect(await look(trip)).toMatchObject({
      booking: 'refunded',
      reason: 'operator-refused',
      hold: 'released',
      payments: ['refunded'],
      refunds: [{ reason: 'operator-refused', status: 'succeeded', cents: trip.totalCents }],
      legs: ['refused'],
    });
    expect(await deck(trip.sailingId)).toMatchObject({ held: 0, sold: 0 });
    expect(await told(trip, 'booking/booking.confirmed')).toBe(0);
  });

  it('that is down keeps the booking in confirming; it is confirmed once it answers', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await operatorSays({ mode: 'down' });
    await payOn(session);
    await expect(work()).rejects.toMatchObject({ code: 'operator-unavailable', retryable: true });
    expect(await look(trip)).toMatchObject({ booking: 'confirming', refunds: [] });
    await operatorSays({ mode: 'ok' });
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
  });

  it('whose answer is lost makes one ticket all the same', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await operatorSays({ mode: 'down', times: 1, applied: true });
    await payOn(session);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
    expect(await ticketsAt(trip)).toHaveLength(1);
  });
});

describe('paid twice', () => {
  it('the second payment goes back, the trip stays', async () => {
    const trip = await book(await freshSailing());
    const first = await openPage(trip);
    // The first page looks expired to us while the traveller still has it open: its webhook is on the way.
    const { movePayment, findOpenPayment } = await import('@/lib/payments/repository');
    const open = await findOpenPayment(trip.id);
    await movePayment(open?.id ?? '', 'expired');
    const second = await openPage(trip);
    await payOn(first);
    await payOn(second);
    await work();
    const seen = await look(trip);
    expect(seen.booking).toBe('confirmed');
    expect([...seen.payments].sort()).toEqual(['paid', 'refunded']);
    expect(seen.refunds).toEqual([{ reason: 'paid-twice', status: 'succeeded', cents: trip.totalCents }]);
    expect(await deck(trip.sailingId)).toMatchObject({ held: 0, sold: 1 });
  });
});

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
    passMinutes(6);
    await repairStuck(job());
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
  });

  it('a refund that Stripe cannot make leaves the booking stuck, never paid again', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await operatorSays({ refused: ['*'] });
    await control(stripe.url, '/refunds', { mode: 'failed' });
    await payOn(session);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'stuck', reason: 'refund-failed' });
    await repairMinute();
    expect(await look(trip)).toMatchObject({ booking: 'stuck', refunds: [{ status: 'failed' }] });
  });
});

it('a refund that takes days settles the booking when it is through', async () => {
  const trip = await book(await freshSailing());
  const session = await openPage(trip);
  await operatorSays({ refused: ['*'] });
  await control(stripe.url, '/refunds', { mode: 'pending' });
  await payOn(session);
  await work();
  expect(await look(trip)).toMatchObject({ booking: 'refund_pending', refunds: [{ status: 'pending' }] });
  expect(await told(trip, 'payments/refund.settled')).toBe(0);
  const reply = await fetch(`${stripe.url}/v1/refunds?limit=1`, {
    headers: { authorization: 'Bearer sk_test_rehearsal' },
  });
  const { data } = (await reply.json()) as { data: { id: string }[] };
  await control(stripe.url, `/refunds/${data[0]?.id}/settle`);
  await work();
  expect(await look(trip)).toMatchObject({ booking: 'refunded', refunds: [{ status: 'succeeded' }] });
  expect(door.answers.every((status) => status === 200)).toBe(true);
});
