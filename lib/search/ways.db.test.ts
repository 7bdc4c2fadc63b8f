import { beforeAll, describe, expect, it } from 'vitest';
import { seedDatabase } from '@/db/seed/seed';
import { guestAt, leave } from '@/db/testing/stock-stage';
import { placeHold } from '@/lib/inventory/place-hold';
import { addDays } from '@/lib/kernel/dates';
import { env } from '@/lib/platform/env';
import { partyFrom } from './party-code-rules';
import { monthCalendar, pricesAround } from './price-calendar';
import { searchSailings } from './search-sailings';
import type { Combination, LegQuery } from './types';
import { sailingIdsOf } from './way-rules';
import { cheapestWays, linePairs, searchWays } from './ways';

const ctx = guestAt(new Date('2027-07-05T09:00:00Z'));
const family = partyFrom({ adults: 2, children: 1, infants: 0, pets: 0, vehicles: ['car'] });
const alone = partyFrom({ adults: 1, children: 0, infants: 0, pets: 0, vehicles: [] });
const there = { from: 'FRBIA', to: 'TNLGN' };
const back = { from: 'TNLGN', to: 'FRBIA' };
const MONDAY = '2027-07-12';

beforeAll(() => seedDatabase(env.DATABASE_URL, { from: '2027-06-25', days: 90 }));

const ways = async (leg: LegQuery, party = family) =>
  (await searchWays(ctx, { leg, party })) as readonly Combination[];
const week = (first: string) => Array.from({ length: 7 }, (_, index) => addDays(first, index));
/** The combinations of two weeks. */
async function fortnight(ends: typeof there, party = family) {
  const days = [...week(MONDAY), ...week(addDays(MONDAY, 7))];
  return (await Promise.all(days.map((date) => ways({ ...ends, date }, party)))).flat();
}

describe('ways by two ships', () => {
  it('are there where nothing sails directly, with the minutes that changing takes', async () => {
    expect(await linePairs(there)).toEqual([['FRBIA-FRMRS', 'FRMRS-TNLGN']]);
    const found = await fortnight(there);
    expect(found.length).toBeGreaterThan(3);
    for (const { sailings, transfer, durationMinutes, missing } of found) {
      const [first, second] = sailings;
      expect([first.from, first.to, second.from, second.to]).toEqual(['FRBIA', 'FRMRS', 'FRMRS', 'TNLGN']);
      const minutes = (Date.parse(second.departsAt) - Date.parse(first.arrivesAt)) / 60_000;
      expect(transfer).toMatchObject({ port: 'FRMRS', waitMinutes: minutes, crossesBorder: true });
      expect(minutes).toBeGreaterThanOrEqual(transfer.neededMinutes);
      expect(minutes).toBeLessThanOrEqual(24 * 60);
      expect(durationMinutes).toBe(first.durationMinutes + minutes + second.durationMinutes);
      expect([first.missing, second.missing, missing]).toEqual([[], [], []]);
    }
  });

  it('ask for more time with a vehicle', async () => {
    const [onFoot, byCar] = await Promise.all([fortnight(there, alone), fortnight(there)]);
    expect(onFoot.length).toBeGreaterThanOrEqual(byCar.length);
    const needed = (list: readonly Combination[], id?: string) =>
      list.find((each) => each.id === id)?.transfer.neededMinutes ?? 0;
    const id = byCar[0]?.id;
    expect(needed(byCar, id)).toBeGreaterThan(needed(onFoot, id));
  });

  it('are none where a line sails directly, and none where nothing leads there', async () => {
    const direct = { from: 'FRMRS', to: 'TNLGN', date: '2027-07-14' };
    expect(await searchWays(ctx, { leg: direct, party: family })).toEqual(
      await searchSailings(ctx, { leg: direct, party: family }),
    );
    expect(await ways({ from: 'FRMRS', to: 'FRNCE', date: MONDAY })).toEqual([]);
  });

  it('cost what a hold of both ships costs, in every fare family', async () => {
    const [way] = await fortnight(there);
    for (const fare of way?.fares ?? []) {
      const held = await placeHold(ctx, {
        legs: sailingIdsOf(way?.id ?? '').map((sailingId) => ({
          sailingId,
          fareFamily: fare.family,
          direction: 'outbound' as const,
        })),
        passengers: family.passengers.map((type) => ({ type })),
        vehicles: family.vehicles.map(({ type }) => ({ type })),
      });
      expect(held.ok && held.value.quote.totalCents).toBe(fare.totalCents);
      expect(held.ok && held.value.quote.lines).toEqual(fare.lines);
    }
    expect(way?.fares).toHaveLength(3);
  });

  it('are gone with the last place on either ship', async () => {
    const [way] = await fortnight(there);
    const day = way?.departsAt.slice(0, 10) ?? '';
    for (const sailing of way?.sailings ?? []) {
      await leave(sailing.id, 'deck', 2);
      expect((await ways({ ...there, date: day })).map(({ id }) => id)).not.toContain(way?.id);
      await leave(sailing.id, 'deck', 200);
      expect((await ways({ ...there, date: day })).map(({ id }) => id)).toContain(way?.id);
    }
  });

  it('that have left are not offered', async () => {
    const [way] = await fortnight(there);
    const later = guestAt(new Date(way?.departsAt ?? ''));
    const leg = { ...there, date: way?.departsAt.slice(0, 10) ?? '' };
    const found = await searchWays(later, { leg, party: family });
    expect(found.map(({ id }) => id)).not.toContain(way?.id);
  });
});

describe('the lowest price of a way', () => {
  it.each([there, back])('is that of the list, day by day (%o)', async (ends) => {
    const days = await cheapestWays(ctx, ends, MONDAY, 14, family);
    for (const { day, totalCents } of days) {
      const offers = await ways({ ...ends, date: day });
      expect(totalCents).toBe(offers.find(({ best }) => best)?.fares[0]?.totalCents ?? null);
    }
    expect(days.some(({ totalCents }) => totalCents !== null)).toBe(true);
    expect(days.some(({ totalCents }) => totalCents === null)).toBe(true);
  });

  it('stands in the calendar and around both dates', async () => {
    const month = await monthCalendar(ctx, { ...there, month: '2027-07', party: family });
    const open = month.filter(({ state }) => state === 'available');
    expect(open.length).toBeGreaterThan(3);
    const outbound = { ...there, date: open[0]?.day ?? '' };
    const inbound = { ...back, date: addDays(outbound.date, 9) };
    const pairs = (await pricesAround(ctx, { outbound, inbound, party: family })).flat();
    const best = async (leg: LegQuery) =>
      (await ways(leg)).find((each) => each.best)?.fares[0]?.totalCents ?? null;
    for (const { out, back: home, totalCents } of pairs.filter((each) => each.totalCents !== null)) {
      const [a, b] = [await best({ ...outbound, date: out }), await best({ ...inbound, date: home })];
      expect(totalCents).toBe((a ?? 0) + (b ?? 0));
    }
    expect(pairs.some(({ totalCents }) => totalCents !== null)).toBe(true);
  });
});
