import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Trip } from '../payments/trip';
import {
  bookOf,
  type Company,
  companiesCalm,
  ordersOf,
  repairs,
  sailingOf,
  statesAt,
  strike,
  tell,
} from './stage';

const { calm, passMinutes } = await import('../payments/stage');
const { book, job, look, loseEvents, openPage, payOn, startFor, work } = await import('../payments/trip');
const { sql } = await import('@/db/client');
const { expireBookings } = await import('@/lib/booking/expire-bookings');
const { compareOrders } = await import('@/lib/orders/compare-orders');
const { endIdleOrders, renewOrders } = await import('@/lib/orders/keep-orders');
const { carrierNamed } = await import('@/lib/operators/registry');
const { closeEndedSessions } = await import('@/lib/payments/close-session');
const { repairStuck } = await import('@/lib/payments/repair-stuck');

afterAll(strike);
beforeEach(async () => {
  await calm();
  await companiesCalm();
  await sql`delete from order_repairs`;
});

const toBePaid = async (company: Company) => {
  const trip = await book(await sailingOf(company === 'lyko' ? 'corsica-ferries' : company));
  return { trip, session: await openPage(trip) };
};
/** Some minutes later the job looks at all orders. */
async function compareLater(): Promise<Awaited<ReturnType<typeof compareOrders>>> {
  passMinutes(3);
  return compareOrders(job());
}
const setState = (trip: Trip, state: string) =>
  sql`update operator_orders set state = ${state} where booking_id = ${trip.id}`;

describe('the comparison of the books', () => {
  it('finds nothing to do where they agree', async () => {
    const { trip, session } = await toBePaid('gnv');
    await payOn(session);
    await work();
    const { repaired, compared } = await compareLater();
    expect(repaired).toEqual({});
    expect(compared).toBeGreaterThan(0);
    expect(await repairs()).toEqual([]);
    expect(await statesAt('gnv', trip.reference)).toEqual(['ticketed']);
  });

  it('writes a ticket down that was made before we died, and the repair confirms the booking', async () => {
    const { trip, session } = await toBePaid('ctn');
    await payOn(session);
    await work({ untilEvent: 'payments/payment.paid' });
    await loseEvents();
    const [order] = await ordersOf(trip.id);
    await carrierNamed('ctn')?.confirm(order?.holdRef ?? '', trip.reference);
    expect((await compareLater()).repaired).toEqual({ 'note-ticket': 1 });
    expect((await look(trip)).legs).toEqual(['confirmed']);
    await repairStuck(job());
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
    expect(await statesAt('ctn', trip.reference)).toEqual(['ticketed']);
    expect(await repairs()).toMatchObject([{ ours: 'held', theirs: 'ticketed', remedy: 'note-ticket' }]);
  });

  it('gives back a hold whose return never arrived there', async () => {
    const { trip } = await toBePaid('corsica-linea');
    await setState(trip, 'ended');
    expect((await compareLater()).repaired).toEqual({ release: 1 });
    expect(await statesAt('corsica-linea', trip.reference)).toEqual(['released']);
    expect((await compareLater()).repaired).toEqual({});
  });

  it('gives back a ticket of a booking that was refunded', async () => {
    const { trip, session } = await toBePaid('lyko');
    await payOn(session);
    await work();
    await sql`update bookings set status = 'refunded' where id = ${trip.id}`;
    expect((await compareLater()).repaired).toEqual({ cancel: 1 });
    expect(await statesAt('lyko', trip.reference)).toEqual(['cancelled']);
    expect(await ordersOf(trip.id)).toMatchObject([{ state: 'given-back' }]);
  });

  it('tells staff, once, of a ticket that the operator does not know any more', async () => {
    const { trip, session } = await toBePaid('gnv');
    await payOn(session);
    await work();
    const [entry] = await bookOf('gnv', trip.reference);
    await carrierNamed('gnv')?.cancel((await ordersOf(trip.id))[0]?.ticketRef ?? '');
    expect(entry?.state).toBe('ticketed');
    expect((await compareLater()).repaired).toEqual({ none: 1 });
    expect((await compareLater()).repaired).toEqual({});
    expect(await repairs()).toMatchObject([{ ours: 'ticketed', theirs: 'cancelled', remedy: 'none' }]);
    expect(await look(trip)).toMatchObject({ booking: 'confirmed' });
  });

  it('leaves for the next time what an operator does not answer', async () => {
    const { trip } = await toBePaid('gnv');
    await setState(trip, 'ended');
    await tell('gnv', { mode: 'down' });
    const first = await compareLater();
    expect(first.unanswered).toBeGreaterThan(0);
    expect(await statesAt('gnv', trip.reference)).toEqual(['held']);
    await companiesCalm();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await compareLater()).repaired).toMatchObject({ release: 1 });
  });
});

