import { expect, type Page } from 'playwright/test';
import { sandboxNow } from '@/sandbox/clock';
import { LINE_OF_CTN } from '../live/last-cabin';
import { test } from '../watched';
import { type Followed, followingHouse } from './following';
import { servicesOf } from './services';

/* A house that follows two companies of one line, of which one hangs for half a minute whenever it is asked. */

const following = followingHouse('ctn,corsica-linea', 'logs-supply-silent');
const tell = (company: Followed, body: object) => following.tell(company, '', body);

const answeredSince = async (since: Date) => {
  const rows = await following.walked.sql<{ supplier: string }[]>`
    select supplier from supply_reads where route_id = ${LINE_OF_CTN} and answered_at > ${since}`;
  return rows.map(({ supplier }) => supplier).sort();
};
/** The clock of the house. */
const houseTime = () => new Date(sandboxNow(following.walked.settings.CLOCK_FILE ?? ''));

/** A day on which both companies sail the line. */
async function sharedDay(): Promise<string> {
  const [row] = await following.walked.sql<{ day: string }[]>`
    select departure_day::text as day from sailings
    where route_id = ${LINE_OF_CTN} and departs_at > now() + interval '40 days' and status = 'scheduled'
      and operator_code in ('ctn', 'corsica-linea')
    group by departure_day having count(distinct operator_code) = 2 order by 1 limit 1`;
  if (!row) throw new Error('no day has both');
  return row.day;
}

/** What each card says of the age of its figures, by company. */
async function ages(page: Page, party: string, day: string): Promise<Record<string, string>> {
  await page.goto(`${following.walked.settings.APP_URL}/fr/search/${LINE_OF_CTN}/${day}/one-way/${party}`);
  const cards = await page
    .locator('article.sail')
    .evaluateAll((all) =>
      all.map((card) => [
        card.querySelector('.sail__op b')?.textContent ?? '',
        card.querySelector('.sail__age')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(cards) as Record<string, string>;
}

test('one operator that hangs keeps nobody waiting: all sailings are there, its own say how old their figures are', async ({
  page,
}) => {
  test.setTimeout(400_000);
  const services = servicesOf(following.walked);
  await Promise.all([tell('CTN_API_URL', { pace: 0 }), tell('CORSICA_LINEA_API_URL', { pace: 0 })]);
  // Looks are by the clock of the house: moved on, they are due.
  await services.passMinutes(2);
  await expect.poll(() => answeredSince(new Date(0)), { timeout: 150_000 }).toEqual(['corsica-linea', 'ctn']);
  const day = await sharedDay();
  const before = await ages(page, '1-0-0-0.none', day);
  expect(before).toEqual({ CTN: '', 'Corsica Linea': '' });

  await tell('CORSICA_LINEA_API_URL', { mode: 'slow', delayMs: 30_000 });
  await services.passMinutes(10);
  // The other one is looked at all the same.
  const since = houseTime();
  await expect.poll(() => answeredSince(since), { timeout: 150_000 }).toContain('ctn');
  let hasAnswered = false;
  const hanging = fetch(`${following.walked.settings.CORSICA_LINEA_API_URL}/sailings`).finally(() => {
    hasAnswered = true;
  });
  // A party that nobody has asked for: made now, while the operator hangs.
  const during = await ages(page, '3-1-0-0.none', day);
  expect(hasAnswered).toBe(false);
  expect(Object.keys(during).sort()).toEqual(Object.keys(before).sort());
  expect(during.CTN).toBe('');
  expect(during['Corsica Linea']).toMatch(
    /^Prix et places du .+ à \d\d:\d\d\u00a0: la compagnie ne répond pas/,
  );
  // The page that was kept says so too.
  await expect
    .poll(async () => (await ages(page, '1-0-0-0.none', day))['Corsica Linea'], { timeout: 150_000 })
    .toContain('la compagnie ne répond pas');
  const health = await (await fetch(`${following.walked.settings.APP_URL}/api/health/detailed`)).json();
  expect(health).toMatchObject({ status: 'ready' });
  expect(health.operators.map(({ supplier }: { supplier: string }) => supplier)).toEqual([
    'ctn',
    'corsica-linea',
  ]);
  expect(Object.keys(health.operators[1].problems)).toEqual(['unavailable']);

  await tell('CORSICA_LINEA_API_URL', { mode: 'ok' });
  await hanging;
  await services.passMinutes(2);
  await expect
    .poll(async () => await ages(page, '1-0-0-0.none', day), { timeout: 200_000 })
    .toEqual({ CTN: '', 'Corsica Linea': '' });
});
