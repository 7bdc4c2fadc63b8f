import { expect } from 'playwright/test';
import { placeHold } from './journey/holds';
import { test } from './watched';

/* A button that switches itself off under the finger throws the focus of a keyboard back to the top of the page. */

test('at the end of a count in the search form the focus stays on its button, which does nothing more', async ({
  page,
}) => {
  await page.goto('/fr');
  const less = page.getByRole('button', { name: 'Moins, Adultes' });
  const more = page.getByRole('button', { name: 'Plus, Animaux' });
  await less.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=adults]')).toHaveValue('1');
  await expect(less).toBeDisabled();
  await expect(less).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=adults]')).toHaveValue('1');

  await more.focus();
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Space');
  await expect(page.locator('[name=pets]')).toHaveValue('3');
  await expect(more).toBeDisabled();
  await expect(more).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Moins, Animaux' })).toBeFocused();
});

test('so it does among the cabins, where each press is a change of the hold', async ({ page }) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/cabins`);
  const more = page.getByRole('button', { name: /^Plus, Intérieure, 4 lits/ });
  const less = page.getByRole('button', { name: /^Moins, Intérieure, 4 lits/ });
  const count = page.locator('.cab', { has: more }).locator('.count__n');
  await more.focus();
  for (const chosen of ['1', '2', '3']) {
    await page.keyboard.press('Enter');
    await expect(count).toHaveText(chosen);
    await expect(more).toBeFocused();
  }
  await expect(more).toBeDisabled();
  await page.keyboard.press('Enter');
  await less.focus();
  for (const chosen of ['2', '1', '0']) {
    await page.keyboard.press('Enter');
    await expect(count).toHaveText(chosen);
    await expect(less).toBeFocused();
  }
  await expect(less).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page.locator('#errors')).toHaveCount(0);
  await expect(page).toHaveURL(/\/cabins$/);
});
