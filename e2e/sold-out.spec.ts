import { expect, type Page } from 'playwright/test';
import postgres from 'postgres';
import { addDays } from '@/lib/kernel/dates';
import { call } from './api/client';
import { test } from './watched';

/** A line that sails every day; each test has a day of its own, so that none takes another's places. */
const LINE = 'FRMRS-FRBIA';
const BACK = 'FRBIA-FRMRS';
const day = (ahead: number) => addDays(new Date().toISOString().slice(0, 10), ahead);
const sql = postgres(process.env.DATABASE_URL as string, { max: 1, onnotice: () => undefined });
test.afterAll(() => sql.end());
/** Who hears the live channel sees places go; these are about those who do not. */
test.beforeEach(({ page }) => page.routeWebSocket(/\/socket\.io\//, (socket) => void socket.close()));

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 720;

/** The first sailing of the line on that day, with so many deck places left. */
async function sailingWith(left: number, date: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from sailings where route_id = ${LINE} and departure_day = ${date} and status = 'scheduled'
    order by departs_at limit 1`;
  if (!row) throw new Error(`nothing sails on ${date}`);
  await sql`update stock_lines set capacity = held + sold + ${left} where id = ${`${row.id}:deck`}`;
  return row.id;
}

/** Somebody else is quicker. */
async function takeOne(sailingId: string): Promise<void> {
  const { status } = await call('POST', '/api/v1/holds', {
    body: {
      legs: [{ sailingId, fareFamily: 'basic', cabins: [], meals: [] }],
      passengers: [{ type: 'adult' }],
      vehicles: [],
    },
  });
  expect(status).toBe(201);
}

async function choose(page: Page, leg: 'aller' | 'retour', sailingId?: string): Promise<void> {
  const radio = sailingId ? `input[value="${sailingId}|standard"]` : 'input[value$="|standard"]';
  const card = page
    .locator(`#${leg} article`)
    .filter({ has: page.locator(radio) })
    .first();
  if (isPhone(page)) await card.locator('.fold__btn').click();
  await card
    .locator('.fare')
    .filter({ has: page.locator(radio) })
    .click();
}

/** Back on the list: the reason is said, and the sailing cannot be chosen any more. */
async function expectSoldOut(page: Page, address: string, sailingId: string): Promise<void> {
  await expect(page).toHaveURL(`${address}#refus-sold-out`);
  await expect(page.locator('#refus-sold-out')).toBeVisible();
  await expect(page.locator(`#aller input[value^="${sailingId}|"]`)).toHaveCount(0);
  await expect(page.locator('#aller article.gone')).toContainText('Plus assez de places');
}

test('places that go while one looks: back on a true list, with the return still chosen', async ({
  page,
}) => {
  const out = day(isPhone(page) ? 91 : 92);
  const sailing = await sailingWith(3, out);
  const address = `/fr/search/${LINE}/${out}/${BACK}.${addDays(out, 7)}/2-1-0-0.none`;
  await page.goto(address);
  await choose(page, 'aller', sailing);
  await page.getByRole('link', { name: 'Choisir le retour' }).click();
  await choose(page, 'retour');
  await takeOne(sailing);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expectSoldOut(page, address, sailing);
  await expect(page.locator('#retour input:checked')).toHaveCount(1);
});

test('nor is the sailing offered any longer in another language', async ({ page }) => {
  const out = day(isPhone(page) ? 95 : 96);
  const sailing = await sailingWith(3, out);
  const trip = `search/${LINE}/${out}/one-way/2-1-0-0.none`;
  const offered = async (locale: string) =>
    (await (await page.request.get(`/${locale}/${trip}`)).text()).includes(`value="${sailing}|`);
  for (const locale of ['en', 'it']) expect(await offered(locale)).toBe(true);
  await page.goto(`/fr/${trip}`);
  await choose(page, 'aller', sailing);
  await takeOne(sailing);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expectSoldOut(page, `/fr/${trip}`, sailing);
  for (const locale of ['en', 'it']) expect(await offered(locale)).toBe(false);
});

test('another day for one way keeps what is chosen for the other', async ({ page }) => {
  const out = day(isPhone(page) ? 97 : 100);
  const sailing = await sailingWith(3, out);
  await sailingWith(9, addDays(out, 1));
  const home = addDays(out, 7);
  // Whatever day it is today, one can sail the day after too.
  await sailingWith(50, addDays(out, 1));
  const dayLink = (leg: 'aller' | 'retour', date: string) =>
    page.locator(`#${leg} a[href*="${leg === 'aller' ? `/${date}/` : `.${date}/`}"]`).first();
  const chosen = (leg: 'aller' | 'retour') => page.locator(`#${leg} input[type=radio]:checked`);
  await page.goto(`/fr/search/${LINE}/${out}/${BACK}.${home}/2-1-0-0.none`);
  await choose(page, 'aller', sailing);
  await page.getByRole('link', { name: 'Choisir le retour' }).click();
  await choose(page, 'retour');
  const back = await chosen('retour').inputValue();
  await takeOne(sailing);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.locator('#refus-sold-out')).toBeVisible();

  await dayLink('aller', addDays(out, 1)).click();
  await expect(page).toHaveURL(new RegExp(`/${addDays(out, 1)}/`));
  await expect(chosen('retour')).toHaveValue(back);
  await expect(chosen('aller')).toHaveCount(0);

  await choose(page, 'aller');
  const there = await chosen('aller').inputValue();
  await page.getByRole('link', { name: 'Choisir le retour' }).click();
  await dayLink('retour', addDays(home, 1)).click();
  await expect(page).toHaveURL(new RegExp(`\\.${addDays(home, 1)}/`));
  await expect(chosen('aller')).toHaveValue(there);
  await expect(chosen('retour')).toHaveCount(0);
  await expect(page.locator('#retour article').first()).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('places that go while one looks: back on a true list', async ({ page }) => {
    const out = day(isPhone(page) ? 93 : 94);
    const sailing = await sailingWith(3, out);
    const address = `/fr/search/${LINE}/${out}/one-way/2-1-0-0.none`;
    await page.goto(address);
    await choose(page, 'aller', sailing);
    await takeOne(sailing);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expectSoldOut(page, address, sailing);
  });
});
