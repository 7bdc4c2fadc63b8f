import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { seedDatabase } from '@/db/seed/seed';
import { guestAt } from '@/db/testing/stock-stage';
import { placeHold } from '@/lib/inventory/place-hold';
import { addDays } from '@/lib/kernel/dates';
import { env } from '@/lib/platform/env';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { VEHICLE_TYPES } from '@/lib/pricing/types';
import { partyFrom } from '@/lib/search/party-code-rules';
import { searchSailings } from '@/lib/search/search-sailings';
import { cheapestByDay, latestPrices, lowestByMonth, ONE_ADULT } from './price-queries';
import { refreshMovedPrices, refreshPrices, repairPrices } from './refresh-prices';

const START = '2027-01-25';
const ctx = guestAt(new Date(`${START}T09:00:00Z`));
const ROUTE = 'FRMRS-TNLGN';
const CTN = 'ctn-FRMRS-TNLGN-20270714-1200';

beforeAll(() => seedDatabase(env.DATABASE_URL, { from: START, days: 240 }));

const party = fc
  .record({
    adults: fc.integer({ min: 1, max: 5 }),
    children: fc.integer({ min: 0, max: 3 }),
    infants: fc.integer({ min: 0, max: 1 }),
    pets: fc.integer({ min: 0, max: PARTY_LIMITS.pets }),
    vehicles: fc.array(fc.constantFrom(...VEHICLE_TYPES), { maxLength: PARTY_LIMITS.vehicles }),
  })
  .map(partyFrom);

