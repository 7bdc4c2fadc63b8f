import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { seedDatabase } from '@/db/seed/seed';
import type { Context } from '@/lib/kernel/context';
import { env } from '@/lib/platform/env';
import { crossingOnly, quoteTrip } from '@/lib/pricing/quote';
import type { PartyItems } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { cheapestByDay } from '@/lib/sailings/price-queries';
import { sailingsForSale } from '@/lib/sailings/queries';
import { searchSailings } from './search-sailings';

const CTN = 'ctn-FRMRS-TNLGN-20270714-1200';
const CORSICA_LINEA = 'corsica-linea-FRMRS-TNLGN-20270714-1730';
const leg = { from: 'FRMRS', to: 'TNLGN', date: '2027-07-14' };
const party: PartyItems = {
  passengers: ['adult', 'adult', 'child', 'infant'],
  vehicles: [standardVehicle('car')],
  pets: 1,
};

const at = (now: string): Context => ({
  actor: { kind: 'guest' },
  locale: 'fr',
  now: new Date(now),
  requestId: 'test',
});
const ctx = at('2027-02-01T09:00:00Z');

/** The template begins on the day of the run; these tests have dates of their own. */
beforeAll(() => seedDatabase(env.DATABASE_URL, { from: '2027-01-25', days: 200 }));
beforeEach(async () => {
  await sql`update sailings set status = 'scheduled' where id in ${sql([CTN, CORSICA_LINEA])}`;
  await sql`update stock_lines set held = 0, sold = 10 where sailing_id in ${sql([CTN, CORSICA_LINEA])}`;
});
const leave = (sailingId: string, code: string, left: number) =>
  sql`update stock_lines set sold = capacity - ${left} where id = ${`${sailingId}:${code}`}`;

describe('the list of a day', () => {
  it('says what each crossing weighs in CO2: with the deck space of a vehicle, and without one', async () => {
    const weights = async (vehicles: PartyItems['vehicles']) =>
      (await searchSailings(ctx, { leg, party: { ...party, vehicles } })).map(({ co2 }) => co2);
    const withCar = { kgPerPassenger: 108, aboard: 'vehicle', kilometres: 835 };
    const onFoot = { kgPerPassenger: 15.6, aboard: 'foot', kilometres: 835 };
    expect(await weights(party.vehicles)).toEqual([withCar, withCar]);
    expect(await weights([])).toEqual([onFoot, onFoot]);
  });

  it('shows both sailings by departure, in the time of their ports', async () => {
    const offers = await searchSailings(ctx, { leg, party });
    expect(
      offers.map(({ id, departsAt, arrivesAt, durationMinutes }) => ({
        id,
        departsAt,
        arrivesAt,
        durationMinutes,
      })),
    ).toEqual([
      {
        id: CTN,
        departsAt: '2027-07-14T12:00:00+02:00',
        arrivesAt: '2027-07-15T09:00:00+01:00',
        durationMinutes: 1_320,
      },
      {
        id: CORSICA_LINEA,
        departsAt: '2027-07-14T17:30:00+02:00',
        arrivesAt: '2027-07-15T13:30:00+01:00',
        durationMinutes: 1_260,
      },
    ]);
  });

  it('prices each family as the quote of a hold does, to the cent', async () => {
    const offers = await searchSailings(ctx, { leg, party });
    const forSale = await sailingsForSale(
      offers.map((offer) => offer.id),
      ctx.now,
    );
    for (const [index, offer] of offers.entries()) {
      const tariff = forSale[index]?.tariff;
      if (!tariff) throw new Error(`${offer.id} is not for sale`);
      expect(offer.fares.map((fare) => fare.family)).toEqual(['basic', 'standard', 'flex']);
      for (const fare of offer.fares) {
        const quote = quoteTrip(party, [{ tariff, selection: crossingOnly(fare.family) }]);
        expect(fare.totalCents).toBe(quote.totalCents);
        expect(fare.lines).toEqual(quote.lines);
        expect(fare.perAdultCents * 2).toBe(
          fare.lines.find((line) => line.code === 'fare-adult')?.totalCents,
        );
      }
      const totals = offer.fares.map((fare) => fare.totalCents);
      expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    }
  });

  it('carries the conditions of each family', async () => {
    const [ctn] = await searchSailings(ctx, { leg, party });
    expect(ctn?.fares[0]?.cancellation).toEqual([
      { hoursBefore: 72, keptPercent: 10 },
      { hoursBefore: 24, keptPercent: 30 },
      { hoursBefore: 0, keptPercent: 50 },
    ]);
    expect(ctn?.fares[2]?.conditions).toEqual({ changeFeeCents: 0, refundable: true });
  });

  it('leaves out a sailing from the moment it departs', async () => {
    const ids = async (now: string) => (await searchSailings(at(now), { leg, party })).map(({ id }) => id);
    expect(await ids('2027-07-14T09:59:59Z')).toEqual([CTN, CORSICA_LINEA]);
    expect(await ids('2027-07-14T10:00:00Z')).toEqual([CORSICA_LINEA]);
    expect(await ids('2027-07-14T15:30:00Z')).toEqual([]);
  });

  it('leaves out a cancelled sailing', async () => {
    await sql`update sailings set status = 'cancelled' where id = ${CTN}`;
    expect((await searchSailings(ctx, { leg, party })).map(({ id }) => id)).toEqual([CORSICA_LINEA]);
  });

  it('is empty for ports or days that nobody sails', async () => {
    expect(await searchSailings(ctx, { leg: { ...leg, date: '2027-07-15' }, party })).toEqual([]);
    expect(await searchSailings(ctx, { leg: { ...leg, to: 'XXXXX' }, party })).toEqual([]);
  });
});

