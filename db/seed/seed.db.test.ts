import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { addDays, localDateOf, wallClock } from '@/lib/kernel/dates';
import { env } from '@/lib/platform/env';
import { percentOn } from './campaigns';
import { seedDatabase } from './seed';
import { planTimetable } from './timetable';

/** A first day of our own: the template begins on the day of the run. */
const FROM = '2026-11-22';

interface Row {
  id: string;
  ship_code: string;
  route_id: string;
  departure_day: string;
  departs_at: Date;
  arrives_at: Date;
  zone: string;
}
let rows: Row[];

beforeAll(async () => {
  await sql`truncate sailings, seed_runs cascade`;
  await seedDatabase(env.DATABASE_URL, { from: FROM });
  const found = await sql<
    (Omit<Row, 'departs_at' | 'arrives_at'> & { departs_at: string; arrives_at: string })[]
  >`
    select s.id, s.ship_code, s.route_id, s.departure_day::text, s.departs_at, s.arrives_at, p.time_zone as zone
    from sailings s join routes r on r.id = s.route_id join ports p on p.code = r.from_port
    order by s.ship_code, s.departs_at`;
  rows = found.map((row) => ({
    ...row,
    departs_at: new Date(row.departs_at),
    arrives_at: new Date(row.arrives_at),
  }));
});

/** Cheapest and dearest adult of the year: Morocco, the islands, the rest of North Africa. */
function rangeOf(routeId: string): readonly [number, number] {
  if (/MA[A-Z]{3}/.test(routeId)) return [7_000, 22_000];
  return /(TN|DZ)[A-Z]{3}/.test(routeId) ? [6_000, 19_000] : [2_000, 7_000];
}

const count = async (query: ReturnType<typeof sql<{ n: number }[]>>) => (await query)[0]?.n;

describe('the network', () => {
  it('has 24 ports, 52 directions and 8 operators, each direction with somebody who sails it', async () => {
    expect(await count(sql`select count(*)::int as n from ports`)).toBe(24);
    expect(await count(sql`select count(*)::int as n from routes`)).toBe(52);
    expect(await count(sql`select count(*)::int as n from operators`)).toBe(8);
    expect(
      await sql`select id from routes r where not exists (select 1 from sailings s where s.route_id = r.id)`,
    ).toEqual([]);
    expect(
      await sql`select distinct route_id, operator_code from sailings
        except select route_id, operator_code from services`,
    ).toEqual([]);
  });

  it('marks what is still to be verified, and says where a fare rule comes from', async () => {
    expect(await sql`select code from ports where approximate`).toEqual([{ code: 'TNZRZ' }]);
    expect(await count(sql`select count(*)::int as n from fare_rules where source = ''`)).toBe(0);
    expect(await count(sql`select count(*)::int as n from fare_rules where not approximate`)).toBeGreaterThan(
      2,
    );
  });

  it('has one open version of every family, its grid from the longest notice to the hour of departure', async () => {
    const rules = await sql<{ key: string; hours: number[] }[]>`
      select operator_code || ' ' || family as key,
        array(select (step ->> 'hoursBefore')::int from jsonb_array_elements(cancellation) as step) as hours
      from fare_rules where booked_until is null`;
    expect(new Set(rules.map((rule) => rule.key)).size).toBe(24);
    expect(rules).toHaveLength(24);
    for (const { hours } of rules) {
      expect(hours.at(-1)).toBe(0);
      expect(hours).toEqual([...hours].sort((a, b) => b - a));
    }
  });
});

describe('the timetable', () => {
  it('has about 10,000 sailings over 18 months', () => {
    expect(rows.length).toBeGreaterThan(9_000);
    expect(rows.length).toBeLessThan(11_000);
    const days = rows.map((row) => row.departure_day).sort();
    expect(days[0]).toBe(FROM);
    expect(days.at(-1)).toBe(addDays(FROM, 546));
  });

  it('keeps the clock of the port, summer and winter', () => {
    for (const row of rows) expect(localDateOf(row.departs_at, row.zone)).toBe(row.departure_day);
    const times = rows
      .filter((row) => row.id.startsWith('corsica-linea-FRMRS-TNLGN') && row.id.endsWith('-1730'))
      .map((row) => wallClock(row.departs_at, row.zone).slice(11, 16));
    expect(times.length).toBeGreaterThan(50);
    expect(new Set(times)).toEqual(new Set(['17:30']));
  });

  it('never has a ship in two places, nor back at sea within an hour of landing', () => {
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1];
      if (before?.ship_code !== row.ship_code) continue;
      expect(`${row.id} from ${row.route_id.slice(0, 5)}`).toBe(`${row.id} from ${before.route_id.slice(6)}`);
      expect(row.departs_at.getTime() - before.arrives_at.getTime()).toBeGreaterThanOrEqual(60 * 60_000);
    }
  });

  it('sails Marseille to Tunis on 14 July 2027 at 12:00 and 17:30, and back on 31 July, with places', async () => {
    const open = await sql<{ id: string; left: number }[]>`
      select s.id, min(capacity - held - sold)::int as left from sailings s join stock_lines l on l.sailing_id = s.id
      where (route_id = 'FRMRS-TNLGN' and departure_day = '2027-07-14')
         or (route_id = 'TNLGN-FRMRS' and departure_day = '2027-07-31')
      group by s.id order by s.id`;
    expect(open.map((row) => row.id)).toEqual([
      'corsica-linea-FRMRS-TNLGN-20270714-1730',
      'corsica-linea-TNLGN-FRMRS-20270731-2000',
      'ctn-FRMRS-TNLGN-20270714-1200',
      'ctn-TNLGN-FRMRS-20270731-1900',
    ]);
    for (const row of open) expect(row.left).toBeGreaterThan(5);
  });
});

