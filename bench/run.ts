import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import postgres from 'postgres';
import { freePort } from '@/sandbox/ports';
import { startHouse } from '@/scripts/test-house';
import { holdOn, holdsByApi, holdsBySql, openSailings } from './holds';
import { measurePages } from './pages';
import { byTurns, requestsPerSecond } from './requests';
import { tenfold, timeColdResults, timeSearch, undoTenfold } from './search';
import { Table } from './table';
import { weightOf } from './weight';

/**
 * `npm run bench`: the product against a floor measured in the same run. Prints a table; with `--write` it goes into
 * bench/README.md. A part is named to run it alone: `npm run bench -- requests weight holds search pages`.
 */
const RESULTS = '/fr/search/FRMRS-TNLGN/2027-07-14/one-way/2-1-0-0.car';
const EMPTY_APP = path.join(import.meta.dirname, 'empty-app');
const NEXT = path.join(import.meta.dirname, '../node_modules/next/dist/bin/next');

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (part: string) => asked.length === 0 || asked.includes(part);
const table = new Table();
const row = table.add.bind(table);

const house = await startHouse();
const { APP_URL: appUrl = '', DATABASE_URL: databaseUrl = '' } = house.settings as Record<string, string>;
const empty = await startEmptyApp();
try {
  if (wanted('requests')) await measureRequests();
  if (wanted('weight')) await measureWeight();
  if (wanted('holds')) await measureHolds();
  if (wanted('search')) await measureSearch();
  if (wanted('pages')) await measurePages({ appUrl, emptyUrl: empty.url, results: RESULTS }, row);
} finally {
  empty.process.kill('SIGTERM');
  await house.stop();
}
console.log(`\n${table}`);
if (process.argv.includes('--write')) table.write('table');

async function startEmptyApp(): Promise<{ url: string; process: ChildProcess }> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_DIST_DIR: '.next' };
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [NEXT, 'build', EMPTY_APP], { env, stdio: 'ignore' });
    build.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the empty app did not build'))));
  });
  const port = await freePort();
  const child = spawn(process.execPath, [NEXT, 'start', EMPTY_APP, '-p', String(port)], {
    env,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (
    let tries = 0;
    !(await fetch(url).then(
      (r) => r.ok,
      () => false,
    ));
    tries++
  ) {
    if (tries > 100) throw new Error('the empty app did not come up');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, process: child };
}

async function measureRequests(): Promise<void> {
  const results = appUrl + RESULTS;
  await fetch(results);
  const { a, b, ratio } = await byTurns(
    5,
    () => requestsPerSecond(results),
    () => requestsPerSecond(empty.url),
  );
  row(
    'Results page, warm',
    `${a.toFixed(0)} req/s`,
    `${b.toFixed(0)} req/s (empty static page)`,
    `${ratio.toFixed(2)} ×`,
    '≥ 0.8',
  );
}

async function measureWeight(): Promise<void> {
  const floor = await weightOf(empty.url);
  for (const [name, where] of [
    ['Home', '/fr'],
    ['Results', RESULTS],
  ] as const) {
    const ours = await weightOf(appUrl + where);
    const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
    row(
      `${name}, JavaScript brotli`,
      kb(ours.js),
      `${kb(floor.js)} (empty app)`,
      `${(ours.js / floor.js).toFixed(3)} ×`,
      '≤ 1.10',
    );
    row(`${name}, HTML + CSS brotli`, `${kb(ours.html)} + ${kb(ours.css)}`, '–', '–', '–');
  }
}

async function measureSearch(): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  const ms = (each: number) => `${each.toFixed(2)} ms`;
  const times = await timeSearch(databaseUrl, sql);
  row(
    'Month calendar, any party',
    ms(times.calendarMs),
    `${ms(times.calendarSqlMs)} (its query)`,
    `${(times.calendarMs / times.calendarSqlMs).toFixed(2)} ×`,
    '≤ 2',
  );
  row(
    'A day and its neighbours',
    ms(times.listMs),
    `${ms(times.listSqlMs)} (its queries)`,
    `${(times.listMs / times.listSqlMs).toFixed(2)} ×`,
    '≤ 3',
  );
  const cold = await timeColdResults(appUrl, empty.url, sql);
  row(
    'Results page, new search, whole page',
    ms(cold.resultsMs),
    `${ms(times.pageSqlMs)} (its queries)`,
    `${(cold.resultsMs / times.pageSqlMs).toFixed(1)} ×`,
    '≤ 3',
  );
  const beside = (name: string, floor: number) =>
    row(
      'The same page',
      ms(cold.resultsMs),
      `${ms(floor)} (${name})`,
      `${(cold.resultsMs / floor).toFixed(1)} ×`,
      '–',
    );
  beside('an empty page made per request, same Next.js', cold.emptyMs);
  beside(`one of as many elements, ${cold.elements}, a word each`, cold.drawnMs);
  // A tenth before and after: what else the machine does meanwhile is in both.
  const before = await timeSearch(databaseUrl, sql);
  const count = await tenfold(sql);
  const crowded = await timeSearch(databaseUrl, sql);
  await undoTenfold(sql);
  const after = await timeSearch(databaseUrl, sql);
  await sql.end();
  const tenth = (key: 'calendarMs' | 'listMs') => (before[key] + after[key]) / 2;
  row(
    `The same among ${count} sailings`,
    `${ms(crowded.calendarMs)}, ${ms(crowded.listMs)}`,
    `${ms(tenth('calendarMs'))}, ${ms(tenth('listMs'))} among a tenth, before and after`,
    `${(crowded.calendarMs / tenth('calendarMs')).toFixed(2)} ×, ${(crowded.listMs / tenth('listMs')).toFixed(2)} ×`,
    '≤ 1.3',
  );
}

async function measureHolds(): Promise<void> {
  const sql = postgres(databaseUrl, { max: 2 });
  const [hot = '', other = ''] = await openSailings(sql, 2);
  await holdsByApi(appUrl, other, 8, 2);
  const json = () =>
    requestsPerSecond(`${empty.url}/json`, { method: 'POST', body: holdOn(other), connections: 8 });
  const handler = await byTurns(3, () => holdsByApi(appUrl, other, 8), json);
  const bare = await byTurns(
    3,
    () => holdsByApi(appUrl, other, 8),
    () => holdsBySql(databaseUrl, other, 8),
  );
  const [name, low] = handler.b < bare.b ? ['empty JSON handler', handler] : ['bare SQL', bare];
  row(
    'Holds through the API, 8 clients',
    `${low.a.toFixed(0)} /s`,
    `${low.b.toFixed(0)} /s (${name})`,
    `${low.ratio.toFixed(2)} ×`,
    '≥ 0.5',
  );
  await holdsByApi(appUrl, hot, 8, 2);
  const crowd = await byTurns(
    3,
    () => holdsByApi(appUrl, hot, 64),
    () => holdsByApi(appUrl, hot, 8),
  );
  row(
    'Holds on one hot sailing',
    `${crowd.a.toFixed(0)} /s at 64 clients`,
    `${crowd.b.toFixed(0)} /s at 8`,
    `${crowd.ratio.toFixed(2)} ×`,
    '≥ 0.8',
  );
  await sql.end();
}
