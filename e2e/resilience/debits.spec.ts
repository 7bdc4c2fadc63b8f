import { expect } from 'playwright/test';
import { test, until } from './house';
import { kept, look } from './outcome';
import { servicesOf } from './services';
import { openCheckout, statusOf, toBePaid } from './trips';

const DECLINED = '4000000000000002';

test.describe.configure({ timeout: 150_000 });
test.afterEach(({ house }) => servicesOf(house).calm());

test('a debit that fails days later is told by one letter: nothing was taken, the places are gone', async ({
  house,
  page,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  await services.stripeSays(`sessions/${trip.session}/pay`, { method: 'sepa_debit' });
  await until(
    'the debit to be under way',
    20,
    async () => (await statusOf(house, trip)) === 'payment_processing',
  );
  await services.passMinutes(3 * 24 * 60);
  await services.stripeSays(`sessions/${trip.session}/fail`);
  await until('the booking to end', 90, async () => (await statusOf(house, trip)) === 'expired');
  await services.passMinutes(1);
  await expect
    .poll(() => look(house, services, trip), { timeout: 60_000 })
    .toMatchObject({ hold: 'expired', payments: ['failed'], letters: [0], keptCents: 0, unfinished: 0 });
  const [letter] = await services.letters(trip.email);
  expect(letter?.subject).toMatch(/^Le prélèvement n’a pas abouti/);
  await page.goto(`${house.url}/fr/bookings/${trip.reference}/${trip.accessToken}`);
  await expect(page.locator('main')).toContainText('La banque n’a pas exécuté le prélèvement.');
});

test('a debit that fails at once is told although a card was declined before, and another card pays', async ({
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  expect(await services.pay(trip.session, DECLINED)).toBe('declined');
  await services.passMinutes(1);
  await expect.poll(() => look(house, services, trip), { timeout: 45_000 }).toMatchObject({ letters: [0] });
  await services.stripeSays(`sessions/${trip.session}/pay`, { method: 'sepa_debit' });
  await until(
    'the debit to be under way',
    20,
    async () => (await statusOf(house, trip)) === 'payment_processing',
  );
  await services.stripeSays(`sessions/${trip.session}/fail`);
  await until(
    'the booking to wait again',
    20,
    async () => (await statusOf(house, trip)) === 'awaiting_payment',
  );
  await services.passMinutes(1);
  await expect
    .poll(() => look(house, services, trip), { timeout: 45_000 })
    .toMatchObject({ letters: [0, 0] });

  expect(await services.pay(await openCheckout(house, trip))).toBe('complete');
  await expect
    .poll(() => look(house, services, trip), { timeout: 45_000 })
    .toEqual({ ...kept(trip), payments: ['failed', 'paid'], letters: expect.arrayContaining([2, 0, 0]) });
});
