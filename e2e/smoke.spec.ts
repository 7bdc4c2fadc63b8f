import { expect } from 'playwright/test';
import { test } from './watched';

test('the home page opens with its search form', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('form[action*="search"]')).toBeVisible();
  expect(faults).toEqual([]);
});
