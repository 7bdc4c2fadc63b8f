import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { seedDatabase } from '@/db/seed/seed';
import { guestAt } from '@/db/testing/stock-stage';
import { daysBetween } from '@/lib/kernel/dates';
import { env } from '@/lib/platform/env';
import type { PartyItems } from '@/lib/pricing/types';
import { sailingsForSale } from '@/lib/sailings/queries';
import { alternativesFor, type LostTrip } from './alternatives';
import { partyFrom } from './party-code-rules';
import type { WayOffer } from './types';
import { sailingsOf } from './way-rules';
import { searchWays } from './ways';

const ctx = guestAt(new Date('2027-07-01T09:00:00Z'));
const family = partyFrom({ adults: 2, children: 1, infants: 0, pets: 0, vehicles: ['car'] });
const OUT = { from: 'FRMRS', to: 'TNLGN', date: '2027-07-14' };
const BACK = { from: 'TNLGN', to: 'FRMRS', date: '2027-07-27' };
const leave = (sailingId: string, code: string, left: number) =>
  sql`update stock_lines set sold = capacity - ${left} where id = ${`${sailingId}:${code}`}`;

beforeAll(() => seedDatabase(env.DATABASE_URL, { from: '2027-06-25', days: 60 }));
beforeEach(() => sql`update stock_lines set held = 0, sold = 0`);

/** A trip by the first way of each day, or a later one, all its ships lost. */
async function tripOf(days: readonly { from: string; to: string; date: string }[], party = family, nth = 0) {
  const chosen = await Promise.all(
    days.map(async (leg) => {
      const first = (await searchWays(ctx, { leg, party }))[nth];
      if (!first) throw new Error(`nothing sails ${leg.from}-${leg.to} on ${leg.date}`);
      return sailingsOf(first);
    }),
  );
  const legs = chosen.flatMap((ships, way) =>
    ships.map(({ id, from, to, departsAt, arrivesAt }) => ({
      direction: way === 0 ? ('outbound' as const) : ('return' as const),
      sailingId: id,
      from,
      to,
      departsAt,
      arrivesAt,
      departureDay: departsAt.slice(0, 10),
      fareFamily: 'standard' as const,
    })),
  );
  return { legs, party } satisfies LostTrip;
}

const found = async (trip: LostTrip, at = ctx) => (await alternativesFor(at, trip))?.ways ?? [];

