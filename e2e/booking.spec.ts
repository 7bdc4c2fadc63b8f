import { createPrivateKey, createPublicKey } from 'node:crypto';
import { expect, type Locator, type Page } from 'playwright/test';
import { scanCode } from '@/lib/documents/testing/scan-code';
import { verifyTicket } from '@/lib/documents/verify-ticket-rules';
import { addDays } from '@/lib/kernel/dates';
import { CARD, openCheckout, payWith, placeHold, upToReview } from './journey/holds';
import { family, goOn, mailbox, typeCar, typePassengers } from './journey/travellers';
import { test } from './watched';

const CONFIRMED = 'Voilà, c’est réservé.';
const cents = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
/** The total of the summary, in cents. */
const totalOf = async (page: Page) => cents(await page.locator('.is-total .price').first().textContent());

test('from the results to the tickets in the mailbox', async ({ page }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const email = mailbox();
  const day = addDays(new Date().toISOString().slice(0, 10), 29);
  await page.goto(`/fr/search/FRMRS-FRBIA/${day}/one-way/1-0-0-0.none`);
  const crossing = page.locator('#aller article:not(.gone)').first();
  if ((page.viewportSize()?.width ?? 0) < 720) await crossing.locator('.fold__btn').click();
  await crossing.locator('.fare').first().click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(/\/passengers$/);

  const [traveller] = family();
  await page.locator('[name="passengers.0.title"][value=mrs]').check({ force: true });
  await page.locator('[name="passengers.0.sex"][value=female]').check({ force: true });
  await page.getByLabel('Prénoms').fill(traveller?.givenName ?? '');
  await page.getByLabel('Nom', { exact: true }).fill(traveller?.familyName ?? '');
  await page.getByLabel('Date de naissance').fill('09/03/1988');
  await page.getByLabel('Nationalité').selectOption('FR');
  await expect(page.getByLabel('Numéro')).toHaveCount(0);
  await page.getByLabel('Téléphone mobile').fill('06 12 34 56 78');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Continuer vers le véhicule' }).click();

  await expect(page.getByRole('heading', { name: 'Vous embarquez à pied' })).toBeVisible();
  await page.getByRole('button', { name: 'Continuer vers les cabines' }).click();
  await page.getByRole('button', { name: /^Plus, Intérieure, 2 lits/ }).click();
  await expect(page.locator('.cab.is-on')).toHaveCount(1);
  await page.getByRole('button', { name: 'Continuer vers les repas' }).click();
  await page.getByRole('button', { name: 'Continuer vers le récapitulatif' }).click();
  await openCheckout(page);
  await payWith(page, CARD.good);

  await expect(page).toHaveURL(/\/fr\/bookings\/VF-[2-9A-Z]{7}\/[\w-]{43}\?paid=1$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(CONFIRMED, { timeout: 60_000 });
  const code = page.getByRole('img', { name: /^Code QR du billet/ });
  await expect(code).toHaveCount(1);
  const ticket = await verifyTicket((await scanned(code)) ?? '', [publicKeyOfHouse()]);
  const reference = new URL(page.url()).pathname.split('/')[3];
  expect(ticket).toMatchObject({ ok: true, value: { reference, passenger: 0, leg: 0, departureDay: day } });
  for (const [name, start] of [
    ['Billets', 'voila-ferry-'],
    ['Facture', 'voila-ferry-'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: new RegExp(`^Télécharger.*${name}`) }).click({ timeout: 60_000 });
    expect((await download).suggestedFilename()).toMatch(new RegExp(`^${start}.*\\.pdf$`));
  }
  await expect
    .poll(async () => subjects(await page.request.get(`${process.env.RESEND_API_BASE}/inbox?to=${email}`)), {
      timeout: 60_000,
    })
    .toHaveLength(1);
  expect(faults).toEqual([]);
});

/** What a scanner reads from the code on the page. */
async function scanned(code: Locator): Promise<string | undefined> {
  const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
  return scanCode({ size, path: (await code.locator('path').last().getAttribute('d')) ?? '' });
}

/** What a device of the staff would have been given. */
function publicKeyOfHouse(): string {
  const key = Buffer.from(process.env.TICKET_SIGNING_KEY ?? '', 'base64');
  return createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }))
    .export({ format: 'der', type: 'spki' })
    .toString('base64');
}

