import type postgres from 'postgres';
import { call } from '@/e2e/api/client';
import { addDays } from '@/lib/kernel/dates';
import { ask } from './ask';
import { cacheFiles } from './cache-files';
import type { Edge } from './edge';

const ROUNDS = 8;
const LINE = 'FRMRS-FRBIA';
const OTHERS = 20;

/** How long it takes until what somebody does shows at the edge, and what else was dropped by that. */
export async function timeToFresh(edge: Edge, sql: postgres.Sql) {
  const [sailing] = await sql<{ id: string; day: string }[]>`
    select id, departure_day::text as day from sailings where route_id = ${LINE} and status = 'scheduled'
      and departs_at > now() + interval '100 days' order by departs_at limit 1`;
  if (!sailing) throw new Error('nothing sails');
  const pathOn = (day: string) => `/fr/search/${LINE}/${day}/one-way/1-0-0-0.none`;
  const badge = async () =>
    Number(/>(\d+) places?</.exec((await ask(edge.url + pathOn(sailing.day))).body.toString())?.[1]);
  const hold = async () => {
    const { status } = await call('POST', '/api/v1/holds', {
      base: edge.url,
      body: {
        legs: [{ sailingId: sailing.id, fareFamily: 'basic', cabins: [], meals: [] }],
        passengers: [{ type: 'adult' }],
        vehicles: [],
      },
    });
    if (status !== 201) throw new Error(`no hold: ${status}`);
  };
  const until = async (what: () => Promise<boolean>) => {
    for (const end = performance.now() + 20_000; performance.now() < end; ) {
      if (await what()) return performance.now();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('it never came to that');
  };
  // Noticed with few left: what follows changes the badge alone.
  await sql`update stock_lines set capacity = held + sold + 20 where id = ${`${sailing.id}:deck`}`;
  await hold();
  await until(async () => (await badge()) === 19);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const others = Array.from({ length: OTHERS }, (_, index) => pathOn(addDays(sailing.day, 10 + index)));
  for (const each of others) await ask(edge.url + each);
  const [fromHold, fromPurge]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const left = (await badge()) - 1;
    const told = edge.told.length;
    const begun = performance.now();
    await hold();
    const fresh = await until(async () => (await badge()) === left);
    const purged = edge.told.slice(told).find((each) => each.dropped > 0)?.at ?? Number.NaN;
    fromHold.push(fresh - begun);
    fromPurge.push(Math.max(0, fresh - purged));
    // Fresh for good: no process gives the edge the old page again.
    for (let i = 0; i < 20; i++) if ((await badge()) !== left) throw new Error('the old page came back');
  }
  const kept = new Set(
    cacheFiles(edge.cache).map(({ key }) => key.split(' ').find((part) => part.startsWith('/'))),
  );
  const dropped = others.filter((each) => !kept.has(`${each}?`)).length;
  return { fromHold, fromPurge, rounds: ROUNDS, untouched: { kept: OTHERS, dropped } };
}