/** What goes wrong at an operator while a trip is booked there. */
const trouble = fc.record({
  company: fc.constantFrom<Company>('ctn', 'gnv', 'corsica-linea', 'lyko'),
  /** Of the requests that follow, so many are lost, with the work done or not. */
  atHold: fc.option(fc.record({ times: fc.integer({ min: 1, max: 9 }), applied: fc.boolean() }), {
    nil: null,
  }),
  atTicket: fc.option(fc.record({ times: fc.integer({ min: 1, max: 9 }), applied: fc.boolean() }), {
    nil: null,
  }),
  refuses: fc.boolean(),
  pays: fc.boolean(),
  eventsLost: fc.boolean(),
});

it('whatever was lost between, in the end the operators’ books and ours agree, and money and places too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(trouble, { minLength: 1, maxLength: 3 }), async (troubles) => {
      const trips: { trip: Trip; company: Company }[] = [];
      for (const each of troubles) {
        const { company } = each;
        const trip = await book(await sailingOf(company === 'lyko' ? 'corsica-ferries' : company));
        trips.push({ trip, company });
        if (each.atHold) await tell(company, { mode: 'down', ...each.atHold });
        const started = await startFor(trip);
        await companiesCalm();
        if (!started.ok || !each.pays) continue;
        if (each.atTicket) await tell(company, { mode: 'down', ...each.atTicket });
        if (each.refuses) await tell(company, { refused: ['*'] });
        await payOn(started.value.checkoutUrl.split('/').at(-1) ?? '');
        await (each.eventsLost ? loseEvents() : work().catch(() => loseEvents()));
        await companiesCalm();
      }
      // The operators answer again; the jobs of the next hour are done.
      await new Promise((resolve) => setTimeout(resolve, 250));
      for (let minute = 0; minute < 40; minute += 5) {
        passMinutes(5);
        await expireBookings(job());
        await closeEndedSessions(job());
        await repairStuck(job());
        await work();
        await endIdleOrders(job());
        await renewOrders(job());
        await compareOrders(job());
      }
      for (const { trip, company } of trips) {
        const { booking, payments } = await look(trip);
        const theirs = await statesAt(company, trip.reference);
        const tickets = theirs.filter((state) => state === 'ticketed').length;
        expect(theirs).not.toContain('held');
        expect(['confirmed', 'refunded', 'expired']).toContain(booking);
        expect(tickets).toBe(booking === 'confirmed' ? 1 : 0);
        const ours = (await ordersOf(trip.id)).map(({ state }) => state);
        expect(ours.filter((state) => state === 'ticketed')).toHaveLength(tickets);
        expect(ours).not.toContain('asked');
        expect(ours).not.toContain('held');
        if (booking === 'confirmed') expect(payments).toContain('paid');
        else expect(payments).not.toContain('paid');
      }
      expect((await compareLater()).repaired).toEqual({});
    }),
    { numRuns: 12 },
  );
}, 300_000);
