import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { bearer, booked, bookingOf, eventsAbout, traveller } from '@/db/testing/booking-stage';
import { adults, guestAt, held, leave, NOON, sailingsAhead } from '@/db/testing/stock-stage';
import { releaseHold } from '@/lib/inventory/release-hold';
import { cancelBooking } from './cancel-booking';
import { placeBooking } from './place-booking';
import { getBooking } from './queries';

const ctx = guestAt(NOON);
const minutesOn = (minutes: number) => guestAt(new Date(NOON.getTime() + minutes * 60_000));
let sailing: string;
let other: string;
let back: string;

beforeAll(async () => {
  [sailing, other] = (await sailingsAhead('FRMRS-TNLGN', 40)) as [string, string];
  back = (await sailingsAhead('TNLGN-FRMRS', 80))[0] as string;
  for (const id of [sailing, other, back]) await leave(id, 'deck', 2000);
});

async function counts(holdId: string) {
  const [row] = await sql<{ bookings: number; passengers: number; legs: number }[]>`
    select count(*)::int as bookings,
      (select count(*)::int from booking_passengers p join bookings b on b.id = p.booking_id
        where b.hold_id = ${holdId}) as passengers,
      (select count(*)::int from booking_legs l join bookings b on b.id = l.booking_id
        where b.hold_id = ${holdId}) as legs
    from bookings where hold_id = ${holdId}`;
  return row;
}

describe('placing a booking', () => {
  it('the same hold sent twenty times at once is one booking, with one reference and one token', async () => {
    const holdId = await held(ctx, adults([sailing, back], 2));
    const input = bookingOf(holdId, [traveller(), traveller()]);
    const results = await Promise.all(Array.from({ length: 20 }, () => placeBooking(ctx, input)));
    const answers = new Set(results.map((each) => JSON.stringify(each)));
    expect(results.every((each) => each.ok)).toBe(true);
    expect(answers.size).toBe(1);
    expect(await counts(holdId)).toEqual({ bookings: 1, passengers: 2, legs: 2 });
    const [row] = await sql<{ id: string }[]>`select id from bookings where hold_id = ${holdId}`;
    expect(await eventsAbout(row?.id as string)).toEqual(['booking/booking.placed']);
  });

  it('sent again before it is paid, what was said last counts', async () => {
    const one = traveller();
    const first = await booked(ctx, [sailing], [one]);
    const corrected = { ...one, givenName: 'Camille Élise' };
    const again = await placeBooking(
      ctx,
      bookingOf(first.holdId, [corrected], {
        contact: { email: 'other@example.test', phone: '+21620123456' },
      }),
    );
    expect(again.ok && again.value.reference).toBe(first.reference);
    expect(again.ok && again.value.accessToken).toBe(first.accessToken);
    const view = await getBooking(bearer(ctx, first.accessToken), first.reference);
    expect(view?.passengers.map((each) => each.givenName)).toEqual(['Camille Élise']);
    expect(view?.contact).toEqual({ email: 'other@example.test', phone: '+21620123456' });
  });

  it('sent again once money has come, changes nothing and gives the booking as it is', async () => {
    const first = await booked(ctx, [sailing]);
    await sql`update bookings set status = 'confirming' where id = ${first.id}`;
    const again = await placeBooking(ctx, bookingOf(first.holdId, [traveller()]));
    expect(again.ok && [again.value.reference, again.value.status]).toEqual([first.reference, 'confirming']);
    const view = await getBooking(bearer(ctx, first.accessToken), first.reference);
    expect(view?.passengers[0]?.familyName).not.toBe(traveller().familyName);
  });

  it('the same party on the same sailings by two holds at once is one booking', async () => {
    const party = [traveller(), traveller()];
    const holds = await Promise.all([1, 2, 3, 4].map(() => held(ctx, adults([sailing], 2))));
    const results = await Promise.all(holds.map((id) => placeBooking(ctx, bookingOf(id, party))));
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    for (const each of results)
      if (!each.ok)
        expect(each.refusal).toEqual({
          code: 'already-booked',
          params: { state: 'awaiting-payment', minutes: 30 },
        });
  });

  it('names the other booking only to whoever holds its token', async () => {
    const person = traveller();
    const first = await booked(ctx, [sailing], [person]);
    const second = await held(ctx, adults([sailing]));
    const stranger = await placeBooking(ctx, bookingOf(second, [person]));
    const owner = await placeBooking(bearer(ctx, first.accessToken), bookingOf(second, [person]));
    expect(JSON.stringify(stranger)).not.toContain(first.reference);
    expect(!owner.ok && owner.refusal.params?.reference).toBe(first.reference);
  });

  it('the same party on another sailing is another trip', async () => {
    const person = traveller();
    await booked(ctx, [sailing], [person]);
    await expect(booked(ctx, [other], [person])).resolves.toBeTruthy();
  });

  it('an unpaid booking whose time is over makes room for the next one at once', async () => {
    const person = traveller();
    const first = await booked(ctx, [sailing], [person]);
    await expect(booked(minutesOn(31), [sailing], [person])).resolves.toBeTruthy();
    expect(await eventsAbout(first.id)).toContain('booking/booking.expired');
  });

  it('a cancelled booking makes room too', async () => {
    const person = traveller();
    const first = await booked(ctx, [sailing], [person]);
    await cancelBooking(bearer(ctx, first.accessToken), first.reference);
    await expect(booked(ctx, [sailing], [person])).resolves.toBeTruthy();
  });
});