describe('the price of the calendar', () => {
  it('is that of the list and of the hold, for any direction, day, party and moment', async () => {
    const ids = (await sql<{ id: string }[]>`select id from routes order by id`).map((row) => row.id);
    let compared = 0;
    let heldOnes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ids),
        fc.integer({ min: 0, max: 230 }),
        fc.integer({ min: 0, max: 60 }),
        party,
        async (route, ahead, later, who) => {
          const moment = guestAt(new Date(`${addDays(START, Math.min(ahead, later))}T12:00:00Z`));
          const first = addDays(START, ahead);
          const leg = { from: route.slice(0, 5), to: route.slice(6) };
          for (const { day, sailings, totalCents } of await cheapestByDay(route, first, 4, who, moment.now)) {
            const offers = await searchSailings(moment, { leg: { ...leg, date: day }, party: who });
            const best = offers.find((offer) => offer.best);
            expect(sailings).toBe(offers.length);
            expect(totalCents).toBe(best?.fares[0]?.totalCents ?? null);
            compared += sailings;
            if (!best || Date.parse(best.departsAt) - moment.now.getTime() < 86_400_000) continue;
            const hold = await placeHold(moment, {
              legs: [{ sailingId: best.id, fareFamily: 'basic' }],
              passengers: who.passengers.map((type) => ({ type })),
              vehicles: who.vehicles.map(({ type }) => ({ type })),
              pets: who.pets,
            });
            if (hold.ok) expect(hold.value.quote.totalCents).toBe(totalCents);
            heldOnes += hold.ok ? 1 : 0;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(30);
    expect(heldOnes).toBeGreaterThan(20);
  });

  it('is asked of rows that stand ready, not of tariffs', async () => {
    await repairPrices(ctx);
    const before = await cheapestByDay(ROUTE, '2027-07-01', 31, ONE_ADULT, ctx.now);
    expect(before.filter((day) => day.totalCents !== null).length).toBeGreaterThan(10);
    await sql`create table kept as select id, tariff from sailings where route_id = ${ROUTE}`;
    await sql`update sailings set tariff = '{}' where route_id = ${ROUTE}`;
    const after = await cheapestByDay(ROUTE, '2027-07-01', 31, ONE_ADULT, ctx.now).finally(
      () => sql`update sailings s set tariff = kept.tariff from kept where kept.id = s.id`,
    );
    expect(after).toEqual(before);
  });
});

describe('the rows', () => {
  const row = async (id = CTN) =>
    (
      await sql<{ percent: number; adult_cents: number; moves_at: string | null }[]>`
        select percent, adult_cents, moves_at from sailing_prices where sailing_id = ${id}`
    )[0];
  const decks = sql`code = 'deck' and sailing_id like ${`%-${ROUTE}-20270714-%`}`;
  const fill = () => sql`update stock_lines set sold = capacity - held - 9 where ${decks}`;
  const empty = () => sql`update stock_lines set sold = 0 where ${decks}`;
  const day = async (now = ctx.now) => (await cheapestByDay(ROUTE, '2027-07-14', 1, ONE_ADULT, now))[0];

  it('follow what is sold, and are written only when they change', async () => {
    const before = await row();
    await fill();
    expect(await refreshPrices(ctx, [CTN])).toEqual([{ routeId: ROUTE, day: '2027-07-14' }]);
    expect(await refreshPrices(ctx, [CTN])).toEqual([]);
    expect((await row())?.percent).toBeGreaterThan(before?.percent ?? 0);
    await empty();
  });

  it('are not believed before they have followed: late is never wrong', async () => {
    const before = await day();
    await fill();
    const after = await day();
    await refreshPrices(ctx, [CTN]);
    expect(await day()).toEqual(after);
    expect(after?.totalCents).not.toBe(before?.totalCents);
    await empty();
  });

  it('follow the coming of the day, each at midnight in its port', async () => {
    await refreshPrices(ctx, [CTN]);
    const moves = new Date((await row())?.moves_at ?? Number.NaN);
    const eve = guestAt(new Date(moves.getTime() - 1000));
    const night = guestAt(moves);
    await refreshMovedPrices(eve);
    const before = await row();
    expect(await refreshMovedPrices(night)).not.toEqual([]);
    expect((await row())?.percent).toBeGreaterThan(before?.percent ?? 0);
    expect(await refreshMovedPrices(night)).toEqual([]);
  });

  it('are made for a sailing that was added, and mended where somebody changed a tariff', async () => {
    await repairPrices(ctx);
    await sql`delete from sailing_prices where sailing_id = ${CTN}`;
    expect(await refreshMovedPrices(ctx)).toHaveLength(1);
    await sql`update sailing_prices set adult_cents = adult_cents + 100 where sailing_id = ${CTN}`;
    expect(await repairPrices(ctx)).toHaveLength(1);
    expect(await repairPrices(ctx)).toEqual([]);
  });

  it('are forgotten when the ship has left', async () => {
    await repairPrices(guestAt(new Date('2027-07-20T00:00:00Z')));
    expect(await row()).toBeUndefined();
  });
});

describe('the lowest price', () => {
  it('of a month is that of its cheapest day', async () => {
    const months = await lowestByMonth(ROUTE, ctx.now);
    expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted());
    expect(months.length).toBeGreaterThan(6);
    for (const { month, day, totalCents, sailings } of months) {
      const days = await cheapestByDay(ROUTE, `${month}-01`, 31, ONE_ADULT, ctx.now);
      const own = days.filter((each) => each.day.startsWith(month));
      const prices = own.flatMap((each) => each.totalCents ?? []);
      expect(totalCents).toBe(prices.length > 0 ? Math.min(...prices) : null);
      expect(sailings).toBe(own.reduce((sum, each) => sum + each.sailings, 0));
      if (day) expect(own.find((each) => each.day === day)?.totalCents).toBe(totalCents);
    }
  });

  it('of every direction is that of the day it names', async () => {
    const prices = await latestPrices(ctx.now);
    expect(new Set(prices.map((each) => each.routeId)).size).toBe(prices.length);
    expect(prices.length).toBeGreaterThan(30);
    for (const { routeId, day, totalCents } of prices)
      expect((await cheapestByDay(routeId, day, 1, ONE_ADULT, ctx.now))[0]?.totalCents).toBe(totalCents);
  });
});
