import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { test } from './watched';

/** A crossing that sails every day of the year, four weeks ahead, and back a week later. */
const OUT = addDays(new Date().toISOString().slice(0, 10), 28);
const BACK = addDays(OUT, 7);
const RESULTS = `/search/FRMRS-FRBIA/${OUT}/FRBIA-FRMRS.${BACK}/2-1-0-0.car`;
const LANGUAGES = ['fr', 'en', 'it'];

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 720;
const cents = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

/** Chooses a fare family of the first sailing of a leg and answers its total in cents. */
async function chooseFare(page: Page, leg: 'aller' | 'retour', family: number): Promise<number> {
  const sailing = page.locator(`#${leg} article:not(.gone)`).first();
  if (isPhone(page)) await sailing.locator('.fold__btn').click();
  const fare = sailing.locator('.fare').nth(family);
  await fare.click();
  return cents(await fare.locator('.price').textContent());
}

test('from the home page to the places held, outbound and return in turn', async ({ page }) => {
  await page.goto('/fr');
  await page.getByRole('combobox', { name: 'Départ' }).fill('marse');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Départ' })).toHaveValue('Marseille');
  await page.getByRole('combobox', { name: 'Arrivée' }).fill('BASTIA');
  await page
    .locator('#port-to-list')
    .getByRole('option', { name: /Bastia/ })
    .click();
  await page.getByLabel('Aller', { exact: true }).fill(OUT);
  await page.getByLabel('Retour', { exact: true }).fill(BACK);
  await page.getByRole('button', { name: 'Plus, Enfants' }).click();
  await page.getByRole('button', { name: 'Voir les traversées' }).click();

  await expect(page).toHaveURL(`/fr${RESULTS}`);
  await expect(page.locator('#retour')).toBeHidden();
  const outbound = await chooseFare(page, 'aller', 1);
  await expect(page.locator('.bar .price')).toContainText(/\d/);
  expect(cents(await page.locator('.bar .price').textContent())).toBe(outbound);

  await page.getByRole('link', { name: 'Choisir le retour' }).click();
  await expect(page.locator('#aller')).toBeHidden();
  const inbound = await chooseFare(page, 'retour', 0);
  await expect
    .poll(async () => cents(await page.locator('.bar .price').textContent()))
    .toBe(outbound + inbound);

  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(/\/fr\/book\/hold_[0-9a-f]{32}\/passengers$/);
  await page.goBack();
  await expect
    .poll(async () => cents(await page.locator('.bar .price').textContent()))
    .toBe(outbound + inbound);
});

