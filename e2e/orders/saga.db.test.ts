import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Trip } from '../payments/trip';
import {
  bookOf,
  COMPANIES,
  type Company,
  companiesCalm,
  happens,
  ordersOf,
  sailingOf,
  statesAt,
  strike,
  tell,
} from './stage';

const { calm, passMinutes } = await import('../payments/stage');
const { book, job, look, openPage, payOn, startFor, work } = await import('../payments/trip');
const { sql } = await import('@/db/client');
const { expireBookings } = await import('@/lib/booking/expire-bookings');
const { cancelBooking } = await import('@/lib/booking/cancel-booking');
const { reviseHold } = await import('@/lib/inventory/revise-hold');
const { endOrders } = await import('@/lib/orders/end-orders');
const { endIdleOrders, renewOrders } = await import('@/lib/orders/keep-orders');
const { sendManifests } = await import('@/lib/orders/send-manifests');
const { closeEndedSessions } = await import('@/lib/payments/close-session');
const { supplierOf } = await import('@/lib/operators/registry');
const { placeOf } = await import('@/lib/supply/repository');
const { syncDirection } = await import('@/lib/supply/sync-direction');
const { bearerContext, guestContext } = await import('@/lib/platform/context');

afterAll(strike);
beforeEach(async () => {
  await calm();
  await companiesCalm();
});

/** Whose sailings a system sells in these tests. */
const SAILS: Readonly<Record<Company, string>> = {
  ctn: 'ctn',
  gnv: 'gnv',
  'corsica-linea': 'corsica-linea',
  lyko: 'corsica-ferries',
};
/** What a request looks like that holds, and one that confirms. */
const HOLDS: Readonly<Record<Company, string>> = {
  ctn: 'POST /api/options',
  gnv: 'POST /v2/options',
  'corsica-linea': 'PUT /reservations',
  lyko: 'POST /v1/rpc',
};

const tripAt = async (company: Company): Promise<Trip> => book(await sailingOf(SAILS[company]));
const historyOf = (trip: Trip, kind: string) =>
  sql<{ data: Record<string, number> }[]>`
    select data from booking_events where booking_id = ${trip.id} and kind = ${kind} order by at`;
const sailingAt = async (company: Company, trip: Trip) => {
  const [entry] = await bookOf(company, trip.reference);
  if (!entry) throw new Error('nothing is held there');
  return entry.order.sailingId;
};