describe('a hold that cannot be booked', () => {
  it('is unknown, over or released, and says which', async () => {
    const unknown = await placeBooking(ctx, bookingOf(`hold_${'0'.repeat(32)}`, [traveller()]));
    expect(!unknown.ok && unknown.refusal.code).toBe('unknown-hold');
    const late = await held(ctx, adults([sailing]));
    const expired = await placeBooking(minutesOn(30), bookingOf(late, [traveller()]));
    expect(!expired.ok && expired.refusal.code).toBe('hold-expired');
    const given = await held(ctx, adults([sailing]));
    await releaseHold(ctx, given);
    const released = await placeBooking(ctx, bookingOf(given, [traveller()]));
    expect(!released.ok && released.refusal.code).toBe('hold-released');
  });

  it('is not released while its booking waits for money', async () => {
    const { holdId } = await booked(ctx, [sailing]);
    expect(await releaseHold(ctx, holdId)).toEqual({ ok: false, refusal: { code: 'already-booked' } });
  });
});

describe('travellers are checked', () => {
  it('against the hold, each problem beside its field', async () => {
    const holdId = await held(ctx, adults([sailing], 2));
    const child = traveller({ birthDate: `${NOON.getUTCFullYear() - 5}-01-01` });
    const unpapered = traveller();
    delete unpapered.document;
    const result = await placeBooking(ctx, bookingOf(holdId, [child, unpapered]));
    expect(!result.ok && result.refusal.code).toBe('invalid-input');
    const fields = result.ok ? {} : result.refusal.fields;
    expect(fields?.['passengers.0.birthDate']?.[0]).toMatchObject({
      code: 'age-does-not-match-type',
      params: { type: 'child', declared: 'adult' },
    });
    expect(fields?.['passengers.1.document.number']).toEqual([{ code: 'document-required' }]);
    expect(await counts(holdId)).toMatchObject({ bookings: 0 });
  });

  it('and nothing personal is stored in the clear that need not be', async () => {
    const person = traveller({ assistance: { needed: true, note: 'Fauteuil roulant' } });
    const first = await booked(ctx, [sailing], [person]);
    const [row] = await sql<{ all: string }[]>`
      select to_jsonb(b)::text || to_jsonb(p)::text as all
      from bookings b join booking_passengers p on p.booking_id = b.id where b.id = ${first.id}`;
    expect(row?.all).not.toContain(person.document?.number);
    expect(row?.all).not.toContain('Fauteuil');
    expect(row?.all).not.toContain(first.accessToken);
    const [log] = await sql<{ all: string }[]>`
      select coalesce(string_agg(to_jsonb(o)::text, ''), '') || (
        select coalesce(string_agg(to_jsonb(a)::text, ''), '') from audit_log a) || (
        select coalesce(string_agg(to_jsonb(e)::text, ''), '') from booking_events e) as all
      from outbox o`;
    for (const personal of [person.familyName, 'example.test', first.accessToken])
      expect(log?.all.toLowerCase()).not.toContain(personal.toLowerCase());
  });
});