test('the device remembers the search, and the other languages show the same one', async ({ page }) => {
  await page.goto(`/fr${RESULTS}`);
  await page.locator('.langs summary').click();
  await page.getByRole('link', { name: 'Italiano' }).click();
  await expect(page).toHaveURL(`/it${RESULTS}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await page.goto('/it');
  // Great lines and fallen prices lead to the same line, and are there before the device has told what it remembers.
  await page
    .getByRole('region', { name: 'Le tue ultime ricerche' })
    .getByRole('link', { name: /Marsiglia\s– Bastia/ })
    .click();
  await expect(page).toHaveURL(`/it${RESULTS}`);
});

test('the other days lead to their own lists, at the price that was announced', async ({ page }) => {
  await page.goto(`/en${RESULTS}`);
  const other = page.locator('#aller .days a:not(.btn):not([aria-current])').first();
  const announced = Number((await other.locator('b').textContent())?.replace(/\D/g, ''));
  await other.click();
  await expect(page.locator('#aller .days [aria-current]')).toBeVisible();
  const totals = await page.locator('#aller .fare .price').allTextContents();
  expect(Math.ceil(Math.min(...totals.map(cents)) / 100)).toBe(announced);
});

test('a choice that is not complete is not sent, and says what lacks', async ({ page }) => {
  await page.goto(`/fr${RESULTS}`);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.locator('.bar__lack')).toHaveText('Choisissez votre aller');
  await expect(page).toHaveURL(`/fr${RESULTS}`);
});

test('a refused choice comes back to the list with the reason', async ({ page }) => {
  await page.goto(`/fr${RESULTS}`);
  await chooseFare(page, 'aller', 0);
  await page.getByRole('link', { name: 'Choisir le retour' }).click();
  await chooseFare(page, 'retour', 0);
  await page.locator('#aller input:checked[name=leg0]').evaluate((radio: HTMLInputElement) => {
    radio.value = 'ctn-FRMRS-TNLGN-20200101-1200|basic';
  });
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.locator('#refus-unknown-sailing')).toBeVisible();
  await expect(page.locator('#retour input:checked')).toHaveCount(1);
});

test('results are kept for everybody, and nobody gets a cookie', async ({ request }) => {
  await request.get(`/fr${RESULTS}`);
  const again = await request.get(`/fr${RESULTS}`);
  expect(again.headers()['x-nextjs-cache']).toBe('HIT');
  expect(again.headers()['cache-control']).toContain('s-maxage=300');
  expect(again.headers()['set-cookie']).toBeUndefined();
  // Kept pages leave in ASCII (docs/decisions/0003): Next's cache is where its handler expects it.
  expect(await again.text()).toMatch(/^\p{ASCII}+$/u);
  const named = await request.get('/fr/search?from=genes&to=la+goulette&date=2020-01-01&adults=1', {
    maxRedirects: 0,
  });
  expect(named.status()).toBe(200);
  const written = await request.get(`/fr/search?to=tangiers&from=G%C3%AAnes&date=${OUT}&adults=1`, {
    maxRedirects: 0,
  });
  expect(written.headers().location).toBe(`/fr/search/ITGOA-MAPTM/${OUT}/one-way/1-0-0-0.none`);
});

test('the door says of a kept page what Next says of it, and packs it better', async ({ request }) => {
  // One that nobody else asks for, on either width.
  const adults = test.info().project.name === 'phone' ? 5 : 6;
  const address = `/it/search/ITGOA-MAPTM/${OUT}/one-way/${adults}-0-2-0.none`;
  const ask = async (encoding: string) => {
    const answer = await request.get(address, { headers: { 'accept-encoding': encoding } });
    const {
      date: _,
      'content-length': __,
      'transfer-encoding': ___,
      'content-encoding': packed,
      ...said
    } = answer.headers();
    return { packed, said, text: await answer.text() };
  };
  await ask('identity');
  const ofNext = await ask('gzip, br');
  // Next itself packs with gzip alone: this is the door's.
  const ofDoor = await ask('gzip, br');
  expect([ofNext.packed, ofDoor.packed]).toEqual(['gzip', 'br']);
  expect(ofNext.said['x-nextjs-cache']).toBe('HIT');
  expect(ofDoor.said).toEqual(ofNext.said);
  expect(ofDoor.text).toBe(ofNext.text);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('an address that leads nowhere says so, and leads on', async ({ page }) => {
    expect((await page.goto('/it/search/FRMRS-TNLGN/nowhere'))?.status()).toBe(404);
    expect((await page.goto('/it/nowhere'))?.status()).toBe(404);
    const onward = [
      ['Cerca una traversata', '/it/search'],
      ['Trova una prenotazione', '/it/bookings'],
      ['Torna alla pagina iniziale', '/it'],
    ] as const;
    for (const [name, href] of onward)
      await expect(page.getByRole('link', { name })).toHaveAttribute('href', href);
  });

  test('from the home page to the places held', async ({ page }) => {
    await page.goto('/it');
    await page.getByRole('combobox', { name: 'Partenza' }).fill('marsiglia');
    await page.getByRole('combobox', { name: 'Arrivo' }).fill('bastia');
    await page.getByLabel('Andata', { exact: true }).fill(OUT);
    await page.getByLabel('Ritorno', { exact: true }).fill(BACK);
    await page.getByRole('spinbutton', { name: /Bambini/ }).fill('1');
    await page.getByRole('button', { name: 'Vedi le traversate' }).click();
    await expect(page).toHaveURL(`/it${RESULTS}`);
    await chooseFare(page, 'aller', 2);
    await chooseFare(page, 'retour', 1);
    await page.getByRole('button', { name: 'Continua' }).click();
    await expect(page).toHaveURL(/\/it\/book\/hold_[0-9a-f]{32}\/passengers$/);
  });

  test('a search that cannot be answered comes back with all that was typed', async ({ page }) => {
    await page.goto(
      `/en/search?trip=return&from=Atlantis&to=bastia&date=2020-02-30&return=${BACK}&adults=2&children=8&vehicle=camper`,
    );
    await expect(page.getByRole('alert')).toContainText('3 things');
    await expect(page.getByRole('combobox', { name: 'From' })).toHaveValue('Atlantis');
    await expect(page.getByRole('combobox', { name: 'From' })).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('combobox', { name: 'To' })).toHaveValue('Bastia');
    await expect(page.getByRole('spinbutton', { name: /Children/ })).toHaveValue('8');
    await expect(page.getByLabel('Vehicle', { exact: true })).toHaveValue('camper');
  });

  test('a choice that lacks a leg comes back with the reason', async ({ page }) => {
    await page.goto(`/fr${RESULTS}`);
    await chooseFare(page, 'aller', 0);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.locator('#refus-invalid-input')).toBeVisible();
  });
});

test('a day or a line without a crossing leads to the nearest ones', async ({ page }) => {
  const asked = (from: string, to: string) =>
    `/fr/search?from=${from}&to=${to}&date=${OUT}&adults=1&children=0&infants=0&pets=0&vehicle=none`;
  await page.goto(asked('FRNCE', 'TNLGN'));
  await expect(page.getByRole('heading', { name: /Pas de traversée directe/ })).toBeVisible();
  await page.getByRole('link', { name: /Nice.*Bastia/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Nice\s– Bastia/);

  const week = Array.from({ length: 7 }, (_, index) => addDays(OUT, index));
  const quiet: string[] = [];
  for (const date of week) {
    const answer = await page.request.get(`/api/v1/sailings?from=FRMRS&to=TNLGN&date=${date}&adults=1`);
    if ((await answer.json()).data.length === 0) quiet.push(date);
  }
  await page.goto(asked('FRMRS', 'TNLGN').replace(OUT, quiet[0] ?? ''));
  await expect(page.getByRole('heading', { name: /Aucun départ/ })).toBeVisible();
  await page.locator('#aller .card--flat .btn').first().click();
  await expect(page.locator('#aller article').first()).toBeVisible();
});

for (const locale of LANGUAGES) {
  test(`axe finds nothing on home and results (${locale})`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const path of [`/${locale}`, `/${locale}${RESULTS}`, `/${locale}/search?from=x`]) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((each) => `${path}: ${each.id} ${each.nodes[0]?.target}`)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
    }
  });
}

test('each crossing says what it weighs in CO2 for who travels, and the foot of the lists says how', async ({
  page,
}) => {
  await page.goto(`/fr/search/FRMRS-FRBIA/${OUT}/one-way/1-0-0-0`);
  const weight = page.locator('.sail:not(.gone) .facts li').filter({ hasText: 'CO2e' }).first();
  // 183 nautical miles of 1.852 km.
  await expect(weight).toHaveText('6,3\u00a0kg\u00a0CO2e par passager à pied');
  await page.goto(`/fr/search/FRMRS-FRBIA/${OUT}/one-way/1-0-0-0.car`);
  await expect(weight).toHaveText('43,8\u00a0kg\u00a0CO2e par passager avec véhicule');
  const how = page.locator('details.co2');
  await how.locator('summary').click();
  await expect(how).toContainText('0,01871');
  await expect(how).toContainText('moyennes du Royaume-Uni');
  await expect(how.getByRole('link', { name: /Conversion Factors/ })).toBeVisible();
});