describe.each(COMPANIES)('a booking at %s', (company) => {
  it('is held there when the checkout page opens, and becomes one ticket when it is paid', async () => {
    const trip = await tripAt(company);
    expect(await bookOf(company, trip.reference)).toEqual([]);
    const session = await openPage(trip);
    expect(await statesAt(company, trip.reference)).toEqual(['held']);
    await payOn(session);
    await work();
    const [entry, ...others] = await bookOf(company, trip.reference);
    expect(others).toEqual([]);
    expect(entry?.state).toBe('ticketed');
    const seen = await look(trip);
    expect(seen).toMatchObject({ booking: 'confirmed', legs: ['confirmed'] });
    expect(seen.tickets[0]).toContain(entry?.ticket);
    expect(await ordersOf(trip.id)).toMatchObject([
      { state: 'ticketed', supplier: company, chargedCents: entry?.totalCents },
    ]);
    await sendManifests(job(), trip.id);
    expect(JSON.stringify((await bookOf(company, trip.reference))[0]?.manifest)).toContain('Voyage');
  });

  it('that is not paid, or is cancelled, is given back there', async () => {
    const [late, cancelled] = [await tripAt(company), await tripAt(company)];
    await openPage(late);
    await openPage(cancelled);
    await cancelBooking(bearerContext('fr', cancelled.accessToken), cancelled.reference);
    await endOrders(job(), cancelled.id, 'booking-over');
    expect(await statesAt(company, cancelled.reference)).toEqual(['released']);
    passMinutes(31);
    await expireBookings(job());
    passMinutes(1);
    // As the job of the minute finds it, where whoever ended the booking died.
    await endIdleOrders(job());
    expect(['released', 'expired']).toContain((await statesAt(company, late.reference))[0]);
    expect((await ordersOf(late.id)).map(({ state }) => state)).toEqual(['ended']);
  });

  it('of places that others have bought there is refused before anything is charged', async () => {
    const probe = await tripAt(company);
    await openPage(probe);
    const sailingId = await sailingAt(company, probe);
    const trip = await book(probe.sailingId);
    await happens(company, { kind: 'others', sailingId, taken: { deck: 100_000 } });
    expect(await startFor(trip)).toMatchObject({ ok: false, refusal: { code: 'operator-refused' } });
    expect(await look(trip)).toMatchObject({ booking: 'awaiting_payment', payments: [] });
    expect(await bookOf(company, trip.reference)).toEqual([]);
    // There is room again: the same booking can be paid.
    await happens(company, { kind: 'others', sailingId, taken: {} });
    await payOn(await openPage(trip));
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
  });

  it('that it refuses after the payment is refunded, and nothing stays held there', async () => {
    const trip = await tripAt(company);
    const session = await openPage(trip);
    await tell(company, { refused: ['*'] });
    await payOn(session);
    await work();
    expect(await look(trip)).toMatchObject({
      booking: 'refunded',
      reason: 'operator-refused',
      refunds: [{ reason: 'operator-refused', status: 'succeeded', cents: trip.totalCents }],
    });
    expect(await statesAt(company, trip.reference)).toEqual(['released']);
  });

  it('whose price rises there meanwhile costs what was promised; the loss is written down', async () => {
    const probe = await tripAt(company);
    await openPage(probe);
    const trip = await book(probe.sailingId);
    await happens(company, { kind: 'percent', sailingId: await sailingAt(company, probe), percent: 60 });
    await payOn(await openPage(trip));
    await work();
    const seen = await look(trip);
    expect(seen).toMatchObject({ booking: 'confirmed', payments: ['paid'] });
    const [order] = await ordersOf(trip.id);
    const [rose] = await historyOf(trip, 'operator.price-rose');
    expect(order?.soldCents).toBe(trip.totalCents);
    expect(rose?.data).toMatchObject({
      soldCents: trip.totalCents,
      chargedCents: order?.chargedCents,
      lossCents: (order?.chargedCents ?? 0) - trip.totalCents,
    });
    expect(rose?.data.lossCents).toBeGreaterThan(0);
  });

  it('whose hold is made and its answer lost has one hold there', async () => {
    const trip = await tripAt(company);
    await tell(company, { mode: 'down', times: 1, applied: true, only: HOLDS[company] });
    await openPage(trip);
    expect((await statesAt(company, trip.reference)).filter((state) => state === 'held')).toHaveLength(1);
  });

  it('whose operator falls silent while it holds is asked for nothing; what was held is found and given back', async () => {
    const trip = await tripAt(company);
    await tell(company, { mode: 'down', applied: true });
    expect(await startFor(trip)).toMatchObject({ ok: false, refusal: { code: 'payments-unavailable' } });
    expect((await look(trip)).payments).toEqual([]);
    expect((await ordersOf(trip.id)).map(({ state }) => state)).toEqual(['asked']);
    await companiesCalm();
    await cancelBooking(bearerContext('fr', trip.accessToken), trip.reference);
    await untilItAnswers(() => endOrders(job(), trip.id, 'booking-over'));
    expect(await statesAt(company, trip.reference)).not.toContain('held');
    expect((await ordersOf(trip.id)).map(({ state }) => state)).toEqual(['ended']);
  });
});

