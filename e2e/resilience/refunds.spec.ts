import { expect, type Page } from 'playwright/test';
import { type BreakableHouse, test, until } from './house';
import { kept, look, refunded } from './outcome';
import { type Services, servicesOf } from './services';
import { openCheckout, statusOf, type Trip, toBePaid } from './trips';

test.describe.configure({ timeout: 180_000 });
test.afterEach(({ house }) => servicesOf(house).calm());

const pageOf = (house: BreakableHouse, trip: Trip, locale = 'fr') =>
  `${house.url}/${locale}/bookings/${trip.reference}/${trip.accessToken}`;

/** Until so many refunds of the trip have failed at the payment provider, as our own book counts them. */
const failures = (house: BreakableHouse, trip: Trip, times: number) =>
  until(`${times} failed refunds`, 60, async () => {
    const [row] = await house.sql<{ times: number }[]>`
      select cardinality(f.failed_at_provider) as times from refunds f
      join payments p on p.id = f.payment_id join bookings b on b.id = p.booking_id
      where b.reference = ${trip.reference}`;
    return row?.times === times;
  });

/** Paid, refused by the operator, and the bank does not take the money back. */
async function owed(house: BreakableHouse, services: Services): Promise<Trip> {
  const trip = await toBePaid(house);
  await services.operatorSays({ refused: ['*'] });
  await services.stripeSays('refunds', { mode: 'failed' });
  expect(await services.pay(trip.session)).toBe('complete');
  await failures(house, trip, 1);
  return trip;
}

async function expectWords(page: Page, address: string, title: RegExp, words: RegExp): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('main')).toContainText(words);
}

test('a refund that the bank does not take is said on the page, and goes back with the next try', async ({
  house,
  page,
}) => {
  const services = servicesOf(house);
  const trip = await owed(house, services);
  await expectWords(
    page,
    pageOf(house, trip),
    /n’a pas pu être confirmée/,
    /La banque n’a pas encore accepté le remboursement de .*€\s: on réessaie/,
  );
  expect(await services.letters(trip.email)).toEqual([]);

  await services.stripeSays('refunds', { mode: 'succeeded' });
  await services.passMinutes(11);
  await expect.poll(() => look(house, services, trip), { timeout: 60_000 }).toEqual(refunded);
  await expectWords(page, pageOf(house, trip), /C’est remboursé/, /ont été renvoyés/);
});

test('a refund that the bank never takes waits for a person: the page and one letter say whose money it is', async ({
  house,
  page,
}) => {
  const services = servicesOf(house);
  const trip = await owed(house, services);
  for (const [tries, minutes] of [11, 61, 361, 1441].entries()) {
    await services.passMinutes(minutes);
    await failures(house, trip, tries + 2);
  }
  await expect
    .poll(() => look(house, services, trip), { timeout: 60_000 })
    .toMatchObject({
      booking: 'stuck',
      payments: ['refund_pending'],
      refunds: ['failed'],
      letters: [0],
      keptCents: trip.totalCents,
      unfinished: 0,
      wrongStock: [],
    });
  const [letter] = await services.letters(trip.email);
  expect(letter?.subject).toMatch(/^Le remboursement de .*€ n’est pas passé/);
  const words = { fr: /Cette somme est à vous/, en: /That money is yours/, it: /La somma è tua/ };
  for (const [locale, each] of Object.entries(words))
    await expectWords(page, pageOf(house, trip, locale), /\S/, each);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Il rimborso richiede più tempo');
});

test('a second payment is said on the page of the trip, until it is back', async ({ house, page }) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  // Our book takes the first page for closed while the traveller has it open still.
  await house.sql`
    update payments p set status = 'expired' from bookings b
    where b.id = p.booking_id and b.reference = ${trip.reference}`;
  const second = await openCheckout(house, trip);
  await services.stripeSays('refunds', { mode: 'pending' });
  expect(await services.pay(trip.session)).toBe('complete');
  expect(await services.pay(second)).toBe('complete');
  await until('the trip to be confirmed', 45, async () => (await statusOf(house, trip)) === 'confirmed');
  const extra = page.locator('.alert').filter({ hasText: 'Vous avez payé deux fois' });
  await expect
    .poll(
      async () => {
        await page.goto(pageOf(house, trip));
        return (await extra.count()) === 1 && extra.textContent();
      },
      { timeout: 45_000 },
    )
    .toMatch(/€ reviennent sur le moyen de paiement utilisé/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voilà, c’est réservé.');

  const [{ id } = { id: '' }] = await house.sql<{ id: string }[]>`
    select provider_refund_id as id from refunds f join payments p on p.id = f.payment_id
    join bookings b on b.id = p.booking_id where b.reference = ${trip.reference}`;
  await services.stripeSays(`refunds/${id}/settle`);
  await expect
    .poll(() => look(house, services, trip), { timeout: 60_000 })
    .toEqual({
      ...kept(trip),
      payments: expect.arrayContaining(['paid', 'refunded']),
      refunds: ['succeeded'],
      letters: expect.arrayContaining([0, 2]),
    });
  expect(await services.letters(trip.email)).toHaveLength(2);
  await page.reload();
  await expect(extra).toContainText('ont été renvoyés');
});
