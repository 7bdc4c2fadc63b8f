import type postgres from 'postgres';
import { addDays } from '@/lib/kernel/dates';
import type { PartyItems } from '@/lib/pricing/types';
import { median } from './requests';

/*
 * What searching costs on a warm process, against the queries alone in the same process and run. The product's modules
 * read the environment when they are loaded, so they are loaded once the house stands.
 */

const TURNS = 300;
const PARTIES: readonly PartyItems[] = [
  { passengers: ['adult'], vehicles: [], pets: 0 },
  { passengers: ['adult', 'adult', 'child', 'infant'], vehicles: [], pets: 1 },
];

/** Median milliseconds of one turn of each, taken by turns on other directions and days each time. */
export interface SearchTimes {
  readonly calendarMs: number;
  readonly calendarSqlMs: number;
  readonly listMs: number;
  readonly listSqlMs: number;
  /** All queries of a page of results: those of the list, and the past prices that its insight compares. */
  readonly pageSqlMs: number;
}

/** Times of the month calendar and of a day's list with its strip of days, each with its queries alone. */
export async function timeSearch(databaseUrl: string, sql: postgres.Sql): Promise<SearchTimes> {
  process.env.DATABASE_URL = databaseUrl;
  const [
    { monthCalendar },
    { searchSailings },
    { cheapestByDay },
    repository,
    { guestContext },
    network,
    { comparableDays },
    { runsOf },
  ] = await Promise.all([
    import('@/lib/search/price-calendar'),
    import('@/lib/search/search-sailings'),
    import('@/lib/sailings/price-queries'),
    import('@/lib/sailings/price-repository'),
    import('@/lib/platform/context'),
    import('@/lib/network/queries'),
    import('@/lib/insights/comparison-rules'),
    import('@/lib/insights/price-run-repository'),
  ]);
  const ctx = guestContext('fr');
  const today = ctx.now.toISOString().slice(0, 10);
  const routes = await network.listRoutes();
  const times: Record<keyof SearchTimes, number[]> = {
    calendarMs: [],
    calendarSqlMs: [],
    listMs: [],
    listSqlMs: [],
    pageSqlMs: [],
  };
  const timed = async (into: number[], work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    into.push(performance.now() - start);
  };
  // A first pass over the same addresses is not counted: a warm process has read its pages before.
  for (let turn = 0; turn < 2 * TURNS; turn++) {
    if (turn === TURNS) for (const list of Object.values(times)) list.length = 0;
    const route = routes[((turn % TURNS) * 7) % routes.length];
    const party = PARTIES[turn % PARTIES.length];
    if (!route || !party) continue;
    const date = addDays(today, 30 + (((turn % TURNS) * 11) % 400));
    const month = date.slice(0, 7);
    const leg = { from: route.from, to: route.to, date };
    await timed(times.calendarMs, () => monthCalendar(ctx, { ...leg, month, party }));
    await timed(times.calendarSqlMs, () =>
      repository.pricedSailings(route.id, `${month}-01`, addDays(`${month}-01`, 30), ctx.now),
    );
    await timed(times.listMs, () =>
      Promise.all([
        searchSailings(ctx, { leg, party }),
        cheapestByDay(route.id, addDays(date, -3), 7, party, ctx.now),
      ]),
    );
    const listQueries = () => [
      sql`select s.*, (select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'code', l.code,
            'capacity', l.capacity, 'held', l.held, 'sold', l.sold, 'berths', l.berths) order by l.code)
            from stock_lines l where l.sailing_id = s.id) as stock
          from sailings s where s.route_id = ${route.id} and s.departure_day = ${date}
            and s.status = 'scheduled' and s.departs_at > ${ctx.now} order by s.departs_at, s.id`,
      repository.pricedSailings(route.id, addDays(date, -3), addDays(date, 3), ctx.now),
    ];
    const days = [...comparableDays(date, today), date];
    await timed(times.listSqlMs, () => Promise.all(listQueries()));
    await timed(times.pageSqlMs, () => Promise.all([...listQueries(), runsOf(route.id, days)]));
  }
  return {
    calendarMs: median(times.calendarMs),
    calendarSqlMs: median(times.calendarSqlMs),
    listMs: median(times.listMs),
    listSqlMs: median(times.listSqlMs),
    pageSqlMs: median(times.pageSqlMs),
  };
}