/** After silence an operator is left alone for some seconds, by the clock on the wall. */
async function untilItAnswers(work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < 300; i++) {
    try {
      await work();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('it never answered again');
}

describe('a hold there', () => {
  it('is one, however many tabs ask at once', async () => {
    const trip = await tripAt('gnv');
    const started = await Promise.all(Array.from({ length: 8 }, () => startFor(trip)));
    expect(new Set(started.map((each) => each.ok && each.value.checkoutUrl)).size).toBe(1);
    expect(await statesAt('gnv', trip.reference)).toEqual(['held']);
    expect(await ordersOf(trip.id)).toHaveLength(1);
  });

  it('is renewed before it ends, as long as the booking may still be paid', async () => {
    const trip = await tripAt('ctn');
    const session = await openPage(trip);
    passMinutes(18);
    await renewOrders(job());
    expect(await statesAt('ctn', trip.reference)).toEqual(['released', 'held']);
    passMinutes(10);
    await payOn(session);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
    expect(await statesAt('ctn', trip.reference)).toEqual(['released', 'ticketed']);
  });

  it('of the very last place is renewed too: our own hold does not stand in its way', async () => {
    const trip = await tripAt('ctn');
    const before = await leftOf(trip.sailingId);
    await openPage(trip);
    const sailingId = await sailingAt('ctn', trip);
    await happens('ctn', { kind: 'others', sailingId, taken: { deck: before } });
    passMinutes(18);
    await renewOrders(job());
    expect(await statesAt('ctn', trip.reference)).toEqual(['released', 'held']);
    expect(await look(trip)).toMatchObject({ booking: 'awaiting_payment', hold: 'active' });
  });

  it('that cannot be renewed ends the booking and closes its page, before anybody pays', async () => {
    const trip = await tripAt('ctn');
    const session = await openPage(trip);
    const sailingId = await sailingAt('ctn', trip);
    await happens('ctn', { kind: 'others', sailingId, taken: { deck: 100_000 } });
    passMinutes(18);
    await renewOrders(job());
    await closeEndedSessions(job());
    expect(await look(trip)).toMatchObject({
      booking: 'expired',
      reason: 'operator-refused',
      hold: 'expired',
    });
    expect(await payOn(session)).toBe('closed');
    expect(await statesAt('ctn', trip.reference)).toEqual(['released']);
  });

  it('is another one when cabins or family change after the page was opened, and the old one goes', async () => {
    const trip = await tripAt('gnv');
    await openPage(trip);
    const revised = await reviseHold(guestContext('fr'), {
      holdId: trip.holdId,
      legs: [{ position: 0, fareFamily: 'flex' }],
    });
    expect(revised.ok).toBe(true);
    await payOn(await openPage(trip));
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
    const entries = await bookOf('gnv', trip.reference);
    expect(entries.map(({ state }) => state)).toEqual(['released', 'ticketed']);
  });

  it('that ended before the money came is taken anew while there is room', async () => {
    const trip = await tripAt('ctn');
    const session = await openPage(trip);
    passMinutes(29);
    await payOn(session);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', refunds: [] });
    expect(await statesAt('ctn', trip.reference)).toEqual(['expired', 'ticketed']);
  });

  it('of two companies is both or neither', async () => {
    const [out, back] = await returnTrip();
    await tell('corsica-linea', { refused: ['*'] });
    const trip = await book([out, back]);
    expect(await startFor(trip)).toMatchObject({
      refusal: { code: 'operator-refused', params: { sailingId: back } },
    });
    expect(await statesAt('ctn', trip.reference)).not.toContain('held');
    await companiesCalm();
    const session = await openPage(trip);
    await tell('corsica-linea', { refused: ['*'] });
    await payOn(session);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'refunded', refunds: [{ cents: trip.totalCents }] });
    // The first had its ticket already: it goes back at its terms, and what that costs us is known.
    const [ticket] = (await bookOf('ctn', trip.reference)).filter(({ ticket }) => ticket);
    expect(ticket?.state).toBe('cancelled');
    expect(await ordersOf(trip.id)).toContainEqual(
      expect.objectContaining({ state: 'given-back', keptCents: ticket?.keptCents }),
    );
    expect(await statesAt('corsica-linea', trip.reference)).not.toContain('held');
  });

  it('is not counted twice: what we offer is what is left there', async () => {
    const trip = await tripAt('gnv');
    const before = await leftOf(trip.sailingId);
    await openPage(trip);
    await lookAtDayOf(trip.sailingId);
    expect(await leftOf(trip.sailingId)).toBe(before);
    await cancelBooking(bearerContext('fr', trip.accessToken), trip.reference);
    await endOrders(job(), trip.id, 'booking-over');
    await lookAtDayOf(trip.sailingId);
    expect(await leftOf(trip.sailingId)).toBe(before + 1);
  });
});

/** A way out with one company, back with another, on a line that both sail. */
async function returnTrip(): Promise<[string, string]> {
  const [pair] = await sql<{ out: string; back: string }[]>`
    select a.id as out, b.id as back from sailings a
    join sailings b on b.route_id = split_part(a.route_id, '-', 2) || '-' || split_part(a.route_id, '-', 1)
    where a.operator_code = 'ctn' and b.operator_code = 'corsica-linea'
      and a.departs_at > now() + interval '40 days' and b.departs_at > a.arrives_at + interval '3 days'
      and a.status = 'scheduled' and b.status = 'scheduled'
    order by a.departs_at, a.id, b.departs_at limit 1`;
  if (!pair) throw new Error('no line has both');
  return [pair.out, pair.back];
}

/** Deck places that we offer. */
async function leftOf(sailingId: string): Promise<number> {
  const [row] = await sql<{ left: number }[]>`
    select capacity - held - sold as left from stock_lines where id = ${`${sailingId}:deck`}`;
  return row?.left ?? 0;
}

/** What `supply/order.changed` comes to. */
async function lookAtDayOf(sailingId: string): Promise<void> {
  const place = await placeOf(sailingId);
  const supplier = place && supplierOf(place.operatorCode);
  if (!supplier) throw new Error('not followed');
  const { routeId, departureDay: day } = place;
  await syncDirection(job(), supplier, { routeId, from: day, to: day, isWhole: false });
}
