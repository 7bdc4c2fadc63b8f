import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { seedDatabase } from '@/db/seed/seed';
import { guestAt } from '@/db/testing/stock-stage';
import { env } from '@/lib/platform/env';
import { cheapestByDay, ONE_ADULT } from '@/lib/sailings/price-queries';
import { snapshotPrices } from './snapshot-prices';

const ROUTE = 'FRMRS-TNLGN';
const DAY = '2027-07-14';
/** Two months and more ahead of the day, in the middle of a step of days ahead: nothing moves by itself. */
const at = (day: string) => guestAt(new Date(`${day}T04:10:00Z`));

interface Run {
  observed_from: string;
  observed_until: string;
  basic_cents: number | null;
  standard_cents: number | null;
  flex_cents: number | null;
  source: string;
}
const runs = () => sql<Run[]>`
  select observed_from::text, observed_until::text, basic_cents, standard_cents, flex_cents, source
  from price_runs where route_id = ${ROUTE} and departure_day = ${DAY} order by observed_from`;
const spans = async () => (await runs()).map((run) => [run.observed_from, run.observed_until]);
const decks = sql`code = 'deck' and sailing_id like ${`%-${ROUTE}-20270714-%`}`;
const reprice = (cents: number) => sql`
  update sailings set tariff = jsonb_set(tariff, '{adultCents}', to_jsonb((tariff ->> 'adultCents')::int + ${cents}::int))
  where route_id = ${ROUTE} and departure_day = ${DAY}`;

beforeAll(() => seedDatabase(env.DATABASE_URL, { from: '2027-05-01', days: 90 }));
beforeEach(async () => {
  await sql`truncate price_runs`;
});

describe('a snapshot', () => {
  it('notes of every line and day the lowest price that the list has, and rising families', async () => {
    const noted = await snapshotPrices(at('2027-05-03'));
    const [{ n, routes } = { n: 0, routes: 0 }] = await sql<{ n: number; routes: number }[]>`
      select count(*)::int as n, count(distinct route_id)::int as routes from price_runs`;
    expect(noted).toBe(n);
    expect(routes).toBe(52);
    const lowest = await cheapestByDay(ROUTE, '2027-05-03', 601, ONE_ADULT, at('2027-05-03').now);
    const rows = await sql<{ day: string; basic_cents: number | null }[]>`
      select departure_day::text as day, basic_cents from price_runs where route_id = ${ROUTE} order by 1`;
    expect(rows.map((row) => [row.day, row.basic_cents])).toEqual(
      lowest.filter((each) => each.sailings > 0).map((each) => [each.day, each.totalCents]),
    );
    const [run] = await runs();
    expect(run?.standard_cents).toBeGreaterThan(run?.basic_cents ?? Number.NaN);
    expect(run?.flex_cents).toBeGreaterThan(run?.standard_cents ?? Number.NaN);
    expect(run?.source).toBe('observed');
  });

  it('makes the run of yesterday longer where nothing changed, and begins one where it did', async () => {
    await snapshotPrices(at('2027-05-03'));
    await snapshotPrices(at('2027-05-04'));
    expect(await spans()).toEqual([['2027-05-03', '2027-05-04']]);
    await reprice(700);
    await snapshotPrices(at('2027-05-05'));
    await reprice(-700);
    await snapshotPrices(at('2027-05-06'));
    expect(await spans()).toEqual([
      ['2027-05-03', '2027-05-04'],
      ['2027-05-05', '2027-05-05'],
      ['2027-05-06', '2027-05-06'],
    ]);
  });

  it('leaves a day on which nobody looked out, also where the price is the same after it', async () => {
    await snapshotPrices(at('2027-05-03'));
    await snapshotPrices(at('2027-05-06'));
    expect(await spans()).toEqual([
      ['2027-05-03', '2027-05-03'],
      ['2027-05-06', '2027-05-06'],
    ]);
  });

  it('counts once a day: the first look stands, also when the price goes back to yesterday’s', async () => {
    await snapshotPrices(at('2027-05-03'));
    await reprice(700);
    await snapshotPrices(at('2027-05-04'));
    const first = await runs();
    await reprice(-700);
    expect(await snapshotPrices(guestAt(new Date('2027-05-04T20:00:00Z')))).toBe(0);
    expect(await runs()).toEqual(first);
  });

  it('is under the day of the port, and an older day never comes after a later one', async () => {
    await snapshotPrices(guestAt(new Date('2027-05-03T22:30:00Z')));
    expect(await spans()).toEqual([['2027-05-04', '2027-05-04']]);
    await snapshotPrices(at('2027-05-03'));
    expect(await spans()).toEqual([['2027-05-04', '2027-05-04']]);
  });

  it('notes a day without places as a day with nothing to sell, and goes on when places come back', async () => {
    const [{ sold } = { sold: 0 }] = await sql<
      { sold: number }[]
    >`select min(sold) as sold from stock_lines where ${decks}`;
    await sql`update stock_lines set sold = capacity - held where ${decks}`;
    await snapshotPrices(at('2027-05-03'));
    await snapshotPrices(at('2027-05-04'));
    await sql`update stock_lines set sold = ${sold} where ${decks}`;
    await snapshotPrices(at('2027-05-05'));
    const [gone, back] = await runs();
    expect(gone).toMatchObject({
      observed_from: '2027-05-03',
      observed_until: '2027-05-04',
      basic_cents: null,
    });
    expect(back?.basic_cents).toBeGreaterThan(0);
  });

  it('begins a run of its own after what the seed made up', async () => {
    await snapshotPrices(at('2027-05-03'));
    await sql`update price_runs set source = 'seed'`;
    await snapshotPrices(at('2027-05-04'));
    expect((await runs()).map((run) => [run.observed_until, run.source])).toEqual([
      ['2027-05-03', 'seed'],
      ['2027-05-04', 'observed'],
    ]);
  });

  it('is written once when two take it at the same time', async () => {
    await Promise.all([snapshotPrices(at('2027-05-03')), snapshotPrices(at('2027-05-03'))]);
    await Promise.all([snapshotPrices(at('2027-05-04')), snapshotPrices(at('2027-05-04'))]);
    expect(await spans()).toEqual([['2027-05-03', '2027-05-04']]);
  });
});
