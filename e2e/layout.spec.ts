import { expect, type Page } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { test } from './watched';

/** A crossing that sails every day of the year. */
const OUT = addDays(new Date().toISOString().slice(0, 10), 28);
const RESULTS = `/search/FRMRS-FRBIA/${OUT}/FRBIA-FRMRS.${addDays(OUT, 7)}/2-1-0-0.car`;
/** As many filters as there are: one sailing a day is asked for, and none is left. */
const FILTERED = `${RESULTS.replace('/search/', '/search/filtered/')}?sort=price&operators=corsica-linea&leaves=night,evening&cabin=1&max=50000&hours=1`;
const PATHS = [
  '',
  RESULTS,
  FILTERED,
  '/search?from=x',
  '/bookings',
  '/nowhere',
  '/search/FRMRS-TNLGN/nowhere',
];

/** Width, height and size of the letters in percent. On a desk: a window at twice its size, by zoom and by text. */
const PHONE = [
  [320, 700, 100],
  [390, 844, 200],
] as const;
const DESK = [
  [640, 400, 100],
  [900, 800, 100],
  [1280, 900, 200],
] as const;

/** Opens what is folded and chooses a fare, so that all there is stands in the page. */
async function unfold(page: Page): Promise<void> {
  for (const selector of [
    '#aller .fold__in',
    '#aller .fare input',
    '#aller .breakdown > summary',
    '.edit > summary',
    '#filtrer',
    '.finder__more > summary',
  ]) {
    const first = page.locator(selector).first();
    if (await first.count()) await first.evaluate((element: HTMLElement) => element.click());
  }
}

/** What does not fit into its box, the page itself, and targets under 44 pixels. The lists that scroll sideways may. */
function faults(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`page ${root.scrollWidth} > ${root.clientWidth}`);
  const target =
    'a, button, summary, select, input:not([type=hidden], [type=radio], [type=checkbox]), label.fare, label.fold__btn';
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!element.checkVisibility() || element.closest('.sr, .skip, .scroller, svg')) continue;
    const name = `${element.tagName.toLowerCase()}.${element.className}`;
    const { width, height, right } = element.getBoundingClientRect();
    if (element.matches(target) && Math.min(width, height) < 43.9)
      found.push(`${name} is ${width.toFixed(1)} × ${height.toFixed(1)}`);
    if (right > root.clientWidth + 1) found.push(`${name} ends at ${right} of ${root.clientWidth}`);
    // The poster runs over its edges; a field scrolls what is typed; hidden words are one pixel wide.
    if (element.matches('.hero, input, select') || element.querySelector('.scroller')) continue;
    if (element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      found.push(`${name} holds ${element.scrollWidth} in ${element.clientWidth}`);
  }
  return [...new Set(found)];
}

for (const locale of ['fr', 'en', 'it']) {
  test(`nothing is cut and every target is large enough (${locale})`, async ({ page, isMobile }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [width, height, percent] of isMobile ? PHONE : DESK) {
      await page.setViewportSize({ width, height });
      for (const path of PATHS) {
        await page.goto(`/${locale}${path}`);
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, `${percent}%`);
        await unfold(page);
        expect(await page.evaluate(faults), `${path} ${width} ${percent} %`).toEqual([]);
      }
    }
  });
}

test('the first screen of a phone shows two sailings, their hours as large as ever', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/fr${RESULTS}`);
  const card = page.locator('#aller .sail').first();
  const box = await card.boundingBox();
  const bar = await page.locator('.bar').boundingBox();
  // The second begins where the first ends; it is whole above the bar when both heights fit.
  const room = 844 - (bar?.height ?? 0) - (box?.y ?? 844);
  expect(room / ((box?.height ?? 844) + 10)).toBeGreaterThan(1.95);
  const hour = await card
    .locator('time')
    .first()
    .evaluate((element) => getComputedStyle(element).fontSize);
  expect(Number.parseFloat(hour)).toBeGreaterThanOrEqual(26);
});

test('the bear stands still on the water at the foot of the home page', async ({ page }) => {
  await page.goto('/fr');
  const bear = page.locator('.foot__run img');
  await bear.scrollIntoViewIfNeeded();
  await expect(bear).toBeInViewport({ ratio: 1 });
  await expect.poll(() => bear.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const before = await bear.screenshot();
  expect((await bear.screenshot()).equals(before)).toBe(true);
});
