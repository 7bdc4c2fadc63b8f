import { expect, type Locator, type Page } from 'playwright/test';
import { expectClean } from './clean-page';
import { type BreakableHouse, test, until } from './house';
import { servicesOf } from './services';
import { bookTrip, openCheckout, returnAmongOthers, statusOf, type Trip } from './trips';

test.describe.configure({ timeout: 150_000 });
test.afterEach(({ house }) => servicesOf(house).calm());

type Booked = Pick<Trip, 'reference' | 'accessToken'>;
const pageOf = (house: BreakableHouse, trip: Booked) =>
  `${house.url}/fr/bookings/${trip.reference}/${trip.accessToken}`;

/** What a list offers instead: one to three departures for each way, none of them lost, none naming anybody. */
async function expectOffered(page: Page, trip: Booked): Promise<void> {
  const section = page.getByRole('region', { name: 'D’autres départs pour vous' });
  for (const name of [/^Aller/, /^Retour/]) {
    const cards = section.getByRole('region', { name }).getByRole('article');
    const count = await cards.count();
    expect(count).toBeGreaterThanOrEqual(1);
    expect(count).toBeLessThanOrEqual(3);
  }
  for (const link of await section.getByRole('link').all()) {
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toMatch(/^\/fr\/search\//);
    expect(href).not.toContain(trip.reference);
    expect(href).not.toContain(trip.accessToken);
  }
}

/** Follows a departure to its list: the same ship at the same hour costs the same there. */
async function expectSameTotalInList(page: Page, card: Locator): Promise<void> {
  const company = (await card.locator('.op b').textContent()) ?? '';
  const [departure = ''] = await card.locator('time').allTextContents();
  const total = (await card.locator('.price').textContent()) ?? '';
  await card.getByRole('link').click();
  await expect(page).toHaveURL(/\/fr\/search\/[A-Z]{5}-[A-Z]{5}\//);
  const listed = page
    .locator('#aller')
    .getByRole('article')
    .filter({ hasText: company })
    .filter({ has: page.locator('time', { hasText: departure }) });
  await expect(listed).toHaveCount(1);
  await expect(listed.locator('.fare').filter({ hasText: 'Standard' }).locator('.price')).toHaveText(total);
}

const firstOut = (page: Page) =>
  page
    .getByRole('region', { name: /^Aller/ })
    .getByRole('article')
    .first();

/** Nothing is wider than the screen, on a phone and on a desk. */
async function expectFits(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

test('refused after the payment: the money is said to come back, and another departure costs what its list says', async ({
  page,
  house,
}) => {
  const services = servicesOf(house);
  const trip = await bookTrip(house, { sailings: await returnAmongOthers(house) });
  const session = await openCheckout(house, trip);
  await services.stripeSays('refunds', { mode: 'pending' });
  await services.operatorSays({ refused: [trip.sailings[1]] });
  expect(await services.pay(session)).toBe('complete');
  await until('the refund', 45, async () => (await statusOf(house, trip)) === 'refund_pending');
  await page.goto(pageOf(house, trip));
  await expect(page.locator('.bk__head')).toContainText('reviennent sur votre moyen de paiement');
  await expectOffered(page, trip);
  await expectFits(page);
  await expectClean(page);
  await expectSameTotalInList(page, firstOut(page));
});

test('refused before the payment, without a script: nothing is charged, and the same is offered', async ({
  browser,
  house,
}) => {
  const services = servicesOf(house);
  const trip = await bookTrip(house, { sailings: await returnAmongOthers(house) });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  try {
    await page.goto(pageOf(house, trip));
    await expect(page.getByRole('region', { name: 'D’autres départs pour vous' })).toHaveCount(0);
    await services.operatorSays({ refused: [trip.sailings[0]] });
    await page.getByRole('button', { name: /^Payer/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'La compagnie n’a pas pu garder vos places',
    );
    await expect(page.getByRole('alert')).toContainText('Rien n’a été débité');
    await expectOffered(page, trip);
    await expectFits(page);
    expect(await services.checkouts(trip.reference)).toEqual([]);
    await expectSameTotalInList(page, firstOut(page));

    // The operator thinks better of it: the booking was kept, and can be paid.
    await services.calm();
    await page.goto(`${pageOf(house, trip)}?refused=operator-refused`);
    await page.getByRole('button', { name: 'Réessayer de payer' }).click();
    await expect(page).toHaveURL(/\/c\/pay\/cs_/);
  } finally {
    await context.close();
  }
});

test('nothing has room any more: it says so, and leads to the month', async ({ page, house }) => {
  const services = servicesOf(house);
  const trip = await bookTrip(house, { sailings: await returnAmongOthers(house) });
  await services.operatorSays({ refused: trip.sailings });
  const cancelled = await house.sql<{ id: string }[]>`
    update sailings s set status = 'cancelled' from sailings l
    where l.id = any(${[...trip.sailings]}) and s.status = 'scheduled' and s.id <> l.id
      and left(s.route_id, 2) = left(l.route_id, 2) and substr(s.route_id, 7, 2) = substr(l.route_id, 7, 2)
      and s.departs_at between l.departs_at - interval '5 days' and l.departs_at + interval '5 days'
    returning s.id`;
  try {
    await page.goto(pageOf(house, trip));
    await page.getByRole('button', { name: /^Payer/ }).click();
    const section = page.getByRole('region', { name: 'D’autres départs pour vous' });
    await expect(section.getByText('Aucun autre départ n’a de place pour vous')).toHaveCount(2);
    await expect(section.getByRole('article')).toHaveCount(0);
    await expectClean(page);
    await section.getByRole('link', { name: 'Voir le mois' }).first().click();
    await expect(page).toHaveURL(/\/fr\/search\/calendar\/outbound\/\d{4}-\d\d\//);
  } finally {
    await house.sql`update sailings set status = 'scheduled' where id = any(${cancelled.map(({ id }) => id)})`;
  }
});
