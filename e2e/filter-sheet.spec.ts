import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { awake } from './awake';
import { test } from './watched';

/* The filters as a sheet from the bottom of a phone; what they do is in filters.spec.ts. */

const TODAY = new Date().toISOString().slice(0, 10);
let results = '';
let filtered = '';

test.beforeAll(async ({ request }) => {
  for (let ahead = 28; ahead < 60; ahead++) {
    const day = addDays(TODAY, ahead);
    const answer = await request.get(`/api/v1/sailings?from=FRMRS&to=TNLGN&date=${day}&adults=2`);
    const { data } = (await answer.json()) as { data: { operator: { code: string } }[] };
    const codes = data.map(({ operator }) => operator.code);
    if (!['ctn', 'corsica-linea'].every((code) => codes.includes(code))) continue;
    results = `/search/FRMRS-TNLGN/${day}/one-way/2-1-0-0.car`;
    filtered = results.replace('/search/', '/search/filtered/');
    return;
  }
  throw new Error('no day has both operators');
});

/* On a wide screen the filters stand in the page (filters.spec.ts): both projects look at a phone here. */
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const sheet = (page: Page) => page.getByRole('dialog');
const opener = (page: Page) => page.locator('#filtrer');
const inFocus = (page: Page) => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
const address = (page: Page) => page.evaluate(() => location.pathname + location.search);

async function open(page: Page, at = `/fr${results}`): Promise<void> {
  await page.goto(at);
  await awake(opener(page));
  await opener(page).click();
  await expect(sheet(page)).toBeVisible();
  await sheet(page).evaluate((each) => Promise.all(each.getAnimations().map(({ finished }) => finished)));
}

test('it lies at the bottom, keeps the focus inside, and lets nothing behind it be touched or moved', async ({
  page,
}) => {
  await open(page);
  await expect(sheet(page)).toHaveAccessibleName('Filtrer');
  const box = await sheet(page).evaluate((each) => {
    const { bottom, left, right } = each.getBoundingClientRect();
    return { bottom: Math.round(bottom), left, right, modal: each.matches(':modal') };
  });
  expect(box).toEqual({ bottom: 844, left: 0, right: 390, modal: true });
  const controls = await sheet(page).locator('input, select, a, button').count();
  const reached = new Set<string>();
  for (let i = 0; i < 2 * controls; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body ? 'body' : activeElement?.closest('dialog') ? 'sheet' : 'page';
    });
    reached.add(at);
  }
  // Between the last control and the first one the browser's own bar has its turn.
  reached.delete('body');
  expect([...reached]).toEqual(['sheet']);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(195, 60);
  await page.mouse.wheel(0, 600);
  await page.keyboard.press('End');
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

for (const [way, leave] of [
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
  ['the back button', (page: Page) => page.goBack()],
  ['its own button', (page: Page) => sheet(page).getByRole('button').click()],
  ['a touch beside it', (page: Page) => page.touchscreen.tap(195, 20)],
] as const) {
  test(`${way} closes it: the filters stay, the focus comes back, and one step back leaves the page`, async ({
    page,
  }) => {
    await page.goto('/fr');
    await open(page);
    await sheet(page).getByRole('checkbox', { name: 'CTN' }).check();
    await leave(page);
    await expect(sheet(page)).toHaveCount(0);
    await expect(opener(page)).toBeFocused();
    expect(await address(page)).toBe(`/fr${filtered}?operators=ctn`);
    await expect(page.locator('#aller [role=status]')).toHaveText('1 traversée sur 2');
    await expect(page.locator('.filters > .marks')).toContainText('CTN');
    // Once more: it opens as often as it is asked to.
    await opener(page).click();
    await expect(sheet(page).getByRole('checkbox', { name: 'CTN' })).toBeChecked();
    await page.goBack();
    await expect(sheet(page)).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL('/fr');
  });
}

test('its button says how many it shows, as one chooses, and is never out of sight; one link takes all away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 480 });
  await open(page, `/en${results}`);
  const button = sheet(page).getByRole('button');
  const visible = () => expect(button).toBeInViewport({ ratio: 1 });
  await expect(button).toHaveText('See 2 crossings');
  await visible();
  await sheet(page).getByRole('checkbox', { name: 'CTN' }).check();
  await expect(button).toHaveText('See 1 crossing');
  await expect(sheet(page).getByRole('status')).toHaveText('See 1 crossing');
  await sheet(page).locator('input, select').last().focus();
  await visible();
  await sheet(page).getByRole('link', { name: 'Clear all' }).click();
  await expect(button).toHaveText('See 2 crossings');
  expect(await address(page)).toBe(`/en${results}`);
  expect(await inFocus(page)).toBe(true);
  await page.keyboard.press('Escape');
  await open(page, `/en${filtered}?operators=ctn&hours=1`);
  await expect(button).toHaveText('No crossing, close');
});

test('the last places of the history stay whole: forward and back again show the same page', async ({
  page,
}) => {
  await open(page);
  await sheet(page).getByRole('checkbox', { name: 'CTN' }).check();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.goBack();
  await expect(sheet(page)).toHaveCount(0);
  await page.goForward();
  expect(await address(page)).toBe(`/fr${filtered}?operators=ctn`);
  await page.goBack();
  expect(await address(page)).toBe(`/fr${filtered}?operators=ctn`);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('without motion it is there at once, and at twice the size nothing is cut off', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // What a phone of 390 x 844 has left at 200 %.
  await page.setViewportSize({ width: 195, height: 422 });
  await open(page);
  expect(await sheet(page).evaluate((each) => each.getAnimations().length)).toBe(0);
  const wide = await sheet(page).evaluate((each) => [each.scrollWidth, each.clientWidth] as const);
  expect(wide[0]).toBeLessThanOrEqual(wide[1]);
  for (const control of await sheet(page).locator('input, select').all()) {
    await control.focus();
    const hidden = await control.evaluate((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      const foot = document.querySelector('.filters__foot')?.getBoundingClientRect();
      return top < 0 || bottom > innerHeight || (foot ? bottom > foot.top && top < foot.bottom : true);
    });
    expect(hidden).toBe(false);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`it is for everybody (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const locale of ['fr', 'en', 'it']) {
      await open(page, `/${locale}${filtered}?sort=price&operators=ctn`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((each) => `${each.id} ${each.nodes[0]?.target}`)).toEqual([]);
    }
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the filters open in the page', async ({ page }) => {
    await page.goto(`/fr${results}`);
    await opener(page).click();
    await expect(page.getByRole('checkbox', { name: 'CTN' })).toBeVisible();
    await expect(sheet(page)).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'CTN' }).check();
    await page.getByRole('button', { name: 'Voir les traversées' }).click();
    await expect(page).toHaveURL(`/fr${filtered}?operators=ctn`);
  });
});
