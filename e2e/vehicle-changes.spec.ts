import { expect, type Page, test } from 'playwright/test';
import { placeHold } from './journey/holds';
import { typeCar } from './journey/travellers';

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
});
