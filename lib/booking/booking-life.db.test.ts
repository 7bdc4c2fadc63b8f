import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { bearer, booked, bookingOf, eventsAbout, traveller } from '@/db/testing/booking-stage';
import {
  adults,
  balance,
  deadlocks,
  guestAt,
  held,
  leave,
  NOON,
  sailingsAhead,
  unbalancedLines,
} from '@/db/testing/stock-stage';
import { inTransaction } from '@/db/transaction';
import { expireHolds } from '@/lib/inventory/expire-holds';
import { getHold } from '@/lib/inventory/queries';
import { reviseHold } from '@/lib/inventory/revise-hold';
import { newToken } from '@/lib/kernel/ids';
import { systemContext } from '@/lib/platform/context';
import { cancelBooking } from './cancel-booking';
import { expireBookings } from './expire-bookings';
import { findBooking } from './find-booking';
import { moveBooking } from './move-booking';
import { placeBooking } from './place-booking';
import { bookingForSystem, bookingStatus, getBooking, travellersForOperator } from './queries';

const ctx = guestAt(NOON);
const minutesOn = (minutes: number) => guestAt(new Date(NOON.getTime() + minutes * 60_000));
let sailing: string;

beforeAll(async () => {
  sailing = (await sailingsAhead('FRMRS-TNLGN', 50))[0] as string;
  await leave(sailing, 'deck', 2000);
  await leave(sailing, 'inside-4', 50);
});

describe('who may see a booking', () => {
  it('whoever holds its token; a wrong token and a wrong reference are answered alike', async () => {
    const first = await booked(ctx, [sailing]);
    const second = await booked(ctx, [sailing]);
    expect((await getBooking(bearer(ctx, first.accessToken), first.reference))?.reference).toBe(
      first.reference,
    );
    expect(await getBooking(bearer(ctx, second.accessToken), first.reference)).toBeNull();
    expect(await getBooking(bearer(ctx, newToken()), first.reference)).toBeNull();
    expect(await getBooking(bearer(ctx, first.accessToken), 'VF-2222222')).toBeNull();
    expect(await getBooking(bearer(ctx, first.accessToken), "' or 1=1 --")).toBeNull();
    expect(await getBooking(ctx, first.reference)).toBeNull();
    expect(await bookingStatus(bearer(ctx, second.accessToken), first.reference)).toBeNull();
    const cancelled = await cancelBooking(bearer(ctx, second.accessToken), first.reference);
    expect(!cancelled.ok && cancelled.refusal.code).toBe('not-found');
  });

  it('is found by reference and e-mail, however they are typed, and by nothing less', async () => {
    const { reference, accessToken } = await booked(ctx, [sailing]);
    const bare = reference.slice(3).toLowerCase();
    for (const typed of [reference, ` ${reference.toLowerCase()} `, bare, `vf ${bare}`, `VF${bare}`])
      expect(await findBooking(ctx, { reference: typed, email: ' camille@EXAMPLE.test ' })).toEqual({
        reference,
        accessToken,
      });
    expect(await findBooking(ctx, { reference, email: 'camille@example.tes' })).toBeNull();
    expect(await findBooking(ctx, { reference, email: '' })).toBeNull();
    expect(await findBooking(ctx, { reference: 'VF-2222222', email: 'camille@example.test' })).toBeNull();
    expect(await findBooking(ctx, { reference: 'VF-2222222', email: '' })).toBeNull();
  });

  it('travel documents are opened for jobs alone, and are in no view', async () => {
    const person = traveller();
    const { id, accessToken, reference } = await booked(ctx, [sailing], [person]);
    const views = [await getBooking(bearer(ctx, accessToken), reference), await bookingForSystem(id)];
    expect(JSON.stringify(views)).not.toContain(person.document?.number);
    const { passengers } = await travellersForOperator(systemContext('test'), id);
    expect(passengers[0]?.document).toEqual(person.document);
    await expect(travellersForOperator(bearer(ctx, accessToken), id)).rejects.toThrow();
    expect((await bookingForSystem(id))?.accessToken).toBe(accessToken);
  });
});