/** What whole pages take that nobody has asked for yet, beside pages of the same Next.js that do nothing. */
export interface ColdTimes {
  /** Milliseconds of results of other days and directions. */
  readonly resultsMs: number;
  /** Of an empty page that is made when it is asked for. */
  readonly emptyMs: number;
  /** Of one with as many elements as a page of results has, `elements`, each a word. */
  readonly drawnMs: number;
  readonly elements: number;
}

/** Asks for each by turns, one by one. */
export async function timeColdResults(
  appUrl: string,
  emptyUrl: string,
  sql: postgres.Sql,
  count = 60,
): Promise<ColdTimes> {
  const rows = await sql<{ route: string; day: string }[]>`
    select distinct on (route_id) route_id as route, departure_day::text as day from sailings
    where departs_at > now() + interval '60 days' order by route_id, random()`;
  const ask = async (address: string): Promise<[ms: number, html: string]> => {
    const start = performance.now();
    const response = await fetch(address);
    const html = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return [performance.now() - start, html];
  };
  const times: Record<'results' | 'empty' | 'drawn', number[]> = { results: [], empty: [], drawn: [] };
  const elements: number[] = [];
  for (let i = 0; i < count; i++) {
    const { route, day } = rows[i % rows.length] ?? { route: '', day: '' };
    const page = `${appUrl}/fr/search/${route}/${addDays(day, Math.floor(i / rows.length))}/one-way/${1 + (i % 4)}-0-0-0.none`;
    const [ms, html] = await ask(page);
    times.results.push(ms);
    elements.push(html.match(/<[a-z]/g)?.length ?? 0);
    times.empty.push((await ask(`${emptyUrl}/made?turn=${i}`))[0]);
    times.drawn.push((await ask(`${emptyUrl}/drawn?elements=${elements.at(-1)}&turn=${i}`))[0]);
  }
  return {
    resultsMs: median(times.results),
    emptyMs: median(times.empty),
    drawnMs: median(times.drawn),
    elements: Math.round(median(elements)),
  };
}

/** Nine more of each sailing, on days far from each other, with stock and prices: 100,000 instead of 10,000. */
export async function tenfold(sql: postgres.Sql): Promise<number> {
  const copy = "|| '-' || n";
  await sql.unsafe(`
    create temp table steps as select n, n * 560 as days from generate_series(1, 9) n;
    insert into sailings (id, route_id, operator_code, ship_code, departure_day, departs_at, arrives_at, status, tariff)
      select id ${copy}, route_id, operator_code, ship_code, departure_day + days,
        departs_at + days * interval '1 day', arrives_at + days * interval '1 day', status, tariff
      from sailings, steps;
    insert into stock_lines (id, sailing_id, kind, code, capacity, held, sold, berths)
      select sailing_id ${copy} || ':' || code, sailing_id ${copy}, kind, code, capacity, held, sold, berths
      from stock_lines, steps;
    insert into sailing_prices
      select sailing_id ${copy}, percent, adult_cents, child_cents, infant_cents, pet_cents, vehicle_cents, moves_at
      from sailing_prices, steps;`);
  await settle(sql);
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from sailings`;
  return row?.count ?? 0;
}

/** Takes what `tenfold` has added away again. */
export async function undoTenfold(sql: postgres.Sql): Promise<void> {
  // A seeded sailing's id ends with its hour of departure.
  const isCopy = "~ '-[0-9]{4}-[1-9]$'";
  // Nothing refers to a copy, and asking all holds whether they do takes half an hour.
  await sql.unsafe(`
    set local session_replication_role = replica;
    delete from sailing_prices where sailing_id ${isCopy};
    delete from stock_lines where sailing_id ${isCopy};
    delete from sailings where id ${isCopy};`);
  await settle(sql);
}

/** What autovacuum and the checkpointer do after such a load: without it the first readers would pay for it. */
async function settle(sql: postgres.Sql): Promise<void> {
  for (const table of ['sailings', 'stock_lines', 'sailing_prices'])
    await sql.unsafe(`vacuum analyze ${table}`);
  await sql`checkpoint`;
}
