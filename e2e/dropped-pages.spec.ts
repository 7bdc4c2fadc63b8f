import { expect } from 'playwright/test';
import postgres from 'postgres';
import { addDays } from '@/lib/kernel/dates';
import { call } from './api/client';
import { test } from './watched';

/* What anybody does anywhere shows on the pages that are kept for everybody, by itself and soon. */

const LINE = 'FRMRS-FRBIA';
const sql = postgres(process.env.DATABASE_URL as string, { max: 1, onnotice: () => undefined });
test.afterAll(() => sql.end());

/** A sailing of the line with places for all, on a day of this width's own. */
async function sailingAhead(days: number): Promise<{ id: string; day: string }> {
  const [row] = await sql<{ id: string; day: string }[]>`
    select s.id, s.departure_day::text as day from sailings s join stock_lines d on d.id = s.id || ':deck'
    where s.route_id = ${LINE} and s.status = 'scheduled' and d.capacity - d.held - d.sold > 60
      and s.departs_at > now() + make_interval(days => ${days}) order by s.departs_at limit 1`;
  if (!row) throw new Error('nothing sails');
  return row;
}

async function hold(sailingId: string, adults: number): Promise<void> {
  const { status } = await call('POST', '/api/v1/holds', {
    body: {
      legs: [{ sailingId, fareFamily: 'basic', cabins: [], meals: [] }],
      passengers: Array.from({ length: adults }, () => ({ type: 'adult' })),
      vehicles: [],
    },
  });
  expect(status).toBe(201);
}

test('the last places show in the list without anybody asking for it, and pages of other days stay', async ({
  request,
  isMobile,
}) => {
  const { id, day } = await sailingAhead(isMobile ? 170 : 180);
  const list = `/fr/search/${LINE}/${day}/one-way/1-0-0-0.none`;
  const strip = `/it/search/${LINE}/${addDays(day, 2)}/one-way/1-0-0-0.none`;
  const other = `/en/search/${LINE}/${addDays(day, 8)}/one-way/1-0-0-0.none`;
  const look = async (path: string) => {
    const answer = await request.get(path);
    return { html: await answer.text(), cache: answer.headers()['x-nextjs-cache'] };
  };
  expect((await request.get(list)).headers()['cache-tag']?.split(',')).toEqual(
    expect.arrayContaining([`route:${LINE}`, `list:${LINE}:${day}`, `day:${LINE}:${addDays(day, 3)}`]),
  );
  // So that this sailing has been noticed with plenty, and what follows is a change.
  await hold(id, 1);
  await sql`update stock_lines set capacity = held + sold + 14 where id = ${`${id}:deck`}`;
  for (const path of [list, strip, other]) await look(path);

  await hold(id, 2);
  await expect.poll(async () => (await look(list)).html, { timeout: 20_000 }).toContain('12 places');
  await hold(id, 9);
  await expect.poll(async () => (await look(list)).html, { timeout: 20_000 }).toContain('3 places');
  await expect.poll(async () => (await look(list)).cache).toBe('HIT');
  expect((await look(other)).cache).toBe('HIT');

  await hold(id, 3);
  await expect
    .poll(async () => (await look(strip)).html, { timeout: 20_000 })
    .toMatch(new RegExp(`${day.slice(8)}.{0,400}(completo|esaurit)`, 's'));
  expect((await look(other)).cache).toBe('HIT');
});

test('pages of lines, ports and operators say which prices they show', async ({ request }) => {
  const tagsOf = async (path: string) => (await request.get(path)).headers()['cache-tag']?.split(',');
  expect(await tagsOf('/fr/routes/marseille-bastia')).toEqual([`route:${LINE}`, `lowest:${LINE}`]);
  expect(await tagsOf('/fr/ports/marseille')).toContain(`lowest:${LINE}`);
  expect(await tagsOf('/it/operators/corsica-linea')).toContain(`lowest:${LINE}`);
  expect(await tagsOf('/en/routes')).toEqual(['lowest:any']);
  expect(await tagsOf('/fr')).toContain('lowest:FRMRS-TNLGN');
});
