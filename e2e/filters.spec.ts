import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { test } from './watched';

/* A line on which two operators sail on some days: which days those are, the API says. */
const TODAY = new Date().toISOString().slice(0, 10);
let results = '';

test.beforeAll(async ({ request }) => {
  const firstDay = async (from: string, to: string, earliest: string, wanted: readonly string[]) => {
    for (let ahead = 0; ahead < 30; ahead++) {
      const day = addDays(earliest, ahead);
      const answer = await request.get(`/api/v1/sailings?from=${from}&to=${to}&date=${day}&adults=2`);
      const { data } = (await answer.json()) as { data: { operator: { code: string } }[] };
      const codes = data.map(({ operator }) => operator.code);
      if (wanted.every((code) => codes.includes(code))) return day;
    }
    throw new Error(`no day of ${from}-${to} has ${wanted}`);
  };
  const out = await firstDay('FRMRS', 'TNLGN', addDays(TODAY, 28), ['ctn', 'corsica-linea']);
  const home = await firstDay('TNLGN', 'FRMRS', addDays(out, 3), ['ctn']);
  results = `/search/FRMRS-TNLGN/${out}/TNLGN-FRMRS.${home}/2-1-0-0.car`;
});

const filtered = () => results.replace('/search/', '/search/filtered/');
const cards = (page: Page) => page.locator('#aller article').filter({ visible: true });
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 720;
const cents = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
/** What stands in the bar of the browser; the results of another address would be another page. */
const address = (page: Page) => page.evaluate(() => location.pathname + location.search + location.hash);

/** The filters, opened: in the page on a desk, as a sheet on a phone. */
async function open(page: Page): Promise<Locator> {
  if (await page.locator('.filters__in').isHidden()) await page.locator('#filtrer').click();
  await expect(page.locator('.filters__in')).toBeVisible();
  return isPhone(page) ? page.getByRole('dialog') : page.locator('.filters');
}

/** Nothing of the page can be reached while the sheet is open. */
async function close(page: Page): Promise<void> {
  if (!isPhone(page)) return;
  await page.locator('.filters__go').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#filtrer')).toBeFocused();
}

/** Fails where the page is loaded anew. */
async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  return async () => expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
}

test('filters and order change the list at once, and the address with them', async ({ page }) => {
  await page.goto(`/fr${results}`);
  const sameDocument = await mark(page);
  await expect(cards(page)).toHaveCount(2);
  const panel = await open(page);
  const operator = panel.getByRole('checkbox', { name: 'CTN' });
  await operator.check();
  await expect(cards(page)).toHaveCount(1);
  await expect(page.locator('#aller [role=status]')).toHaveText('1 traversée sur 2');
  await expect(operator).toBeFocused();
  expect(await address(page)).toBe(`/fr${filtered()}?operators=ctn`);
  await expect(page.locator('#filtrer')).toContainText('1');

  await page.getByRole('link', { name: 'Prix', exact: true }).click();
  expect(await address(page)).toBe(`/fr${filtered()}?sort=price&operators=ctn`);
  await close(page);
  await page.locator('.filters > .marks').getByRole('link', { name: /CTN/ }).click();
  await expect(page.locator('#filtrer')).toBeFocused();
  expect(await address(page)).toBe(`/fr${filtered()}?sort=price`);
  await expect(cards(page)).toHaveCount(2);
  const prices = (await page.locator('#aller article .fold__price .price').allTextContents()).map(cents);
  expect(prices).toEqual([...prices].sort((a, b) => a - b));

  await open(page);
  await page.getByRole('link', { name: 'Durée', exact: true }).click();
  expect(await address(page)).toBe(`/fr${filtered()}?sort=duration`);
  await page.getByRole('link', { name: 'Départ', exact: true }).click();
  expect(await address(page)).toBe(`/fr${results}`);
  await sameDocument();
});

test('the highest price keeps what costs no more, on both ways', async ({ page }) => {
  await page.goto(`/en${results}`);
  const panel = await open(page);
  const limit = panel.getByLabel('Price of the crossing, for all of you');
  const value = await limit.locator('option').nth(1).getAttribute('value');
  await limit.selectOption(value);
  expect(await address(page)).toBe(`/en${filtered()}?max=${value}`);
  const wanted = page.locator('article:not(.is-out)');
  await expect(page.locator('article.is-out').first()).toBeAttached();
  for (const text of await wanted.locator('.fold__price .price').allTextContents())
    expect(cents(text)).toBeLessThanOrEqual(Number(value));
  for (const text of await page.locator('article.is-out .fold__price .price').allTextContents())
    expect(cents(text)).toBeGreaterThan(Number(value));
});

