import { expect } from 'playwright/test';
import { startSecondApp } from '../api/second-app';
import { type BreakableHouse, test, until } from './house';

/* Two processes of one house: what a visitor sees does not depend on which of them answers. */

const LINE = 'FRMRS-FRBIA';

interface Open {
  readonly sailing: string;
  readonly search: string;
}

/** A day of the line on which one can still sail, and nobody else's test does. */
async function openDay({ sql }: BreakableHouse, after: number): Promise<Open> {
  const [row] = await sql<{ id: string; day: string }[]>`
    select s.id, s.departure_day::text as day from sailings s join stock_lines d on d.id = s.id || ':deck'
    where s.route_id = ${LINE} and s.status = 'scheduled' and d.capacity - d.sold - d.held > 20
      and s.departs_at > now() + make_interval(days => ${after}) order by s.departs_at limit 1`;
  if (!row) throw new Error('nothing sails');
  return { sailing: row.id, search: `/${LINE}/${row.day}/one-way/2-0-0-0.none` };
}

const look = async (app: string, { sailing, search }: Open) => {
  const answer = await fetch(`${app}/fr/search${search}`);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  return { offered: html.includes(`value="${sailing}|`), cache: answer.headers.get('x-nextjs-cache') };
};

/** All places go, without a word to anybody; then somebody chooses that sailing at one process, and is refused. */
async function refusedAt(app: string, { sql }: BreakableHouse, { sailing, search }: Open): Promise<void> {
  await sql`update stock_lines set capacity = held + sold where id = ${`${sailing}:deck`}`;
  const body = new URLSearchParams({ search, leg0: `${sailing}|basic` });
  const answer = await fetch(`${app}/fr/search/choose`, { method: 'POST', body, redirect: 'manual' });
  expect(answer.headers.get('location')).toMatch(/#refus-sold-out$/);
}

let second: Awaited<ReturnType<typeof startSecondApp>>;
test.beforeAll(async ({ house }) => {
  second = await startSecondApp(house.settings);
});
test.afterAll(() => second.stop());
test.afterEach(({ house }) => house.redis.start());

test('a page that one process made is the other’s too; once dropped, neither shows it after a second', async ({
  house,
}) => {
  const open = await openDay(house, 150);
  expect(await look(house.url, open)).toEqual({ offered: true, cache: 'MISS' });
  await until('the other has it', 30, async () => (await look(second.url, open)).cache === 'HIT');
  await refusedAt(house.url, house, open);
  expect((await look(house.url, open)).offered).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect((await look(second.url, open)).offered).toBe(false);
});

test('without Redis each keeps pages of its own; what was dropped meanwhile is dropped everywhere when it is back', async ({
  house,
}) => {
  const open = await openDay(house, 160);
  await look(house.url, open);
  await until('the other has it', 30, async () => (await look(second.url, open)).cache === 'HIT');
  await house.redis.stop();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await look(second.url, open)).toEqual({ offered: true, cache: 'HIT' });
  await refusedAt(house.url, house, open);
  expect((await look(house.url, open)).offered).toBe(false);
  await house.redis.start();
  await until('the other has heard of it', 30, async () => !(await look(second.url, open)).offered);
});
