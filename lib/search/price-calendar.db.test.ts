import { beforeAll, describe, expect, it } from 'vitest';
import { seedDatabase } from '@/db/seed/seed';
import { guestAt, leave } from '@/db/testing/stock-stage';
import { placeHold } from '@/lib/inventory/place-hold';
import { env } from '@/lib/platform/env';
import { pricedFor } from '@/lib/sailings/price-queries';
import { partyFrom } from './party-code-rules';
import { monthCalendar, pricesAround } from './price-calendar';
import { searchSailings } from './search-sailings';

const ctx = guestAt(new Date('2027-07-05T09:00:00Z'));
const party = partyFrom({ adults: 2, children: 1, infants: 0, pets: 0, vehicles: ['car'] });
const there = { from: 'FRMRS', to: 'TNLGN' };
const back = { from: 'TNLGN', to: 'FRMRS' };

beforeAll(() => seedDatabase(env.DATABASE_URL, { from: '2027-06-25', days: 90 }));

describe('the calendar of a month', () => {
  it('has every day, with the price of its list, and tells why one has none', async () => {
    const days = await monthCalendar(ctx, { ...there, month: '2027-07', party });
    expect(days).toHaveLength(31);
    for (const { day, state, totalCents, sailings } of days) {
      const offers = await searchSailings(ctx, { leg: { ...there, date: day }, party });
      expect(totalCents).toBe(offers.find((offer) => offer.best)?.fares[0]?.totalCents ?? null);
      expect(sailings).toBe(offers.length);
      if (day < '2027-07-05') expect(state).toBe('past');
      else expect(state).toBe(sailings === 0 ? 'none' : totalCents === null ? 'sold-out' : 'available');
    }
    expect(new Set(days.map((each) => each.state))).toContain('available');
  });

  it('tells a day that is sold out from one without a sailing', async () => {
    const day = '2027-07-14';
    for (const { id } of await pricedFor('FRMRS-TNLGN', day, 1, party, ctx.now)) await leave(id, 'deck', 2);
    const days = await monthCalendar(ctx, { ...there, month: '2027-07', party });
    expect(days.find((each) => each.day === day)).toMatchObject({ state: 'sold-out', totalCents: null });
    expect(days.map((each) => each.state)).toContain('none');
  });

  it('offers no return before the outbound', async () => {
    const days = await monthCalendar(ctx, { ...back, month: '2027-07', party, notBefore: '2027-07-20' });
    const states = new Set(days.filter(({ day }) => day < '2027-07-20').map((each) => each.state));
    expect(states).toEqual(new Set(['past', 'too-early']));
    expect(days.filter((each) => each.totalCents !== null).length).toBeGreaterThan(2);
  });
});

describe('the days around a return trip', () => {
  it('have the sum of both lists, and the hold asks the same', async () => {
    const outbound = { ...there, date: '2027-07-21' };
    const inbound = { ...back, date: '2027-07-30' };
    const rows = await pricesAround(ctx, { outbound, inbound, party });
    expect(rows.map((row) => row.length)).toEqual([7, 7, 7, 7, 7, 7, 7]);
    const pairs = rows.flat().filter((each) => each.totalCents !== null);
    expect(pairs.length).toBeGreaterThan(3);
    for (const pair of pairs) {
      const best = async (leg: typeof outbound) =>
        (await searchSailings(ctx, { leg, party })).find((offer) => offer.best);
      const legs = [
        await best({ ...outbound, date: pair.out }),
        await best({ ...inbound, date: pair.back }),
      ].flatMap((offer) => offer ?? []);
      expect(pair.totalCents).toBe(legs.reduce((sum, leg) => sum + (leg.fares[0]?.totalCents ?? 0), 0));
      const hold = await placeHold(ctx, {
        legs: legs.map(({ id }) => ({ sailingId: id, fareFamily: 'basic' })),
        passengers: party.passengers.map((type) => ({ type })),
        vehicles: party.vehicles.map(({ type }) => ({ type })),
        pets: 0,
      });
      expect(hold.ok && hold.value.quote.totalCents).toBe(pair.totalCents);
    }
  });

  it('have no price for a return that leaves before one has arrived', async () => {
    const rows = await pricesAround(ctx, {
      outbound: { ...there, date: '2027-07-23' },
      inbound: { ...back, date: '2027-07-24' },
      party,
    });
    const pairs = rows.flat();
    for (const { out, back: again, state } of pairs) if (again < out) expect(state).toBe('too-early');
    for (const { state, totalCents } of pairs) expect(totalCents !== null).toBe(state === 'available');
    // A crossing of a night: the return of the same day cannot be reached.
    for (const { out, back: again, totalCents } of pairs)
      if (totalCents !== null) expect(again > out).toBe(true);
    expect(pairs.filter((each) => each.totalCents !== null).length).toBeGreaterThan(2);
  });
});