test('nothing left: every filter can be taken away there, or all at once', async ({ page }) => {
  await page.goto(`/fr${filtered()}?sort=price&operators=ctn&hours=1`);
  const empty = page.locator('#aller .card--flat');
  await expect(empty).toContainText('Aucune traversée avec ces filtres');
  await expect(page.locator('#aller [role=status]')).toHaveText('Aucune traversée sur 2');
  await empty.getByRole('link', { name: /1 h au plus/ }).click();
  await expect(cards(page)).toHaveCount(1);
  expect(await address(page)).toBe(`/fr${filtered()}?sort=price&operators=ctn`);
  await page.locator('.filters').getByRole('link', { name: 'Tout effacer' }).click();
  expect(await address(page)).toBe(`/fr${filtered()}?sort=price`);
});

test('what is chosen stays in sight when the filters leave it out, and after a reload', async ({ page }) => {
  await page.goto(`/fr${results}`);
  const first = cards(page).first();
  const name = await first.locator('.sail__op b').textContent();
  if (isPhone(page)) await first.locator('.fold__btn').click();
  await first.locator('.fare').nth(1).click();
  const total = await page.locator('.bar .price').textContent();
  const panel = await open(page);
  await panel.getByRole('checkbox', { name: name === 'CTN' ? /Corsica/ : 'CTN' }).check();
  await close(page);
  const chosen = page.locator('#aller article', { hasText: name ?? '' });
  for (const _ of ['now', 'after a reload']) {
    await expect(chosen.getByText('Votre choix, en dehors de vos filtres')).toBeVisible();
    await expect(cards(page)).toHaveCount(2);
    await expect(page.locator('#aller [role=status]')).toHaveText('1 traversée sur 2');
    expect(await page.locator('.bar .price').textContent()).toBe(total);
    await page.reload();
  }
  // Choosing what the filters show lets it go.
  const wanted = page.locator('#aller article:not(.is-out)');
  if (isPhone(page)) await wanted.locator('.fold__btn').click();
  await wanted.locator('.fare').first().click();
  await expect(cards(page)).toHaveCount(1);
});

test('the filters come along: to the return and back, to another day, another language, and back from booking', async ({
  page,
}) => {
  await page.goto(`/fr${results}`);
  await (await open(page)).getByRole('checkbox', { name: 'CTN' }).check();
  await close(page);
  const sameDocument = await mark(page);
  for (const leg of ['aller', 'retour']) {
    const card = page.locator(`#${leg} article:not(.is-out)`).first();
    if (isPhone(page)) await card.locator('.fold__btn').click();
    await card.locator('.fare').first().click();
    if (leg === 'retour') break;
    await page.getByRole('link', { name: 'Choisir le retour' }).click();
    expect(await address(page)).toBe(`/fr${filtered()}?operators=ctn#retour`);
  }
  await page.goBack();
  await expect(page.locator('#aller')).toBeVisible();
  expect(await address(page)).toBe(`/fr${filtered()}?operators=ctn`);
  await sameDocument();
  await page.goForward();
  await expect(page.locator('#retour')).toBeVisible();
  await sameDocument();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(/passengers$/);
  await page.goBack();
  await expect(page).toHaveURL(`/fr${filtered()}?operators=ctn#retour`);
  await expect(page.locator('.filters > .marks')).toContainText('CTN');

  await page.locator('.langs summary').click();
  await page.getByRole('link', { name: 'Italiano' }).click();
  await expect(page).toHaveURL(`/it${filtered()}?operators=ctn`);
  const other = page.locator('#aller .days a:not(.btn):not([aria-current])').first();
  await other.click();
  await expect(page).toHaveURL(/\/it\/search\/filtered\/[^?]*\?operators=ctn$/);

  await page.goto(`/fr${results}`);
  await (await open(page)).getByRole('checkbox', { name: 'CTN' }).check();
  await close(page);
  await page.locator('#aller').getByRole('link', { name: 'Voir le mois' }).click();
  await expect(page).toHaveURL(/\/fr\/search\/filtered\/calendar\/outbound\/[^?]*\?operators=ctn$/);
  await page.locator('.heat a').last().click();
  await expect(page).toHaveURL(/\/fr\/search\/filtered\/FRMRS[^?]*\?operators=ctn$/);
  await expect(page.locator('.filters > .marks')).toContainText('CTN');
});

