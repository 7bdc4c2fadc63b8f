import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from 'playwright/test';
import { scanCode } from '@/lib/documents/testing/scan-code';
import { partsOf } from '@/lib/documents/ticket-code-rules';
import { addDays } from '@/lib/kernel/dates';
import { CARD, openCheckout, payWith } from './journey/holds';
import { family, goOn, mailbox, typeCar, typePassengers } from './journey/travellers';
import { test } from './watched';

/* From Bastia nothing sails to Tunis: one changes ships in Marseille. */

const START = addDays(new Date().toISOString().slice(0, 10), 31);
const PARTY = '2-1-0-0.car';
const cents = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 720;

/** The results of that search on its day, or on the nearest on which two ships meet. */
async function openResults(page: Page, path: (day: string) => string, leg = '#aller'): Promise<void> {
  await page.goto(path(START));
  const other = page.locator(`${leg} .card--flat a.btn`).first();
  if ((await page.locator(`${leg} article`).count()) === 0) await other.click();
  await expect(page.locator(`${leg} article`).first()).toBeVisible();
}

const oneWay = (day: string) => `/fr/search/FRBIA-TNLGN/${day}/one-way/${PARTY}`;

/** Chooses the cheapest fare of the first card of a leg; answers its total in cents. */
async function choose(page: Page, leg: 'aller' | 'retour'): Promise<number> {
  const card = page.locator(`#${leg} article`).first();
  if (isPhone(page)) await card.locator('.fold__btn').click();
  const fare = card.locator('.fare').first();
  await fare.click();
  return cents(await fare.locator('.price').textContent());
}

/** The minutes of « 5 h », « 10 h 30 ». */
function minutesOf(text: string): number {
  const [, hours = '0', minutes = '0'] = /(\d+)\u00a0h(?:\u00a0(\d+))?/.exec(text) ?? [];
  return 60 * Number(hours) + Number(minutes);
}