describe('the end of an unpaid booking', () => {
  it('by its traveller gives the places back, once', async () => {
    const { id, reference, accessToken, holdId } = await booked(ctx, [sailing]);
    const before = await balance(sailing, 'deck');
    const cancel = () => cancelBooking(bearer(ctx, accessToken), reference);
    const results = await Promise.all([cancel(), cancel(), cancel()]);
    expect(results.some((each) => each.ok)).toBe(true);
    expect((await cancel()).ok).toBe(true);
    expect((await balance(sailing, 'deck')).left).toBe(before.left + 1);
    expect((await getHold(ctx, holdId))?.status).toBe('released');
    expect(await eventsAbout(id)).toEqual(['booking/booking.cancelled', 'booking/booking.placed']);
  });

  it('by time gives them back, once, with two jobs at once; the hold’s own job leaves it alone', async () => {
    const trips = await Promise.all(Array.from({ length: 30 }, () => booked(ctx, [sailing])));
    expect(await expireBookings(minutesOn(29))).toEqual({ expired: 0 });
    const later = minutesOn(30);
    await expireHolds(later);
    expect(
      (await bookingStatus(bearer(later, trips[0]?.accessToken ?? ''), trips[0]?.reference ?? ''))?.status,
    ).toBe('awaiting_payment');
    const jobs = await Promise.all([expireBookings(later), expireBookings(later), expireHolds(later)]);
    expect(jobs[0].expired + jobs[1].expired).toBeGreaterThanOrEqual(30);
    for (const trip of trips) {
      const status = await bookingStatus(bearer(later, trip.accessToken), trip.reference);
      expect(status?.status).toBe('expired');
      expect(await eventsAbout(trip.id)).toEqual(['booking/booking.expired', 'booking/booking.placed']);
    }
    expect(await unbalancedLines()).toEqual([]);
  });

  it('does not happen to one whose money is on its way', async () => {
    const trip = await booked(ctx, [sailing]);
    await inTransaction((tx) =>
      moveBooking(tx, trip.id, ['awaiting_payment'], 'payment_processing', { reason: null, now: NOON }),
    );
    await expireBookings(minutesOn(60));
    await expireHolds(minutesOn(60));
    expect((await getHold(minutesOn(60), trip.holdId))?.status).toBe('active');
    const result = await cancelBooking(bearer(minutesOn(60), trip.accessToken), trip.reference);
    expect(!result.ok && result.refusal.code).toBe('not-cancellable-yet');
    expect(await unbalancedLines()).toEqual([]);
  });

  it('and a payment at the same moment: one of the two happens, whole', async () => {
    const before = await deadlocks();
    for (let round = 0; round < 20; round++) {
      const trip = await booked(ctx, [sailing]);
      const pay = inTransaction((tx) =>
        moveBooking(tx, trip.id, ['awaiting_payment'], 'confirming', { reason: 'paid', now: NOON }),
      );
      const cancel = cancelBooking(bearer(ctx, trip.accessToken), trip.reference);
      const [paid, cancelled] = await Promise.all([pay, cancel]);
      expect(cancelled.ok).toBe(!paid);
      expect((await getHold(ctx, trip.holdId))?.status).toBe(paid ? 'active' : 'released');
    }
    expect(await unbalancedLines()).toEqual([]);
    expect(await deadlocks()).toBe(before);
  });
});

describe('a step of a booking', () => {
  it('that is unknown throws, one that is late says so, one that happens is in the history', async () => {
    const { id } = await booked(ctx, [sailing]);
    const move = (from: 'awaiting_payment' | 'confirmed', to: 'confirming' | 'awaiting_payment') =>
      inTransaction((tx) => moveBooking(tx, id, [from], to, { reason: 'paid', now: NOON }));
    await expect(move('confirmed', 'awaiting_payment')).rejects.toThrow('confirmed → awaiting_payment');
    expect(await move('awaiting_payment', 'confirming')).toBe(true);
    expect(await move('awaiting_payment', 'confirming')).toBe(false);
    const history = await sql`select kind, data from booking_events where booking_id = ${id} order by kind`;
    expect(history.map((each) => each.kind)).toEqual(['booking.placed', 'status.changed']);
  });
});