describe('prices and stock', () => {
  it('lie in the ranges of their routes, but for what a campaign takes off', async () => {
    const prices = await sql<{ id: string; route_id: string; cents: number }[]>`
      select id, route_id, (tariff ->> 'adultCents')::int as cents from sailings`;
    const percents = new Map(
      planTimetable(FROM, addDays(FROM, 547)).map((sailing) => [sailing.id, percentOn(1, sailing, FROM)]),
    );
    let inCampaigns = 0;
    for (const { id, route_id, cents } of prices) {
      const [low, high] = rangeOf(route_id);
      const percent = percents.get(id) ?? 0;
      if (percent > 0) inCampaigns++;
      expect(cents).toBeGreaterThanOrEqual((low * (100 - percent)) / 100);
      expect(cents).toBeLessThanOrEqual((high * (100 - percent)) / 100);
    }
    expect(inCampaigns).toBeGreaterThan(20);
    expect(inCampaigns).toBeLessThan(prices.length / 20);
  });

  it('are dearer on a Saturday of July than on a Tuesday of February', async () => {
    const [row] = await sql<{ july: number; february: number }[]>`
      select avg((tariff ->> 'adultCents')::int) filter (where to_char(departure_day, 'MM ID') = '07 6') as july,
        avg((tariff ->> 'adultCents')::int) filter (where to_char(departure_day, 'MM ID') = '02 2') as february
      from sailings where route_id = 'FRMRS-FRBIA'`;
    expect(Number(row?.july)).toBeGreaterThan(Number(row?.february) * 1.5);
  });

  it('levy Tunisia’s due towards Tunisia only', async () => {
    const routes = await sql<{ to: string }[]>`
      select distinct substr(route_id, 7, 2) as to from sailings, jsonb_array_elements(tariff -> 'dues') as due
      where due ->> 'code' = 'tunisia-levy' and (due ->> 'cents')::int = 822`;
    expect(routes).toEqual([{ to: 'TN' }]);
  });

  it('sell closer sailings fuller; a few near ones are full, none far ahead', async () => {
    const load = (from: number, to: number) =>
      sql<{ load: number; full: number }[]>`
        select avg(sold::float / capacity) as load, count(*) filter (where sold = capacity)::int as full
        from stock_lines l join sailings s on s.id = l.sailing_id
        where l.code = 'deck' and departure_day between ${addDays(FROM, from)} and ${addDays(FROM, to)}`;
    const [near] = await load(0, 30);
    const [far] = await load(300, 400);
    expect(near?.load).toBeGreaterThan((far?.load ?? 1) * 2);
    expect((await load(0, 120))[0]?.full).toBeGreaterThan(10);
    expect(far?.full).toBe(0);
  });

  it('sell the same cabins that the tariff prices', async () => {
    const unmatched = await sql`
      select s.id from sailings s, jsonb_array_elements(tariff -> 'cabins') as cabin
      where not exists (select 1 from stock_lines l where l.id = s.id || ':' || (cabin ->> 'code')
        and l.kind = 'cabin' and l.berths = (cabin ->> 'berths')::int)`;
    expect(unmatched).toEqual([]);
  });
});

describe('running it again', () => {
  const digest = async () =>
    (
      await sql<{ d: string }[]>`
      select md5(string_agg(s.id || tariff::text || l.id || l.capacity || ':' || l.sold, '|' order by l.id collate "C")) as d
      from sailings s join stock_lines l on l.sailing_id = s.id where departure_day < ${addDays(FROM, 547)}`
    )[0]?.d;

  it('on the same day changes nothing', async () => {
    const before = await digest();
    expect(await seedDatabase(env.DATABASE_URL, { from: FROM })).toEqual({
      sailings: 0,
      stockLines: 0,
      priceRuns: 0,
    });
    expect(await digest()).toBe(before);
  });

  it('a week later adds a week and touches no sailing that was there', async () => {
    const before = await digest();
    const { sailings } = await seedDatabase(env.DATABASE_URL, { from: addDays(FROM, 7) });
    expect(sailings).toBeGreaterThan(50);
    expect(sailings).toBeLessThan(400);
    expect(await digest()).toBe(before);
  });

  it('from nothing, the same seed number gives the same, another number another stock', async () => {
    const fromNothing = async (seed: number) => {
      await sql`truncate sailings, seed_runs cascade`;
      await seedDatabase(env.DATABASE_URL, { from: FROM, days: 40, seed });
      return digest();
    };
    const first = await fromNothing(1);
    expect(await fromNothing(1)).toBe(first);
    expect(await fromNothing(2)).not.toBe(first);
  });
});