describe('what is left', () => {
  it('is the exact count, held places taken off', async () => {
    await leave(CTN, 'deck', 30);
    await leave(CTN, 'inside-4', 3);
    await sql`update stock_lines set sold = sold - 5, held = 5 where id = ${`${CTN}:deck`}`;
    const [ctn] = await searchSailings(ctx, { leg, party });
    expect(ctn?.availability.passengers).toEqual({ state: 'limited', left: 30 });
    expect(ctn?.availability.cabins.find((cabin) => cabin.code === 'inside-4')).toEqual({
      code: 'inside-4',
      berths: 4,
      state: 'limited',
      left: 3,
    });
  });

  it.each([
    ['deck', 3, ['passengers']],
    ['lane', 499, ['vehicles']],
  ] as const)(
    'a sailing short of %s stays in the list, says so, and is never the best',
    async (code, left, missing) => {
      const before = (await searchSailings(ctx, { leg, party })).find((offer) => offer.best);
      if (!before) throw new Error('no best offer to begin with');
      await leave(before.id, code, left);
      const offers = await searchSailings(ctx, { leg, party });
      expect(offers.find((offer) => offer.id === before.id)).toMatchObject({ missing, best: false });
      expect(offers.filter((offer) => offer.best).map((offer) => offer.id)).not.toContain(before.id);
      expect(offers.filter((offer) => offer.best)).toHaveLength(1);
    },
  );

  it('the last places still fit the party that needs exactly them', async () => {
    await leave(CTN, 'deck', 4);
    await leave(CTN, 'lane', 500);
    const [ctn] = await searchSailings(ctx, { leg, party });
    expect(ctn?.missing).toEqual([]);
  });

  it('nothing is best where nothing can be booked', async () => {
    await leave(CTN, 'deck', 0);
    await leave(CORSICA_LINEA, 'deck', 0);
    const offers = await searchSailings(ctx, { leg, party });
    expect(offers.map((offer) => [offer.best, offer.availability.passengers.state])).toEqual([
      [false, 'full'],
      [false, 'full'],
    ]);
  });
});

describe('the price of a day', () => {
  it('is the lowest total of the list: one source', async () => {
    const days = await cheapestByDay('FRMRS-TNLGN', '2027-07-11', 7, party, ctx.now);
    expect(days).toHaveLength(7);
    for (const { day, sailings, totalCents } of days) {
      const offers = await searchSailings(ctx, { leg: { ...leg, date: day }, party });
      expect(sailings).toBe(offers.length);
      expect(totalCents).toBe(offers.find((offer) => offer.best)?.fares[0]?.totalCents ?? null);
    }
    expect(days.filter((each) => each.totalCents !== null).length).toBeGreaterThan(1);
  });

  it('passes over a sailing on which the party does not fit', async () => {
    const [before] = await cheapestByDay('FRMRS-TNLGN', leg.date, 1, party, ctx.now);
    await leave(CTN, 'deck', 3);
    await leave(CORSICA_LINEA, 'deck', 3);
    const [after] = await cheapestByDay('FRMRS-TNLGN', leg.date, 1, party, ctx.now);
    expect(before?.totalCents).toBeGreaterThan(0);
    expect(after).toEqual({ day: leg.date, sailings: 2, totalCents: null });
  });

  it('rises as the ship fills and the day comes nearer', async () => {
    const total = async (now: string) =>
      (await cheapestByDay('FRMRS-TNLGN', leg.date, 1, party, new Date(now)))[0]?.totalCents ?? 0;
    const early = await total('2026-12-01T00:00:00Z');
    const late = await total('2027-07-13T00:00:00Z');
    await leave(CTN, 'deck', 20);
    await leave(CORSICA_LINEA, 'deck', 20);
    expect(late).toBeGreaterThan(early);
    expect(await total('2027-07-13T00:00:00Z')).toBeGreaterThan(late);
  });
});
