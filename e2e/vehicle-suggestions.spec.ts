import { expect, type Page } from 'playwright/test';
import { placeHold } from './journey/holds';
import { goOn, typeCar } from './journey/travellers';
import { test } from './watched';

/** What the browser suggests in the field of the model. */
function suggestions(page: Page): Promise<string[]> {
  return page
    .locator('[name="vehicles.0.model"]')
    .evaluate((field) => Array.from((field as HTMLInputElement).list?.options ?? [], (each) => each.value));
}

test('the models suggested are those of the make, as it is typed', async ({ page }) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/vehicles`);
  const make = page.locator('[name="vehicles.0.make"]');
  expect((await suggestions(page)).length).toBeGreaterThan(150);
  await make.fill('citroen');
  await expect.poll(() => suggestions(page)).toContain('Berlingo');
  expect(await suggestions(page)).not.toContain('5008');
  await make.fill('Une autre');
  await expect.poll(() => suggestions(page)).toEqual([]);
  await make.fill('');
  await expect.poll(async () => (await suggestions(page)).length).toBeGreaterThan(150);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('those of the make that was sent last', async ({ page }) => {
    const hold = await placeHold(page.request);
    await page.goto(`/fr/book/${hold}/vehicles`);
    const model = page.locator('[name="vehicles.0.model"]');
    await expect(model).toHaveAttribute('list', 'vehicle-models');
    await typeCar(page);
    await page.getByRole('button', { name: 'Recalculer le prix' }).click();
    await expect(model).toHaveAttribute('list', 'vehicle-models-peugeot');
    await expect(page.locator('#vehicle-models-peugeot option[value="5008"]')).toHaveCount(1);
    await page.locator('[name="vehicles.0.make"]').fill('Une autre');
    await page.locator('[name="vehicles.0.plate"]').fill('');
    await goOn(page);
    await expect(page.locator('#errors')).toBeVisible();
    await expect(model).not.toHaveAttribute('list');
  });
});
