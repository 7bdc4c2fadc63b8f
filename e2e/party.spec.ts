import { expect, type Page } from 'playwright/test';
import postgres from 'postgres';
import { placeHold } from './journey/holds';
import { family, goOn, mailbox, typePassengers } from './journey/travellers';
import { test } from './watched';

/* Who travels is changed where the names are typed: places, price and what was typed go along. */

const cents = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
const totalOf = async (page: Page) => cents(await page.locator('.is-total .price').first().textContent());
const nameOf = (page: Page, index: number) => page.locator(`[name="passengers.${index}.givenName"]`);
const add = (page: Page, who: RegExp) => page.getByRole('button', { name: who }).click();

/** Opens the card of a passenger and presses its button to leave. */
async function remove(page: Page, index: number, label: string): Promise<void> {
  const card = page.locator('details').filter({ has: nameOf(page, index) });
  if ((await card.getAttribute('open')) === null) await card.locator('summary').click();
  await card.getByRole('button', { name: label }).click();
}

/** From a family of three that is typed in to four and back to three, the second of whom has left. */
async function fourAndThree(page: Page): Promise<void> {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/passengers`);
  await expect(page.getByRole('heading', { level: 2, name: '2 adultes, 1 enfant' })).toBeVisible();
  const three = await totalOf(page);
  await typePassengers(page, family(), mailbox());
  await add(page, /^Adulte/);
  await expect(page.getByRole('heading', { level: 2, name: '3 adultes, 1 enfant' })).toBeVisible();
  await expect(nameOf(page, 3)).toBeVisible();
  await expect(nameOf(page, 3)).toHaveValue('');
  await expect(page.locator('[id="passengers-3-title"]')).toBeFocused();
  const four = await totalOf(page);
  expect(four).toBeGreaterThan(three);

  await nameOf(page, 3).fill('Salma');
  await remove(page, 1, 'Retirer Karim');
  await expect(page.getByRole('heading', { level: 2, name: '2 adultes, 1 enfant' })).toBeFocused();
  expect(await totalOf(page)).toBe(three);
  await expect(nameOf(page, 0)).toHaveValue('Inès');
  await expect(page.locator('[name="passengers.0.title"][value=mrs]')).toBeChecked();
  await expect(nameOf(page, 1)).toHaveValue('Lina');
  await expect(page.locator('[name="passengers.1.document.number"]')).toHaveValue('22CD11111');
  await expect(nameOf(page, 2)).toHaveValue('Salma');
  await expect(page.locator('[name="contact.phone"]')).toHaveValue('06 12 34 56 78');
  await expect(nameOf(page, 3)).toHaveCount(0);
}

test('a traveller joins and another leaves, with the price and without losing a word', async ({ page }) => {
  await fourAndThree(page);
  await expect(page.getByRole('status').filter({ hasText: 'Passager 2 retiré' })).toContainText('Total');
});

test('the half hour does not begin anew, and the new traveller is asked for like the others', async ({
  page,
}) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/passengers`);
  const until = async () => (await (await page.request.get(`/api/v1/holds/${hold}`)).json()).expiresAt;
  const before = await until();
  await typePassengers(page, family(), mailbox());
  await add(page, /^Bébé/);
  await expect(nameOf(page, 3)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Passager 4 ajouté' })).toContainText('Total');
  expect(await until()).toBe(before);
  await goOn(page);
  await expect(page.locator('#errors')).toBeFocused();
  await expect(page.locator('#errors')).toContainText('Passager 4');
  await remove(page, 3, 'Retirer le passager 4');
  await expect(nameOf(page, 3)).toHaveCount(0);
  await goOn(page);
  await expect(page).toHaveURL(/\/vehicles/);
});

test('pressed twice, a button does what it does once', async ({ page }) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/passengers`);
  await page.getByRole('button', { name: /^Adulte/ }).dblclick();
  await expect(page.getByRole('heading', { level: 2, name: '3 adultes, 1 enfant' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.goto(`/fr/book/${hold}/passengers`);
  await expect(page.getByRole('heading', { level: 2, name: '3 adultes, 1 enfant' })).toBeVisible();
});

test('nobody is offered what a booking cannot carry: the last adult stays, the tenth traveller does not come', async ({
  page,
}) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/passengers`);
  await remove(page, 1, 'Retirer le passager 2');
  await expect(page.getByRole('heading', { level: 2, name: '1 adulte, 1 enfant' })).toBeFocused();
  const first = page.locator('details').filter({ has: nameOf(page, 0) });
  await expect(first.getByRole('button', { name: /^Retirer/ })).toHaveCount(0);
  await expect(first).toContainText('Les autres ne peuvent pas voyager sans adulte.');
  for (let size = 3; size <= 9; size++) {
    await add(page, size <= 4 ? /^Bébé/ : /^Enfant/);
    await expect(nameOf(page, size - 1)).toBeVisible();
    if (size === 4) await expect(page.getByRole('button', { name: /^Bébé/ })).toHaveCount(0);
  }
  await expect(page.getByRole('button', { name: /^(Adulte|Enfant|Bébé)/ })).toHaveCount(0);
  await expect(page.getByText('Neuf passagers au plus par réservation.')).toBeVisible();
});

test('where the ship is full the party stays as it was, and the page says so', async ({ page }, {
  project,
}) => {
  // A sailing that no other test is on: it is full for a moment.
  const hold = await placeHold(page.request, project.name === 'phone' ? 100 : 130);
  const [{ sailingId }] = (await (await page.request.get(`/api/v1/holds/${hold}`)).json()).legs;
  const sql = postgres(process.env.DATABASE_URL as string, { max: 1 });
  const line = `${sailingId}:deck`;
  const [kept] = await sql`select capacity from stock_lines where id = ${line}`;
  try {
    await page.goto(`/fr/book/${hold}/passengers`);
    await typePassengers(page, family(), mailbox());
    const before = await totalOf(page);
    await sql`update stock_lines set capacity = held + sold where id = ${line}`;
    await add(page, /^Enfant/);
    await expect(page.locator('#errors')).toBeFocused();
    await expect(page.locator('#errors')).toContainText('Il ne reste plus assez de places à bord');
    await expect(page.getByRole('heading', { level: 2, name: '2 adultes, 1 enfant' })).toBeVisible();
    expect(await totalOf(page)).toBe(before);
    await expect(nameOf(page, 2)).toHaveValue('Lina');
  } finally {
    await sql`update stock_lines set capacity = ${kept?.capacity} where id = ${line}`;
    await sql.end();
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is the same', async ({ page }) => {
    await fourAndThree(page);
  });
});
