import AxeBuilder from '@axe-core/playwright';
import { expect } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { test } from './watched';

/** A line that is sailed every day, and four weeks ahead: its past says something. */
const OUT = addDays(new Date().toISOString().slice(0, 10), 28);
const BACK = addDays(OUT, 7);
const RESULTS = `/search/FRMRS-FRBIA/${OUT}/FRBIA-FRMRS.${BACK}/1-0-0-0.none`;
/** As far ahead as the timetable reaches: on sale for days only. */
const FAR = addDays(new Date().toISOString().slice(0, 10), 540);
const cents = (text: string | null) =>
  Number(/([\d\s]+,\d\d)/.exec(text ?? '')?.[1]?.replace(/\D/g, '') ?? Number.NaN);

test('under each list stands how its price moved, at the price of the list', async ({ page }) => {
  await page.goto(`/fr${RESULTS}`);
  await expect(page.locator('.insight')).toHaveCount(2);
  const insight = page.locator('#aller .insight');
  await expect(insight.getByRole('heading', { name: 'Comment ce prix a bougé' })).toBeVisible();
  await expect(
    insight.getByRole('img', { name: /plus bas .+ €, plus haut .+ €, aujourd’hui .+ €\./ }),
  ).toBeVisible();
  await expect(insight).toContainText(/départs? comparables?/);
  await expect(insight).toContainText('Ce n’est pas une promesse.');
  const totals = await page.locator('#aller .fare .price').allTextContents();
  expect(cents(await insight.locator('.insight__now dd').textContent())).toBe(Math.min(...totals.map(cents)));
});

test('the prices behind the chart are a table, by keyboard too', async ({ page }) => {
  await page.goto(`/fr${RESULTS}`);
  const insight = page.locator('#aller .insight');
  await expect(insight.getByRole('table')).toBeHidden();
  await insight.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(insight.getByRole('table')).toBeVisible();
  expect(await insight.getByRole('row').count()).toBeGreaterThan(2);
});

test('is silent where prices were hardly seen', async ({ page }) => {
  for (let ahead = 0; ahead < 6; ahead++) {
    await page.goto(`/fr/search/FRMRS-FRBIA/${addDays(FAR, ahead)}/one-way/1-0-0-0.none`);
    await expect(page.locator('.insight')).toHaveCount(0);
  }
  await expect(page.locator('#aller article').first()).toBeVisible();
});

test('is for everybody: in all languages, at any width, day and night', async ({ page }) => {
  for (const locale of ['fr', 'en', 'it'])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/${locale}${RESULTS}`);
      await page.locator('#aller .insight summary').click();
      const { violations } = await new AxeBuilder({ page }).include('#aller .insight').analyze();
      expect(violations).toEqual([]);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
});
