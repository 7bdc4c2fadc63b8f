import { brotliCompressSync } from 'node:zlib';
import { expect } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { test } from './watched';

const MOST_BYTES = 15 * 1024;
/** What only the client of the live channel has in it: its event, and the protocol of the connection. */
const LIVE_CLIENT = /availability_update|EIO/;

test('the client of the live channel comes after the page is loaded, and weighs less than 15 KB brotli', async ({
  page,
}) => {
  let isLoaded = false;
  page.on('load', () => {
    isLoaded = true;
  });
  const scripts: { readonly isLate: boolean; readonly text: Promise<string> }[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push({ isLate: isLoaded, text: response.text() });
  });
  const day = addDays(new Date().toISOString().slice(0, 10), 45);
  await page.goto(`/fr/search/FRMRS-FRBIA/${day}/one-way/1-0-0-0.none`);
  await expect(page.locator('.live')).toBeVisible({ timeout: 60_000 });
  const read = await Promise.all(
    scripts.map(async ({ isLate, text }) => ({ isLate, text: await text.catch(() => '') })),
  );
  const live = read.filter(({ text }) => LIVE_CLIENT.test(text));
  expect(live.length).toBeGreaterThan(0);
  expect(live.map(({ isLate }) => isLate)).toEqual(live.map(() => true));
  const bytes = live.reduce((sum, { text }) => sum + brotliCompressSync(text).length, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect(bytes).toBeGreaterThan(5000);
});