async function subjects(answer: { json(): Promise<unknown> }): Promise<unknown[]> {
  const body = await answer.json();
  return Array.isArray(body) ? body : ((body as { data?: unknown[] }).data ?? []);
}

test('nothing typed is lost: not by an error, not by going back', async ({ page }) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/passengers`);
  const travellers = family().map((each, index) => ({
    ...each,
    ...(index === 0 && { birthDate: '31/02/1988' }),
    ...(index === 1 && { expiresOn: '02/06/2020' }),
  }));
  await typePassengers(page, travellers, 'pas-une-adresse');
  await goOn(page);
  await expect(page.locator('#errors')).toBeFocused();
  await expect(page.locator('#errors li')).toHaveCount(3);
  await expect(page.locator('[name="passengers.0.birthDate"]')).toHaveValue('31/02/1988');
  await expect(page.locator('[name="passengers.0.birthDate"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name="passengers.0.nationality"]')).toHaveValue('FR');
  await expect(page.locator('[name="contact.email"]')).toHaveValue('pas-une-adresse');
  await page.locator('#errors a').first().click();
  await expect(page.locator('[name="passengers.0.birthDate"]')).toBeInViewport();

  await page.locator('[name="passengers.0.birthDate"]').fill('09/03/1988');
  await page.locator('[name="passengers.1.document.expiresOn"]').fill('02/06/2036');
  await page.locator('[name="contact.email"]').fill(mailbox());
  await goOn(page);
  await expect(page).toHaveURL(/\/vehicles/);
  await typeCar(page);
  await goOn(page);
  await page.goto(`/fr/book/${hold}/passengers`);
  await expect(page.locator('[name="passengers.1.givenName"]')).toHaveValue('Karim');
  await expect(page.locator('[name="passengers.1.title"][value=mr]')).toBeChecked();
  await page.goto(`/fr/book/${hold}/vehicles`);
  await expect(page.locator('[name="vehicles.0.plate"]')).toHaveValue('gh 482 kt');
});

test('an age that is another fare than searched is said, and set right by one button', async ({ page }) => {
  const hold = await placeHold(page.request);
  await page.goto(`/fr/book/${hold}/passengers`);
  const before = await totalOf(page);
  const travellers = family().map((each, index) =>
    index === 2 ? { ...each, birthDate: '12/08/2001' } : each,
  );
  await typePassengers(page, travellers, mailbox());
  await goOn(page);
  await expect(page.locator('#errors')).toContainText('tarif adulte');
  await page.getByRole('button', { name: 'Passer au tarif adulte' }).click();
  await expect(page.locator('[name="passengers.2.birthDate"]')).not.toHaveAttribute('aria-invalid');
  await expect(page.locator('[name="passengers.2.birthDate"]')).toBeFocused();
  expect(await totalOf(page)).toBeGreaterThan(before);
  await goOn(page);
  await expect(page).toHaveURL(/\/vehicles/);
});

test('a cabin, a roof box and a meal are in the price at once', async ({ page }) => {
  const hold = await placeHold(page.request);
  const total = () => totalOf(page);
  await page.goto(`/fr/book/${hold}/vehicles`);
  const bare = await total();
  await page.getByLabel(/Coffre de toit/).check();
  await page.locator('[name="vehicles.0.heightCm"]').fill('1,80');
  await page.getByRole('button', { name: 'Recalculer le prix' }).click();
  await expect.poll(total).toBeGreaterThan(bare);
  await expect(page.getByText('2,20')).toBeVisible();
  const boxed = await total();

  await page.goto(`/fr/book/${hold}/cabins`);
  const more = page.getByRole('button', { name: /^Plus, Intérieure, 4 lits/ });
  for (const count of [1, 2, 3]) {
    await more.click();
    await expect(page.locator('.cab.is-on .count__n')).toHaveText(String(count));
  }
  await expect(more).toBeDisabled();
  await page.getByRole('button', { name: /^Moins, Intérieure, 4 lits/ }).click();
  await expect(page.locator('.cab.is-on .count__n')).toHaveText('2');
  await expect.poll(total).toBeGreaterThan(boxed);
  const housed = await total();

  await page.goto(`/fr/book/${hold}/extras`);
  await page
    .getByRole('button', { name: /^Plus, / })
    .first()
    .click();
  await expect.poll(total).toBeGreaterThan(housed);
});

test('a declined card is told as it is, and another one pays', async ({ page }) => {
  test.setTimeout(120_000);
  await upToReview(page, mailbox());
  await openCheckout(page);
  await payWith(page, CARD.declined);
  const back = await page.locator('#cancel').getAttribute('href');
  await expect(page.getByRole('alert')).toContainText('refusée');
  await expect
    .poll(
      async () => {
        await page.goto(back ?? '');
        return page.getByRole('heading', { level: 1 }).textContent();
      },
      { timeout: 20_000 },
    )
    .toBe('La banque n’a pas accepté le paiement');
  await page.getByRole('button', { name: /^Payer/ }).click();
  await payWith(page, CARD.good);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(CONFIRMED, { timeout: 60_000 });
});

test('a payment that was left can be taken up, changed, or given up', async ({ page }) => {
  await upToReview(page, mailbox());
  await openCheckout(page);
  await page.locator('#cancel').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le paiement n’est pas fait');
  const booking = page.url().split('?')[0] ?? '';

  await page.getByRole('link', { name: 'Modifier' }).click();
  await expect(page).toHaveURL(/\/review/);
  const before = await totalOf(page);
  await page.getByRole('link', { name: /Modifier.*nuit/ }).click();
  await page.getByRole('button', { name: /^Plus, Intérieure, 4 lits/ }).click();
  await expect(page.locator('.cab.is-on')).toHaveCount(1);
  await page.goto(booking);
  expect(cents(await page.getByRole('button', { name: /^Payer/ }).textContent())).toBeGreaterThan(before);

  await page.getByRole('button', { name: 'Annuler et rendre les places' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Réservation annulée');
  await expect(page.getByRole('button', { name: /^Payer/ })).toHaveCount(0);
});

test('sent twice, from two tabs, it is one booking', async ({ page, context }) => {
  const hold = await upToReview(page, mailbox());
  const other = await context.newPage();
  await other.goto(`/fr/book/${hold}/review`);
  await Promise.all([openCheckout(page), openCheckout(other)]);
  expect(other.url()).toBe(page.url());
});

test('a trip is found by reference and e-mail, and nothing tells which of the two is wrong', async ({
  page,
}) => {
  const email = mailbox();
  await upToReview(page, email);
  await openCheckout(page);
  const address = (await page.locator('#cancel').getAttribute('href')) ?? '';
  const reference = /VF-[2-9A-Z]{7}/.exec(address)?.[0] ?? '';
  const tryWith = async (typed: string, mail: string) => {
    await page.goto('/fr/bookings');
    await page.getByLabel('Référence').fill(typed);
    await page.getByLabel('E-mail').fill(mail);
    await page.getByRole('button', { name: 'Retrouver le voyage' }).click();
  };
  await tryWith('VF-2345678', email);
  const wrongReference = await page.locator('main [role=alert]').textContent();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await tryWith(reference, 'quelqu-un@exemple.fr');
  await expect(page.locator('main [role=alert]')).toHaveText(wrongReference ?? '');
  expect(page.url()).not.toContain('exemple');
  await tryWith(reference.toLowerCase().replace('-', ' '), ` ${email.toUpperCase()} `);
  await expect(page).toHaveURL(new RegExp(`/fr/bookings/${reference}/[\\w-]{43}$`));
});

test('a key that does not fit opens nothing', async ({ page, request }) => {
  const wrong = `/fr/bookings/VF-2345678/${'a'.repeat(43)}`;
  for (const path of [wrong, `${wrong}/documents/invoice`, `/fr/book/hold_${'0'.repeat(32)}/passengers`])
    expect((await request.get(path)).status()).toBe(404);
  await page.goto(wrong);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('from the places held to the tickets', async ({ page }) => {
    test.setTimeout(120_000);
    await upToReview(page, mailbox());
    await goOn(page);
    await expect(page.locator('#errors')).toContainText('Conditions');
    await page.getByRole('link', { name: /Modifier.*nuit/ }).click();
    await page.getByRole('button', { name: /^Plus, Extérieure, 4 lits/ }).click();
    await expect(page.locator('.cab.is-on')).toHaveCount(1);
    await page.reload();
    await expect(page.locator('.cab.is-on .count__n')).toHaveText('1');
    await goOn(page);
    await goOn(page);
    await openCheckout(page);
    await payWith(page, CARD.good);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(CONFIRMED, { timeout: 60_000 });
  });
});