describe('instead of a trip that is lost', () => {
  it('each way has up to three departures, near, with room, at the total of the list that they lead to', async () => {
    const trip = await tripOf([OUT, BACK]);
    const ways = await found(trip);
    expect(ways.map(({ direction }) => direction)).toEqual(['outbound', 'return']);
    for (const { asked, direction, offers } of ways) {
      expect(offers).toHaveLength(3);
      for (const { offer, family: fare, totalCents, query } of offers) {
        const leg = direction === 'return' ? query.inbound : query.outbound;
        expect(Math.abs(daysBetween(asked.date, leg?.date ?? ''))).toBeLessThanOrEqual(3);
        expect(trip.legs.map((each) => each.sailingId)).not.toContain(offer.id);
        const list = leg ? await searchWays(ctx, { leg, party: query.party }) : [];
        const listed = list.find(({ id }) => id === offer.id);
        expect(listed?.missing).toEqual([]);
        expect(listed?.fares.find((each) => each.family === fare)?.totalCents).toBe(totalCents);
        expect(fare).toBe('standard');
      }
    }
  });

  it('a departure keeps the other way as it was searched for', async () => {
    const ways = await found(await tripOf([OUT, BACK]));
    expect(ways[0]?.offers.every(({ query }) => query.inbound?.date === BACK.date)).toBe(true);
    expect(ways[1]?.offers.every(({ query }) => query.outbound.date === OUT.date)).toBe(true);
  });

  it('nothing is offered that is full for this party, and one person more decides', async () => {
    const trip = await tripOf([OUT]);
    const [before] = await found(trip);
    const [nearest] = before?.offers ?? [];
    const id = nearest?.offer.id ?? '';
    await leave(id, 'deck', family.passengers.length - 1);
    expect((await found(trip))[0]?.offers.map(({ offer }) => offer.id)).not.toContain(id);
    await leave(id, 'deck', family.passengers.length);
    expect((await found(trip))[0]?.offers[0]?.offer.id).toBe(id);
  });

  it('a long vehicle needs its own length, and is priced in the list by its kind', async () => {
    const long: PartyItems = {
      ...family,
      vehicles: [{ type: 'camper', lengthCm: 990, heightCm: 310, accessories: [] }],
    };
    const trip = await tripOf([OUT], long);
    const alternatives = await alternativesFor(ctx, trip);
    expect(alternatives?.usualVehicles).toBe(false);
    const [nearest] = alternatives?.ways[0]?.offers ?? [];
    const [ship] = await sailingsForSale([nearest?.offer.id ?? ''], ctx.now);
    const lane = ship?.stock.find(({ kind }) => kind === 'vehicles');
    await leave(ship?.id ?? '', lane?.code ?? '', 980);
    const left = (await found(trip))[0]?.offers.map(({ offer }) => offer.id);
    expect(left).not.toContain(ship?.id);
    const usual = { ...trip, party: partyFrom({ ...counts, vehicles: ['camper'] }) };
    expect((await found(usual))[0]?.offers.map(({ offer }) => offer.id)).toContain(ship?.id);
    expect((await alternativesFor(ctx, usual))?.usualVehicles).toBe(true);
  });

  it('where the same ports have nothing, near ones of the same countries stand in; where those have nothing either, none', async () => {
    const trip = await tripOf([OUT]);
    await sql`update stock_lines set sold = capacity where sailing_id in
      (select id from sailings where route_id = 'FRMRS-TNLGN')`;
    const near = (await found(trip))[0]?.offers ?? [];
    for (const { offer, query } of near) {
      expect([offer.from.slice(0, 2), offer.to.slice(0, 2)]).toEqual(['FR', 'TN']);
      expect(`${query.outbound.from}-${query.outbound.to}`).toBe(`${offer.from}-${offer.to}`);
      expect(`${offer.from}-${offer.to}`).not.toBe('FRMRS-TNLGN');
    }
    expect(near.length).toBeGreaterThan(0);
    await sql`update stock_lines set sold = capacity`;
    expect(await found(trip)).toMatchObject([{ direction: 'outbound', offers: [] }]);
  });

  it('two ships stand for two ships, none of them one that was lost', async () => {
    const trip = await tripOf([{ from: 'FRBIA', to: 'TNLGN', date: await firstDay('FRBIA', 'TNLGN') }]);
    expect(trip.legs).toHaveLength(2);
    const offers: WayOffer[] = (await found(trip))[0]?.offers.map(({ offer }) => offer) ?? [];
    expect(offers.length).toBeGreaterThan(0);
    const lost = trip.legs.map((leg) => leg.sailingId);
    for (const offer of offers) for (const ship of sailingsOf(offer)) expect(lost).not.toContain(ship.id);
  });

  it('no ship whose check-in is closed, though the list shows it until it leaves', async () => {
    const trip = await tripOf([OUT], family, 1);
    const [noon] = await searchWays(ctx, { leg: OUT, party: family });
    const minutesBefore = (minutes: number) =>
      guestAt(new Date(Date.parse(noon?.departsAt ?? '') - minutes * 60_000));
    const offered = async (at: typeof ctx) =>
      (await found(trip, at)).flatMap((way) => way.offers.map(({ offer }) => offer.id));
    expect(await offered(minutesBefore(24 * 60))).toContain(noon?.id);
    expect(await offered(minutesBefore(5))).not.toContain(noon?.id);
    expect((await searchWays(minutesBefore(5), { leg: OUT, party: family }))[0]?.id).toBe(noon?.id);
  });

  it('nothing for a way that has left by now', async () => {
    const trip = await tripOf([OUT, BACK]);
    const once = (leg: number) => guestAt(new Date(Date.parse(trip.legs[leg]?.departsAt ?? '') + 1));
    expect((await found(trip, once(0))).map(({ direction }) => direction)).toEqual(['return']);
    expect(await alternativesFor(once(1), trip)).toBeNull();
  });
});

const counts = { adults: 2, children: 1, infants: 0, pets: 0 };

/** The first of ten days on which one can go. */
async function firstDay(from: string, to: string): Promise<string> {
  for (let day = 10; day < 20; day++) {
    const date = `2027-07-${day}`;
    if ((await searchWays(ctx, { leg: { from, to, date }, party: family })).length > 0) return date;
  }
  throw new Error('nothing in ten days');
}
