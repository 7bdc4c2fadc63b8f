import { randomUUID } from 'node:crypto';
import { expect } from 'playwright/test';
import { LINE_OF_CTN, sailingAtOperator } from '../live/last-cabin';
import { test } from '../watched';
import { followingHouse } from './following';
import { servicesOf } from './services';
import { statusOf, toBePaid } from './trips';

/* A house that follows CTN: what others buy there is seen here. */

const following = followingHouse('ctn', 'logs-supply');
const tellOperator = (what: '' | '/happen', body: object) => following.tell('CTN_API_URL', what, body);
const bookAtOperator = (reference: string) => following.bookAt('CTN_API_URL', reference);

/** Sets what others have of a sailing at the operator, in all. */
function othersHave(sailingRef: string, taken: Record<string, number>): Promise<void> {
  return tellOperator('/happen', { kind: 'others', sailingId: sailingRef, taken });
}

test('what others buy at the operator shows on an open page by itself, and at once where an order of ours was there', async ({
  browser,
}) => {
  test.setTimeout(400_000);
  // Nothing happens there but what is told here.
  await tellOperator('', { pace: 0 });
  // Nobody asks for the first look: the clock does, and we move it on.
  const { passMinutes } = servicesOf(following.walked);
  await passMinutes(2);
  await expect
    .poll(
      async () =>
        (await following.walked.sql`select 1 from supply_reads where answered_at is not null`).length,
      {
        timeout: 200_000,
      },
    )
    .toBeGreaterThan(0);
  await expect.poll(() => sailingAtOperator(following.walked.sql, 60), { timeout: 60_000 }).not.toBeNull();
  const what = await sailingAtOperator(following.walked.sql, 60);
  if (!what) throw new Error('nothing sails');
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await page.goto(
    `${following.walked.settings.APP_URL}/fr/search/${LINE_OF_CTN}/${what.day}/one-way/1-0-0-0.none`,
  );
  const card = page.locator('article.sail', { has: page.locator(`input[value^="${what.sailing}|"]`) });
  const label = (await card.getAttribute('aria-label')) ?? '';
  const places = page.getByRole('article', { name: label, exact: true }).locator('.badge--few');
  await expect(page.locator('.live')).toBeVisible({ timeout: 60_000 });

  // By the clock, within two minutes of it.
  await othersHave(what.sailingRef, { deck: what.left - 3 });
  await passMinutes(2);
  await expect(places.filter({ hasText: '3 places' })).toBeVisible({ timeout: 200_000 });

  // Three times within less than the clock's two minutes: because an order of ours was there.
  for (const left of [4, 2, 5]) {
    await othersHave(what.sailingRef, { deck: what.left - left });
    const asked = await fetch(`${following.walked.settings.INNGEST_DEV}/e/dev`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([
        { id: randomUUID(), name: 'supply/order.changed', data: { sailingId: what.sailing }, ts: Date.now() },
      ]),
    });
    expect(asked.ok).toBe(true);
    await expect(places.filter({ hasText: `${left} places` })).toBeVisible({ timeout: 30_000 });
  }
  await page.context().close();
});

test('a delay that the operator tells shows beside the published hour, and goes when it is made good', async ({
  page,
}) => {
  test.setTimeout(200_000);
  await tellOperator('', { pace: 0 });
  await expect.poll(() => sailingAtOperator(following.walked.sql, 90), { timeout: 150_000 }).not.toBeNull();
  const what = await sailingAtOperator(following.walked.sql, 90);
  if (!what) throw new Error('nothing sails');
  const results = `${following.walked.settings.APP_URL}/fr/search/${LINE_OF_CTN}/${what.day}/one-way/1-0-0-0.none`;
  const shows = async () => {
    await page.goto(results);
    const card = page.locator('article.sail', { has: page.locator(`input[value^="${what.sailing}|"]`) });
    return (await card.locator('.cross').textContent()) ?? '';
  };
  const published = await shows();
  expect(published).not.toContain('Retard');
  const delay = (minutes: number) =>
    tellOperator('/happen', { kind: 'delay', sailingId: what.sailingRef, minutes });
  await delay(40);
  await expect.poll(shows, { timeout: 60_000 }).toContain('Retard annoncé de 40\u00a0min');
  expect((await shows()).replace(/Retard.*/u, '')).toBe(published);
  await delay(0);
  await expect.poll(shows, { timeout: 60_000 }).toBe(published);
});

test('a trip is held at the operator while one pays, and is a ticket there afterwards', async () => {
  test.setTimeout(200_000);
  const { walked } = following;
  const services = servicesOf(walked);
  await tellOperator('', { pace: 0 });
  await expect.poll(() => sailingAtOperator(following.walked.sql, 120), { timeout: 150_000 }).not.toBeNull();
  const what = await sailingAtOperator(following.walked.sql, 120);
  if (!what) throw new Error('nothing sails');
  const trip = await toBePaid(walked, { sailings: [what.sailing] });
  expect(await bookAtOperator(trip.reference)).toMatchObject([{ state: 'held' }]);
  expect(await services.pay(trip.session)).toBe('complete');
  await expect.poll(() => statusOf(walked, trip), { timeout: 60_000 }).toBe('confirmed');
  // Who travels is told after the confirmation.
  await expect
    .poll(async () => JSON.stringify((await bookAtOperator(trip.reference))[0]?.manifest ?? ''), {
      timeout: 60_000,
    })
    .toContain('1');
  expect(await bookAtOperator(trip.reference)).toMatchObject([{ state: 'ticketed' }]);
  const abandoned = await toBePaid(walked, { sailings: [what.sailing] });
  await services.passMinutes(31);
  await expect.poll(() => statusOf(walked, abandoned), { timeout: 90_000 }).toBe('expired');
  await expect
    .poll(async () => (await bookAtOperator(abandoned.reference)).filter(({ state }) => state === 'held'), {
      timeout: 90_000,
    })
    .toEqual([]);
});
