import { randomUUID } from 'node:crypto';
import { expect } from 'playwright/test';
import postgres from 'postgres';
import { type House, startHouse } from '@/scripts/test-house';
import { LINE_OF_CTN, sailingAtOperator } from '../live/last-cabin';
import { test } from '../watched';

/* A house that follows CTN: what others buy there is seen here. */

let house: House;
let sql: postgres.Sql;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  house = await startHouse({
    asBuilt: true,
    logs: 'logs-supply',
    settings: { FOLLOWED_OPERATORS: 'ctn' },
  });
  sql = postgres(house.settings.DATABASE_URL as string, { max: 1, onnotice: () => undefined });
});
test.afterAll(async () => {
  await sql.end({ timeout: 1 });
  await house.stop();
});

/** Tells the operator something, as sandbox/operators/README.md has it. */
async function tellOperator(what: string, body: object): Promise<void> {
  const address = `${house.settings.CTN_API_URL}/_control${what}`;
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
}

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
  // Nobody asks for the first look: the clock does.
  await expect
    .poll(async () => (await sql`select 1 from supply_reads where answered_at is not null`).length, {
      timeout: 200_000,
    })
    .toBeGreaterThan(0);
  await expect.poll(() => sailingAtOperator(sql, 60), { timeout: 60_000 }).not.toBeNull();
  const what = await sailingAtOperator(sql, 60);
  if (!what) throw new Error('nothing sails');
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await page.goto(`${house.settings.APP_URL}/fr/search/${LINE_OF_CTN}/${what.day}/one-way/1-0-0-0.none`);
  const card = page.locator('article.sail', { has: page.locator(`input[value^="${what.sailing}|"]`) });
  const label = (await card.getAttribute('aria-label')) ?? '';
  const places = page.getByRole('article', { name: label, exact: true }).locator('.badge--few');
  await expect(page.locator('.live')).toBeVisible({ timeout: 60_000 });

  // By the clock, within two minutes.
  await othersHave(what.sailingRef, { deck: what.left - 3 });
  await expect(places.filter({ hasText: '3 places' })).toBeVisible({ timeout: 200_000 });

  // Three times within less than the clock's two minutes: because an order of ours was there.
  for (const left of [4, 2, 5]) {
    await othersHave(what.sailingRef, { deck: what.left - left });
    const asked = await fetch(`${house.settings.INNGEST_DEV}/e/dev`, {
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