describe('going back to an earlier step while payment waits', () => {
  it('another cabin changes what the booking costs, at once', async () => {
    const trip = await booked(ctx, [sailing], [traveller(), traveller()]);
    const revised = await reviseHold(ctx, {
      holdId: trip.holdId,
      legs: [{ cabins: [{ type: 'inside-4', quantity: 1 }] }],
    });
    const total = revised.ok ? revised.value.quote.totalCents : 0;
    expect(total).toBeGreaterThan(trip.totalCents);
    const view = await getBooking(bearer(ctx, trip.accessToken), trip.reference);
    expect([view?.status, view?.quote.totalCents]).toEqual(['awaiting_payment', total]);
  });

  it('another party withdraws the booking until its travellers are sent again', async () => {
    const [one, two] = [traveller(), traveller()];
    const trip = await booked(ctx, [sailing], [one]);
    const pair = { passengers: [{ type: 'adult' as const }, { type: 'adult' as const }] };
    const revised = await reviseHold(ctx, { holdId: trip.holdId, party: pair });
    expect(revised.ok && revised.value.bookingReference).toBeNull();
    expect((await bookingStatus(bearer(ctx, trip.accessToken), trip.reference))?.status).toBe('cancelled');
    const again = await placeBooking(ctx, bookingOf(trip.holdId, [one, two]));
    expect(again.ok && [again.value.reference, again.value.accessToken, again.value.status]).toEqual([
      trip.reference,
      trip.accessToken,
      'awaiting_payment',
    ]);
    expect(again.ok && again.value.totalCents).toBe(revised.ok ? revised.value.quote.totalCents : 0);
    expect((await getBooking(bearer(ctx, trip.accessToken), trip.reference))?.passengers).toHaveLength(2);
  });

  it('a withdrawn booking ends with its hold, and can be cancelled no more than that', async () => {
    const trip = await booked(ctx, [sailing]);
    await reviseHold(ctx, { holdId: trip.holdId, party: { vehicles: [{ type: 'car' }] } });
    await expireHolds(minutesOn(31));
    expect((await getHold(minutesOn(31), trip.holdId))?.status).toBe('expired');
    const late = await placeBooking(minutesOn(31), bookingOf(trip.holdId, [traveller()]));
    expect(!late.ok && late.refusal.code).toBe('hold-expired');
    expect(await unbalancedLines()).toEqual([]);
  });

  it('is over once money has come', async () => {
    const trip = await booked(ctx, [sailing]);
    await sql`update bookings set status = 'confirming' where id = ${trip.id}`;
    const result = await reviseHold(ctx, { holdId: trip.holdId, party: { pets: 1 } });
    expect(!result.ok && result.refusal.code).toBe('already-booked');
  });

  it('and a payment at the same moment: the booking never asks less than was changed', async () => {
    for (let round = 0; round < 15; round++) {
      const trip = await booked(ctx, [sailing]);
      const pay = inTransaction((tx) =>
        moveBooking(tx, trip.id, ['awaiting_payment'], 'confirming', { reason: 'paid', now: NOON }),
      );
      const [paid, revised] = await Promise.all([
        pay,
        reviseHold(ctx, { holdId: trip.holdId, party: { pets: 1 } }),
      ]);
      const view = await getBooking(bearer(ctx, trip.accessToken), trip.reference);
      const hold = await getHold(ctx, trip.holdId);
      expect(paid).toBe(true);
      expect(view?.quote.totalCents).toBe(hold?.quote.totalCents);
      expect(revised.ok ? hold?.party.pets : 0).toBe(hold?.party.pets);
    }
  });
});

it('a hold that is booked says so', async () => {
  const holdId = await held(ctx, adults([sailing]));
  expect((await getHold(ctx, holdId))?.bookingReference).toBeNull();
  const placed = await placeBooking(ctx, bookingOf(holdId, [traveller()]));
  expect((await getHold(ctx, holdId))?.bookingReference).toBe(placed.ok && placed.value.reference);
});
