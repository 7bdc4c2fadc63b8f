import { expect, type Page } from 'playwright/test';
import { placeHold } from './journey/holds';
import { goOn } from './journey/travellers';
import { test } from './watched';

const TITLE = 'Passagers · Voilà Ferry';

/** Writes down every moment at which the document does not have exactly one title. */
async function watchTitle(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`
    globalThis.titles = [];
    new MutationObserver(() => {
      const all = document.querySelectorAll('title');
      if (all.length !== 1) titles.push(all.length + ' titles at ' + location.search);
    }).observe(document, { childList: true, subtree: true });`);
  return () => page.evaluate<string[]>('titles');
}

test('a page has its title at every moment, also while an action draws it anew', async ({ page }) => {
  const hold = await placeHold(page.request);
  const passengers = `/fr/book/${hold}/passengers`;
  const html = await (await page.request.get(passengers)).text();
  expect(html.slice(0, html.indexOf('</head>')).match(/<title>[^<]*/g)).toEqual([`<title>${TITLE}`]);
  expect(html.match(/<title>/g)).toHaveLength(1);

  await page.goto(passengers);
  const seen = await watchTitle(page);
  // What React draws first of a page decides it, and that is not always the same: five times.
  for (const round of [1, 2, 3, 4, 5]) {
    await goOn(page);
    await expect(page).toHaveURL(new RegExp(`check=${round}#errors`));
    await expect(page.locator('#errors')).toBeFocused();
    await expect(page).toHaveTitle(TITLE);
  }
  expect(await seen()).toEqual([]);

  await page.goto(`/fr/book/${hold}/cabins`);
  const seenThere = await watchTitle(page);
  await page.getByRole('button', { name: /^Plus, Intérieure, 4 lits/ }).click();
  await expect(page.locator('.cab.is-on')).toHaveCount(1);
  await expect(page).toHaveTitle('Cabines et fauteuils · Voilà Ferry');
  expect(await seenThere()).toEqual([]);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a form that comes back has the title of its page', async ({ page }) => {
    const hold = await placeHold(page.request);
    await page.goto(`/fr/book/${hold}/passengers`);
    await goOn(page);
    await expect(page.locator('#errors')).toBeVisible();
    await expect(page).toHaveTitle(TITLE);
  });
});

test('an address that leads nowhere has a title too', async ({ page }) => {
  await page.goto(`/fr/book/hold_${'0'.repeat(32)}/passengers`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle('Cette page n’est pas à quai · Voilà Ferry');
});