test('a choice that is refused comes back to the filters', async ({ page }) => {
  await page.goto(`/fr${filtered()}?operators=ctn`);
  for (const leg of ['aller', 'retour']) {
    const card = page.locator(`#${leg} article:not(.is-out)`).first();
    if (isPhone(page)) await card.locator('.fold__btn').click();
    await card.locator('.fare').first().click();
    if (leg === 'aller') await page.getByRole('link', { name: 'Choisir le retour' }).click();
  }
  await page.locator('#aller input:checked[name=leg0]').evaluate((radio: HTMLInputElement) => {
    radio.value = 'ctn-FRMRS-TNLGN-20200101-1200|basic';
  });
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(`/fr${filtered()}?operators=ctn#refus-unknown-sailing`);
});

test('filtered results are nobody else’s, and have one address', async ({ request }) => {
  const answer = await request.get(`/fr${filtered()}?operators=ctn`);
  expect(answer.headers()['cache-control']).toMatch(/private|no-store/);
  expect(answer.headers()['x-nextjs-cache']).toBeUndefined();
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect(await answer.text()).toMatch(/<meta name="robots" content="noindex, nofollow"/);
  const to = async (query: string) => {
    const redirect = await request.get(`/fr${filtered()}${query}`, { maxRedirects: 0 });
    return redirect.headers().location;
  };
  expect(await to('?hours=&max=&operators=gnv&operators=ctn&sort=departure')).toBe(
    `/fr${filtered()}?operators=ctn,gnv`,
  );
  for (const nothing of ['', '?max=&hours=', '?sort=beauty&utm_source=x'])
    expect(await to(nothing)).toBe(`/fr${results}`);
  const past = filtered().replace(/\d{4}-\d{2}-\d{2}/, '2020-01-01');
  const over = await request.get(`/fr${past}?cabin=1`, { maxRedirects: 0 });
  expect(over.headers().location).toContain('/fr/search?from=');
});

for (const locale of ['fr', 'en', 'it']) {
  test(`the filters are for everybody (${locale})`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const query of ['?sort=price&operators=ctn&leaves=morning&cabin=1', '?operators=ctn&hours=1']) {
        await page.goto(`/${locale}${filtered()}${query}`);
        await open(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((each) => `${each.id} ${each.nodes[0]?.target}`)).toEqual([]);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      }
    }
  });
}

test('by keyboard alone: opened, chosen, closed, and the focus never lost', async ({ page }) => {
  await page.goto(`/fr${results}`);
  await page.locator('#filtrer').focus();
  await page.keyboard.press('Enter');
  // A sheet takes the focus to its first control by itself.
  if (isPhone(page)) await expect(page.getByRole('checkbox').first()).toBeFocused();
  else await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('.filters > .marks')).toBeVisible();
  await page.locator('.filters__go').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#filtrer')).toBeFocused();
  await expect(page.locator('.filters__in')).toBeHidden();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a form asks, links sort and take away', async ({ page }) => {
    await page.goto(`/it${results}`);
    await page.locator('#filtrer').click();
    await page.getByRole('checkbox', { name: 'CTN' }).check();
    await page.getByRole('button', { name: 'Vedi le traversate' }).click();
    await expect(page).toHaveURL(`/it${filtered()}?operators=ctn`);
    await expect(cards(page)).toHaveCount(1);
    if (isPhone(page)) await page.locator('#filtrer').click();
    await page.getByRole('link', { name: 'Prezzo', exact: true }).click();
    await expect(page).toHaveURL(`/it${filtered()}?sort=price&operators=ctn`);
    await page.locator('#filtrer').click();
    await expect(page.getByRole('checkbox', { name: 'CTN' })).toBeChecked();
    await page.getByRole('checkbox', { name: 'CTN' }).uncheck();
    await page.getByRole('button', { name: 'Vedi le traversate' }).click();
    await expect(page).toHaveURL(`/it${filtered()}?sort=price`);
    await page.goto(`/it${filtered()}?operators=ctn&hours=1`);
    await page.locator('#aller .card--flat').getByRole('link', { name: 'Cancella tutto' }).click();
    await expect(page).toHaveURL(`/it${results}`);
  });
});
