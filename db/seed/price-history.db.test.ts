import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { addDays } from '@/lib/kernel/dates';
import { env } from '@/lib/platform/env';
import { fareUnitCents } from '@/lib/pricing/quote';
import { cheapestByDay, ONE_ADULT } from '@/lib/sailings/price-queries';
import { sailingsBetween } from '@/lib/sailings/queries';
import { seedDatabase } from './seed';

const FROM = '2026-11-22';
/** When it is that day in all ports. */
const now = new Date(`${FROM}T00:01:00Z`);

beforeAll(async () => {
  await sql`truncate sailings, seed_runs cascade`;
  await seedDatabase(env.DATABASE_URL, { from: FROM });
});

const last = (route: string) => sql<{ day: string; basic: number | null; flex: number | null }[]>`
  select distinct on (departure_day) departure_day::text as day, basic_cents as basic, flex_cents as flex
  from price_runs where route_id = ${route} and departure_day > ${FROM} order by departure_day, observed_from desc`;

describe('the past of what is on sale', () => {
  it('ends, on every line and day, at the price that the list has today', async () => {
    const routes = (await sql<{ id: string }[]>`select id from routes order by id`).map((row) => row.id);
    let compared = 0;
    for (const route of routes) {
      const today = await cheapestByDay(route, addDays(FROM, 1), 550, ONE_ADULT, now);
      const sailed = today.filter((each) => each.sailings > 0);
      expect((await last(route)).map(({ day, basic }) => [route, day, basic])).toEqual(
        sailed.map(({ day, totalCents }) => [route, day, totalCents]),
      );
      compared += sailed.length;
    }
    expect(compared).toBeGreaterThan(8_000);
  });

  it('ends at the price of the family too', async () => {
    const route = 'ITCVV-TNLGN';
    const sailings = await sailingsBetween(route, addDays(FROM, 1), addDays(FROM, 550), now);
    for (const { day, flex } of (await last(route)).filter((row) => row.flex !== null)) {
      const prices = sailings
        .filter((each) => each.departureDay === day && each.availability.passengers.left > 0)
        .map(
          ({ tariff }) =>
            fareUnitCents(tariff, 'flex', 'adult') + tariff.dues.reduce((sum, due) => sum + due.cents, 0),
        );
      expect(flex).toBe(Math.min(...prices));
    }
  });

  it('is written once: a later timetable makes no past up', async () => {
    const runs = () => sql`select count(*) as n, max(observed_until)::text as last from price_runs`;
    const before = await runs();
    await seedDatabase(env.DATABASE_URL, { from: addDays(FROM, 7) });
    expect(await runs()).toEqual(before);
  });
});
