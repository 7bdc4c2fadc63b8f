import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { calm, control, door, passMinutes, strikeStage, stripe } from './stage';
import {
  book,
  deck,
  freshSailing,
  job,
  leave,
  look,
  newTraveller,
  openPage,
  operatorSays,
  payOn,
  type Trip,
  ticketsAt,
  told,
  work,
} from './trip';

const { expireBookings } = await import('@/lib/booking/expire-bookings');

afterAll(strikeStage);
beforeEach(calm);

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
