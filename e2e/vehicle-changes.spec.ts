import { expect, type Locator, type Page } from 'playwright/test';
import { placeHold } from './journey/holds';
import { typeCar } from './journey/travellers';
import { test } from './watched';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** From the one car to a motorcycle beside it, and then the motorcycle alone. */
async function carAndMotorcycle(page: Page): Promise<void> {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/vehicles`);
  await typeCar(page);
  await page.getByRole('button', { name: 'Moto' }).click();
  await expect(heading(page, 'Véhicule 2')).toBeFocused();
  await expect(page.locator('[name="vehicles.0.model"]')).toHaveValue('5008');
  await page.locator('[name="vehicles.1.make"]').fill('Triumph');
  await page.getByRole('button', { name: 'Retirer' }).first().click();
  await expect(heading(page, 'Votre véhicule')).toBeFocused();
  await expect(page.locator('[name="vehicles.0.make"]')).toHaveValue('Triumph');
  await page.getByRole('button', { name: 'Retirer' }).click();
  await expect(heading(page, 'Vous embarquez à pied')).toBeFocused();
}

test('vehicles come and go, with the focus where it goes on', async ({ page }) => {
  await carAndMotorcycle(page);
  await expect(page.getByRole('status').filter({ hasText: 'Total' })).toContainText('€');
});

/** From the car that was typed to a camper of its usual size, then to one as long as it is. */
async function carThenCamper(page: Page): Promise<void> {
  const hold = await placeHold(page.request);
  const [type, length, height] = ['type', 'lengthCm', 'heightCm'].map((field) =>
    page.locator(`[name="vehicles.0.${field}"]`),
  ) as [Locator, Locator, Locator];
  const price = page.getByRole('button', { name: 'Recalculer le prix' });
  await page.goto(`/fr/book/${hold}/vehicles`);
  await typeCar(page);
  await length.fill('4,72');
  await price.click();
  await expect(page).toHaveURL(/priced=1/);
  await type.selectOption('camper');
  await price.click();
  await expect(page).toHaveURL(/priced=2/);
  await expect(type).toHaveValue('camper');
  await expect(length).toHaveValue('6,50');
  await expect(height).toHaveValue('2,90');
  await expect(page.locator('[name="vehicles.0.model"]')).toHaveValue('5008');
  await type.selectOption('van');
  await length.fill('5,95');
  await price.click();
  await expect(page).toHaveURL(/priced=3/);
  await expect(length).toHaveValue('5,95');
  await expect(height).toHaveValue('2,25');
}

test('another type brings its usual sizes, unless a size is typed for it', async ({ page }) => {
  await carThenCamper(page);
});

test('the usual sizes stand there as the type is chosen, and one’s own come back with it', async ({
  page,
}) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/vehicles`);
  const type = page.locator('[name="vehicles.0.type"]');
  const length = page.locator('[name="vehicles.0.lengthCm"]');
  await length.fill('4,72');
  await type.selectOption('camper');
  await expect(length).toHaveValue('6,50');
  await length.fill('7,10');
  await type.selectOption('car');
  await expect(length).toHaveValue('4,72');
  await type.selectOption('camper');
  await expect(length).toHaveValue('7,10');
});

test('a button pressed twice adds one vehicle, and removes one', async ({ page }) => {
  const hold = await placeHold(page.request);
  const step = `/fr/book/${hold}/vehicles`;
  const vehicles = async () => {
    await page.waitForLoadState('networkidle');
    await page.goto(step);
    return page.locator('[name^="vehicles."][name$=".type"]').count();
  };
  await page.goto(step);
  await page.getByRole('button', { name: 'Retirer' }).click();
  await expect(heading(page, 'Vous embarquez à pied')).toBeVisible();
  await page.getByRole('button', { name: 'Voiture' }).dblclick();
  await expect(heading(page, 'Votre véhicule')).toBeVisible();
  expect(await vehicles()).toBe(1);
  await page.getByRole('button', { name: 'Moto' }).click();
  await expect(heading(page, 'Véhicule 2')).toBeVisible();
  await page.getByRole('button', { name: 'Retirer' }).first().dblclick();
  await expect(heading(page, 'Votre véhicule')).toBeVisible();
  expect(await vehicles()).toBe(1);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('vehicles come and go just so', async ({ page }) => {
    await carAndMotorcycle(page);
  });

  test('so does another type', async ({ page }) => {
    await carThenCamper(page);
  });
});
