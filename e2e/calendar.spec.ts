import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';

/** A line that sails on some days only, well ahead. */
const OUT = addDays(new Date().toISOString().slice(0, 10), 45);
const BACK = addDays(OUT, 14);
const SEARCH = `FRMRS-TNLGN/${OUT}/TNLGN-FRMRS.${BACK}/2-1-0-0.car`;
const cents = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
/** The figure of a cell, between the words for those who do not see it. */
const euros = (text: string | null) =>
  Number((/, ([\d\s,]+) €/u.exec(text ?? '')?.[1] ?? '').replace(/\D/g, ''));

test('the month leads to a day, at the price that it showed', async ({ page }) => {
  await page.goto(`/fr/search/${SEARCH}`);
  await page.locator('#aller').getByRole('link', { name: 'Voir le mois' }).click();
  await expect(page.locator('.heat')).toBeVisible();
  await page
    .getByRole('link', { name: /\d{4}$/ })
    .last()
    .click();
  const day = page.locator('.heat .is-low').first();
  const shown = euros(await day.locator('b').textContent());
  await day.click();
  await expect(page.locator('#aller .days [aria-current=date]')).toBeVisible();
  const totals = await page.locator('#aller .fare .price').allTextContents();
  expect(Math.ceil(Math.min(...totals.map(cents)) / 100)).toBe(shown);
});

test('a pair of days around both dates leads to both, at the sum of both lists', async ({ page }) => {
  await page.goto(`/en/search/calendar/around/${SEARCH}`);
  await expect(page.locator('.heat tbody tr')).toHaveCount(7);
  const pair = page.locator('.heat a').first();
  const shown = euros(await pair.locator('b').textContent());
  await pair.click();
  await expect(page.locator('#aller .fare').first()).toBeAttached();
  const lowest = async (leg: string) =>
    Math.min(...(await page.locator(`#${leg} .fare .price`).allTextContents()).map(cents));
  expect(Math.ceil(((await lowest('aller')) + (await lowest('retour'))) / 100)).toBe(shown);
});

test('the calendar is for everybody: by keyboard, by name, in all languages, at any width', async ({
  page,
}) => {
  for (const locale of ['fr', 'en', 'it'])
    for (const view of [`outbound/${OUT.slice(0, 7)}`, `inbound/${BACK.slice(0, 7)}`, 'around']) {
      const response = await page.goto(`/${locale}/search/calendar/${view}/${SEARCH}`);
      expect(response?.status()).toBe(200);
      expect(response?.headers()['cache-control']).toContain('s-maxage');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
});

test('a month that is over leads to the results, and nonsense nowhere', async ({ page, request }) => {
  await page.goto(`/fr/search/calendar/outbound/2020-01/${SEARCH}`);
  await expect(page).toHaveURL(`/fr/search/${SEARCH}`);
  for (const view of ['outbound/2027-13', 'sideways/2027-07', 'around/around'])
    expect((await request.get(`/fr/search/calendar/${view}/${SEARCH}`)).status()).toBe(404);
});
