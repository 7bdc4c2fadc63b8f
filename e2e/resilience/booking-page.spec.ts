import { expect, type Page } from 'playwright/test';
import { call } from '../api/client';
import { expectClean } from './clean-page';
import { type BreakableHouse, test, until } from './house';
import { servicesOf } from './services';
import { bookTrip, openCheckout, statusOf, type Trip, toBePaid } from './trips';

test.describe.configure({ timeout: 150_000 });
test.afterEach(({ house }) => servicesOf(house).calm());

const NOTHING_CHARGED = 'Rien n’a été débité';
const head = (page: Page) => page.locator('.bk__head');

async function open(
  page: Page,
  house: BreakableHouse,
  trip: Pick<Trip, 'reference' | 'accessToken'>,
  query = '',
) {
  await page.goto(`${house.url}/fr/bookings/${trip.reference}/${trip.accessToken}${query}`);
}

test('a trip that the operator refuses: the money is said to come back, then to be back, and the credit note is there', async ({
  page,
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house, { legs: 2 });
  await services.stripeSays('refunds', { mode: 'pending' });
  await services.operatorSays({ refused: [trip.sailings[1]] });
  expect(await services.pay(trip.session)).toBe('complete');
  await until(
    'the refund to be asked for',
    45,
    async () => (await statusOf(house, trip)) === 'refund_pending',
  );
  await open(page, house, trip);
  await expect(head(page)).toContainText('Remboursement en cours');
  await expect(head(page)).toContainText('reviennent sur votre moyen de paiement');
  await expect(page.locator('.tick--off')).toHaveCount(2);
  await expect(page.getByText('Présentation')).toHaveCount(0);
  await expectClean(page);

  // The page looks by itself: nobody loads it again.
  const refunds = await house.sql<{ id: string }[]>`
    select f.provider_refund_id as id from refunds f join payments p on p.id = f.payment_id
    join bookings b on b.id = p.booking_id where b.reference = ${trip.reference}`;
  await services.stripeSays(`refunds/${refunds[0]?.id}/settle`);
  await expect(head(page)).toContainText('ont été renvoyés sur votre moyen de paiement le', {
    timeout: 45_000,
  });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Télécharger.*Avoir/ }).click({ timeout: 45_000 });
  expect((await download).suggestedFilename()).toMatch(/^voila-ferry-A-\d{4}-\d{6}\.pdf$/);
  await expect(page.getByRole('link', { name: 'Voir d’autres traversées' })).toHaveAttribute(
    'href',
    /^\/fr\/search\/[A-Z]{5}-[A-Z]{5}\/\d{4}-\d\d-\d\d\//,
  );
  await expectClean(page);
});

test('a payment that arrives for a cancelled booking is never said not to be there', async ({
  page,
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  await services.stripeSays('webhooks', { held: true });
  expect(await services.pay(trip.session)).toBe('complete');
  const cancelled = await call('POST', `/api/v1/bookings/${trip.reference}/cancel`, {
    base: house.url,
    token: trip.accessToken,
  });
  expect(cancelled.status).toBe(200);
  await services.stripeSays('reset');
  await open(page, house, trip);
  await expect
    .poll(async () => (await page.reload()) && page.locator('main').textContent(), { timeout: 45_000 })
    .toContain('ont été renvoyés');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Réservation annulée');
  await expect(page.locator('main')).toContainText('Un paiement de trop est arrivé');
  await expect(page.getByText(NOTHING_CHARGED)).toHaveCount(0);
  await expectClean(page);
});

test('who comes from paying is not told that nothing was charged while the payment page cannot be asked', async ({
  page,
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  await services.stripeSays('webhooks', { held: true });
  await services.stripeSays('faults', { mode: 'error', path: `/v1/checkout/sessions/${trip.session}` });
  expect(await services.pay(trip.session)).toBe('complete');
  await services.passMinutes(31);
  await until('the booking to expire', 75, async () => (await statusOf(house, trip)) === 'expired');
  await open(page, house, trip, '?paid=1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On attend votre banque');
  await expect(page.getByText(NOTHING_CHARGED)).toHaveCount(0);
  await expectClean(page);
  await services.stripeSays('reset');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voilà, c’est réservé.', {
    timeout: 60_000,
  });
});

test('a bank that takes days is said to: the places stay held, and there is nothing to pay', async ({
  page,
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  await services.stripeSays(`sessions/${trip.session}/pay`, { method: 'sepa_debit' });
  await until('the debit to start', 30, async () => (await statusOf(house, trip)) === 'payment_processing');
  await services.passMinutes(31);
  await open(page, house, trip);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La banque traite le paiement');
  await expect(page.getByRole('button', { name: /^Payer/ })).toHaveCount(0);
  const [hold] = await house.sql<{ status: string }[]>`select status from holds where id = ${trip.holdId}`;
  expect(hold?.status).toBe('active');
  await expectClean(page);
});

test('an operator that does not answer: the money is said to be there, and the page goes on by itself', async ({
  page,
  house,
}) => {
  const services = servicesOf(house);
  const booking = await bookTrip(house);
  const session = await openCheckout(house, booking);
  await services.operatorSays({ mode: 'down' });
  expect(await services.pay(session)).toBe('complete');
  await until('the money to arrive', 30, async () => (await statusOf(house, booking)) === 'confirming');
  await open(page, house, booking);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est payé, on confirme vos places');
  await expect(head(page)).toContainText('sont arrivés le');
  await expectClean(page);
  await services.calm();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voilà, c’est réservé.', {
    timeout: 90_000,
  });
});
