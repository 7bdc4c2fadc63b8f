import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import postgres from 'postgres';
import { startSecondApp } from '@/e2e/api/second-app';
import { startHouse } from '@/scripts/test-house';
import { byTurns, median, requestsPerSecond } from '../requests';
import { Table } from '../table';
import { ask } from './ask';
import { prepareEdge } from './edge';
import { observe } from './observatory';
import { searchForPersonalBytes } from './personal';
import { timeToFresh } from './time-to-fresh';
import { visits } from './visitors';

/**
 * `npm run bench:edge`: a real nginx as the edge in front of two processes of the app. Prints a table; with `--write` it
 * goes into bench/README.md; a part is named to run it alone: `npm run bench:edge -- throughput`. Fails when a personal
 * byte is found in the cache, or something old after a purge.
 */
const RESULTS = '/fr/search/FRMRS-TNLGN/2027-07-14/one-way/2-1-0-0.car';
/** What nginx says of an answer for which it had not to wait. */
const KEPT = /^(HIT|STALE|UPDATING|REVALIDATED)$/;
const BR = { 'accept-encoding': 'br' };
const table = new Table();
const row = table.add.bind(table);

const edge = await prepareEdge();
// As in production, browsers reach the site and the live channel by TLS.
const house = await startHouse({
  settings: { ...edge.settings, APP_URL: edge.secureUrl, REALTIME_URL: edge.secureUrl },
});
const settings = Object.fromEntries(
  Object.entries(house.settings).flatMap(([key, value]) => (value ? [[key, value]] : [])),
);
const second = await startSecondApp({ ...settings, ...edge.settings });
const sql = postgres(settings.DATABASE_URL as string, { max: 2 });
const apps = [Number(settings.PORT), Number(new URL(second.url).port)];
const origin = `http://127.0.0.1:${settings.PORT}`;
try {
  await edge.open(apps);
  const parts = { personal, hits, latency, throughput, freshness, observatory };
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  for (const [name, measure] of Object.entries(parts))
    if (asked.length === 0 || asked.includes(name)) await measure();
} finally {
  await sql.end();
  await second.stop();
  await house.stop();
  await edge.close();
}
console.log(`\n${table}`);
if (process.argv.includes('--write')) table.write('edge');

async function personal(): Promise<void> {
  const { secrets, visited, files, found, canFind } = await searchForPersonalBytes(edge.url, edge.cache, sql);
  if (found.length > 0 || !canFind)
    throw new Error(`personal bytes in the cache, or a search that cannot find: ${found}`);
  row(
    'Personal words found in the edge’s cache',
    `${found.length} of ${secrets}`,
    `${files} files after ${visited} addresses`,
    '–',
    '0',
  );
}

async function hits(): Promise<void> {
  await edge.open(apps);
  const asked = visits(1500, new Date().toISOString().slice(0, 10));
  let hits = 0;
  const queue = [...asked];
  const visitor = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { headers, status } = await ask(edge.url + next.path, next.headers);
      if (status !== 200) throw new Error(`${next.path}: ${status}`);
      if (KEPT.test(String(headers['x-cache']))) hits++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, visitor));
  const pages = new Set(asked.map(({ path }) => path)).size;
  const best = (asked.length - pages) / asked.length;
  const ratio = hits / asked.length;
  row(
    `Hit ratio, ${asked.length} pages of 1,500 visitors, from empty`,
    `${(100 * ratio).toFixed(1)} %`,
    `${(100 * best).toFixed(1)} % (${pages} pages made once each)`,
    `${(ratio / best).toFixed(3)} ×`,
    '–',
  );
}

async function latency(): Promise<void> {
  const times = async (base: string, paths: readonly string[]) => {
    const found: number[] = [];
    for (const each of paths) found.push((await ask(base + each, BR)).firstByteMs);
    return median(found);
  };
  const again = Array.from({ length: 200 }, () => RESULTS);
  const fresh = Array.from(
    { length: 20 },
    (_, index) =>
      `/fr/search/FRMRS-FRBIA/2027-0${3 + (index % 5)}-1${index % 9}/one-way/${1 + (index % 7)}-${index % 3}-0-0.none`,
  );
  await ask(edge.url + RESULTS, BR);
  const [hit, kept, made] = [
    await times(edge.url, again),
    await times(origin, again),
    await times(edge.url, fresh),
  ];
  row(
    'Time to first byte, kept at the edge',
    `${hit.toFixed(2)} ms`,
    `${kept.toFixed(2)} ms (kept by the app)`,
    `${(hit / kept).toFixed(2)} ×`,
    '–',
  );
  row('Time to first byte, made by the app for the first time', `${made.toFixed(1)} ms`, '–', '–', '–');
}

async function throughput(): Promise<void> {
  const { body } = await ask(edge.url + RESULTS, { 'accept-encoding': 'identity' });
  mkdirSync(edge.statics, { recursive: true });
  writeFileSync(path.join(edge.statics, 'page.html'), body);
  const packed = await ask(edge.url + RESULTS, BR);
  if (packed.headers['content-encoding'] !== 'br') throw new Error('the edge does not compress');
  writeFileSync(
    path.join(edge.statics, 'page.html.br'),
    packed.body.length > 0 ? packed.body : brotliCompressSync(body),
  );
  for (const [name, headers] of [
    ['brotli', BR],
    ['identity', { 'accept-encoding': 'identity' }],
  ] as const) {
    const size = name === 'brotli' ? packed.body.length : body.length;
    const how = { headers, seconds: 4, connections: 32 };
    const { a, b, ratio } = await byTurns(
      5,
      () => requestsPerSecond(edge.url + RESULTS, how),
      () => requestsPerSecond(`${edge.staticUrl}/page.html`, how),
    );
    row(
      `Results page at the edge, ${name}, ${(size / 1024).toFixed(1)} KB`,
      `${a.toFixed(0)} req/s`,
      `${b.toFixed(0)} req/s (nginx, the same bytes as a file)`,
      `${ratio.toFixed(2)} ×`,
      '≥ 0.8',
    );
  }
}

async function freshness(): Promise<void> {
  const { fromHold, fromPurge, untouched, rounds } = await timeToFresh(edge, sql);
  const seconds = (values: readonly number[]) =>
    `${(median(values) / 1000).toFixed(2)} s, at most ${(Math.max(...values) / 1000).toFixed(2)} s`;
  row(
    `From a hold to its badge at the edge, ${rounds} holds`,
    seconds(fromHold),
    '1 s of waiting for more, 1 s until all know',
    '–',
    '–',
  );
  row(
    'From the purge at the edge to the fresh page there',
    `${median(fromPurge).toFixed(0)} ms, at most ${Math.max(...fromPurge).toFixed(0)} ms`,
    '–',
    '–',
    '–',
  );
  row('Pages of other days, dropped by that', `${untouched.dropped} of ${untouched.kept}`, '–', '–', '0');
}

async function observatory(): Promise<void> {
  // With Stripe where it is in production: the sandbox's payment page has no TLS, and forms may lead to it.
  const asLive = await startSecondApp({ ...settings, STRIPE_API_BASE: '', STRIPE_SECRET_KEY: '' });
  try {
    await edge.open([Number(new URL(asLive.url).port)]);
    const { grade, score, failed } = await observe(edge);
    row('Mozilla’s HTTP Observatory', `${grade}, ${score}`, '–', '–', 'A+');
    if (failed.length > 0) console.log(`not passed: ${failed.join(', ')}`);
  } finally {
    await asLive.stop();
  }
}