test('a pair without a line is chosen in the form, and its card tells both ships and what lies between', async ({
  page,
}) => {
  await page.goto('/fr');
  await page.getByRole('combobox', { name: 'Départ' }).fill('Bastia');
  await page
    .locator('#port-from-list')
    .getByRole('option', { name: /Bastia/ })
    .click();
  await page.getByRole('combobox', { name: 'Arrivée' }).fill('tunis');
  await page
    .locator('#port-to-list')
    .getByRole('option', { name: /^Tunis/ })
    .click();
  await page.getByRole('radio', { name: 'Aller simple' }).check({ force: true });
  await page.getByLabel('Aller', { exact: true }).fill(START);
  await page.getByRole('button', { name: 'Voir les traversées' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bastia');
  await openResults(page, oneWay);

  const card = page.locator('#aller article').first();
  await expect(card).toContainText('1 correspondance');
  const ships = card.locator('.ships > li');
  await expect(ships).toHaveCount(3);
  await expect(ships.nth(0)).toContainText('Bastia\u00a0– Marseille');
  await expect(ships.nth(1)).toContainText('Correspondance à Marseille');
  await expect(ships.nth(1)).toContainText('Bagages et véhicule à réenregistrer');
  await expect(ships.nth(2)).toContainText('Marseille\u00a0– Tunis');
  const moment = async (row: number, which: number) =>
    Date.parse((await ships.nth(row).locator('time').nth(which).getAttribute('datetime')) ?? '');
  const wait = ((await moment(2, 0)) - (await moment(0, 1))) / 60_000;
  expect(minutesOf((await ships.nth(1).textContent()) ?? '')).toBe(wait);
  expect(wait).toBeGreaterThanOrEqual(180);
  // The day of the strip costs what the list costs.
  const totals = await page.locator('#aller .fare .price').allTextContents();
  const lowest = Math.min(...totals.map(cents));
  const day = await page.locator('.days [aria-current] b').textContent();
  expect(cents(day)).toBe(Math.ceil(lowest / 100));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
});

test('two ships are chosen, held, paid at once, and both tickets are there', async ({ page }) => {
  test.setTimeout(150_000);
  const email = mailbox();
  await openResults(page, oneWay);
  const value = await page.locator('#aller .fare input').first().getAttribute('value');
  const sailings = value?.split('|')[0]?.split('+') ?? [];
  expect(sailings).toHaveLength(2);
  const total = await choose(page, 'aller');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(/\/passengers$/);
  await typePassengers(page, family(), email);
  await goOn(page);
  await expect(page).toHaveURL(/\/vehicles/);
  await typeCar(page);
  await goOn(page);
  await expect(page).toHaveURL(/\/cabins/);
  await expect(page.locator('.legh h2')).toHaveText([/^1re traversée, nuit/, /^2e traversée, nuit/]);
  await expect(page.locator('main')).not.toContainText('Retour');
  const plus = page.getByRole('button', { name: /^Plus, Intérieure, 4 lits, 2e traversée/ });
  await plus.click();
  await expect(page.locator('.cab.is-on')).toHaveCount(1);
  await goOn(page);
  await expect(page).toHaveURL(/\/extras/);
  await goOn(page);
  await expect(page).toHaveURL(/\/review/);
  await expect(page.locator('.legs .badge')).toHaveText(['1re traversée', '2e traversée']);
  await expect(page.locator('.legs')).toContainText('Correspondance à Marseille');
  await expect(page.locator('.conds')).toContainText('la seconde compagnie ne garantit pas d’attendre');
  const paid = cents(await page.locator('.is-total .price').first().textContent());
  expect(paid).toBeGreaterThan(total);
  await openCheckout(page);
  await expect(page.locator('body')).toContainText('2e traversée · ');
  await payWith(page, CARD.good);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voilà, c’est réservé.', {
    timeout: 60_000,
  });

  for (const [index, name] of ['1re traversée', '2e traversée'].entries()) {
    const ticket = page.getByRole('article', { name: `Billet\u00a0: ${name}` });
    const code = ticket.getByRole('img', { name: /^Code QR du billet/ }).first();
    expect(partsOf((await scanned(code)) ?? '')?.content).toContain(String(index));
    await expect(ticket).toContainText(index === 0 ? 'Bastia' : 'Tunis');
  }
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${process.env.RESEND_API_BASE}/inbox?to=${email}`);
        return JSON.stringify(await answer.json());
      },
      { timeout: 60_000 },
    )
    .toMatch(/1re traversée.*2e traversée/s);
});

/** What a scanner reads from the code on the page. */
async function scanned(code: Locator): Promise<string | undefined> {
  const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
  return scanCode({ size, path: (await code.locator('path').last().getAttribute('d')) ?? '' });
}

test('out and back by two ships each is one booking of four crossings', async ({ page }) => {
  const back = addDays(START, 12);
  await openResults(page, (day) => `/fr/search/FRBIA-TNLGN/${day}/TNLGN-FRBIA.${back}/${PARTY}`);
  const out = await choose(page, 'aller');
  await page.getByRole('link', { name: 'Choisir le retour' }).click();
  if ((await page.locator('#retour article').count()) === 0)
    await page.locator('#retour .card--flat a.btn').last().click();
  await expect(page.locator('#retour article').first()).toBeVisible();
  const home = await choose(page, 'retour');
  await expect.poll(async () => cents(await page.locator('.bar .price').textContent())).toBe(out + home);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(/\/passengers$/);
  await page.goto(page.url().replace('/passengers', '/cabins'));
  await expect(page.locator('.legh h2')).toHaveText([
    /^Aller, 1re traversée/,
    /^Aller, 2e traversée/,
    /^Retour, 1re traversée/,
    /^Retour, 2e traversée/,
  ]);
  expect(cents(await page.locator('.is-total .price').first().textContent())).toBe(out + home);
  // The way back to the results is the search of both ways from end to end.
  await expect(page.locator('a[href*="/search/FRBIA-TNLGN/"]').first()).toHaveAttribute(
    'href',
    /\/TNLGN-FRBIA\.\d{4}-\d{2}-\d{2}\//,
  );
});

test('ports that nothing joins within reason say so', async ({ page }) => {
  await page.goto(`/fr/search/FRMRS-FRNCE/${START}/one-way/${PARTY}`);
  await expect(page.getByRole('heading', { name: 'Pas de traversée directe' })).toBeVisible();
  await expect(page.locator('#aller article')).toHaveCount(0);
  expect(await page.locator('#aller .near').count()).toBeGreaterThan(0);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a combination is read, chosen and held', async ({ page }) => {
    await openResults(page, oneWay);
    const card = page.locator('#aller article').first();
    await expect(card.locator('.ships')).toContainText('Correspondance à Marseille');
    if (isPhone(page)) await card.locator('.fold__btn').click();
    await card.locator('.fare').first().click();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page).toHaveURL(/\/fr\/book\/hold_[0-9a-f]{32}\/passengers$/);
  });
});

test('a vehicle added where there is time on foot alone is refused in words, and changes nothing', async ({
  page,
}) => {
  // The ship from Algiers leaves three or four hours, by season, for the one to Tunis: enough to walk, not to drive aboard.
  await openResults(page, (day) => `/fr/search/DZALG-TNLGN/${day}/one-way/1-0-0-0.none`);
  const card = page
    .locator('#aller article')
    .filter({ hasText: /\b[34]\u00a0h entre/ })
    .first();
  if (isPhone(page)) await card.locator('.fold__btn').click();
  await card.locator('.fare').first().click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(/\/passengers$/);
  await page.goto(page.url().replace('/passengers', '/vehicles'));
  const total = page.locator('.is-total .price').first();
  const before = await total.textContent();
  await page.getByRole('button', { name: /Voiture/ }).click();
  await expect(page.locator('#errors')).toContainText('Le temps entre les deux bateaux ne suffit pas');
  expect(await total.textContent()).toBe(before);
});

test('a program is told of the same connections at the same prices, and holds one', async ({
  page,
  request,
}) => {
  await openResults(page, oneWay);
  const input = page.locator('#aller .fare input').first();
  const value = (await input.getAttribute('value')) ?? '';
  const shown = cents(await page.locator('#aller .fare .price').first().textContent());
  const day = new URL(page.url()).pathname.split('/')[4];
  const answer = await request.get(
    `/api/v1/sailings/connections?from=FRBIA&to=TNLGN&date=${day}&adults=2&children=1&vehicles=car`,
  );
  const { data } = (await answer.json()) as {
    data: { sailings: { id: string }[]; fares: { total: { amount: number } }[] }[];
  };
  const [first] = data;
  const ids = first?.sailings.map(({ id }) => id) ?? [];
  expect(`${ids.join('+')}|basic`).toBe(value);
  expect(first?.fares[0]?.total.amount).toBe(shown);
  const held = await request.post('/api/v1/holds', {
    data: {
      legs: ids.map((sailingId) => ({ sailingId, fareFamily: 'basic', direction: 'outbound' })),
      passengers: [{ type: 'adult' }, { type: 'adult' }, { type: 'child' }],
      vehicles: [{ type: 'car' }],
    },
  });
  expect(held.status()).toBe(201);
  expect(await held.json()).toMatchObject({
    total: { amount: shown },
    legs: [{ direction: 'outbound' }, { direction: 'outbound' }],
  });
});

test('a connection that is too short is refused, with the minutes there are', async ({ request }) => {
  const sailings = async (from: string, to: string, days: readonly string[]) => {
    const lists = await Promise.all(
      days.map(async (day) => {
        const answer = await request.get(`/api/v1/sailings?from=${from}&to=${to}&date=${day}`);
        return ((await answer.json()) as { data: { id: string; departsAt: string; arrivesAt: string }[] })
          .data;
      }),
    );
    return lists.flat();
  };
  const days = Array.from({ length: 14 }, (_, index) => addDays(START, index));
  const [firsts, seconds] = await Promise.all([
    sailings('FRBIA', 'FRMRS', days),
    sailings('FRMRS', 'TNLGN', days),
  ]);
  const pairs = firsts.flatMap((first) => seconds.map((second) => ({ first, second })));
  // The second ship leaves before the first is there.
  const meeting = pairs.find(
    ({ first, second }) => Date.parse(second.departsAt) < Date.parse(first.arrivesAt),
  );
  expect(meeting).toBeDefined();
  const answer = await request.post('/api/v1/holds', {
    data: {
      legs: [meeting?.first.id, meeting?.second.id].map((sailingId) => ({
        sailingId,
        fareFamily: 'basic',
        direction: 'outbound',
      })),
      passengers: [{ type: 'adult' }],
    },
  });
  expect(answer.status()).toBe(422);
  const { code, params } = (await answer.json()) as { code: string; params: Record<string, unknown> };
  expect(code).toBe('transfer-too-short');
  expect(params).toMatchObject({ port: 'FRMRS', sailingId: meeting?.second.id });
  expect(Number(params.minutes)).toBeLessThan(Number(params.needed));
});
