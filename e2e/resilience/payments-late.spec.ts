import { expect } from 'playwright/test';
import { uniqueName } from '../api/client';
import { type BreakableHouse, test, until } from './house';
import { kept, look, refunded } from './outcome';
import { type Services, servicesOf } from './services';
import { statusOf, type Trip, toBePaid } from './trips';

test.describe.configure({ timeout: 150_000 });
test.afterEach(({ house }) => servicesOf(house).calm());

/** Paid at the last minute: the half hour ends before the product hears of it, by webhook or by asking. */
async function paidUnheard(house: BreakableHouse, services: Services, trip: Trip): Promise<void> {
  await services.stripeSays('webhooks', { held: true });
  await services.stripeSays('faults', { mode: 'error', path: `/v1/checkout/sessions/${trip.session}` });
  expect(await services.pay(trip.session)).toBe('complete');
  await services.passMinutes(31);
  await until('the booking to expire', 75, async () => (await statusOf(house, trip)) === 'expired');
  expect(await look(house, services, trip)).toMatchObject({ hold: 'expired', wrongStock: [] });
}

/** The webhooks are let go. */
const hear = (services: Services) => services.stripeSays('reset');

test('money that arrives after the hold ended gets the same places while they are there', async ({
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house, { legs: 2 });
  await paidUnheard(house, services, trip);
  await hear(services);
  await expect.poll(() => look(house, services, trip), { timeout: 45_000 }).toEqual(kept(trip));
});

test('money that arrives when the places are gone goes back once, and one letter says so', async ({
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  await paidUnheard(house, services, trip);
  const [sailing] = trip.sailings;
  await house.sql`update stock_lines set capacity = held + sold where id = ${`${sailing}:deck`}`;
  await hear(services);
  await expect
    .poll(() => look(house, services, trip), { timeout: 45_000 })
    .toEqual({ ...refunded, hold: 'expired' });
});

test('a party that has booked again meanwhile travels once and pays once', async ({ house }) => {
  const services = servicesOf(house);
  const name = uniqueName();
  const first = await toBePaid(house, { name });
  await paidUnheard(house, services, first);
  const second = await toBePaid(house, { name, sailings: first.sailings });
  expect(await services.pay(second.session)).toBe('complete');
  await hear(services);
  // One mailbox for both: the confirmation with its two documents, and a letter on the money that goes back.
  const letters = expect.arrayContaining([0, 2]);
  await expect
    .poll(() => look(house, services, second), { timeout: 45_000 })
    .toEqual({ ...kept(second), letters });
  await until('the first money to be back', 45, async () => {
    const seen = await look(house, services, first);
    return seen.keptCents === 0 && seen.refunds.join() === 'succeeded';
  });
  expect(await look(house, services, first)).toMatchObject({
    booking: 'expired',
    payments: ['refunded'],
    invoices: 0,
    tickets: 0,
    letters: { length: 2 },
  });
});

test('a webhook that never comes is made up for by asking', async ({ house }) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  await services.stripeSays('webhooks', { held: true });
  expect(await services.pay(trip.session)).toBe('complete');
  expect(await statusOf(house, trip)).toBe('awaiting_payment');
  await services.passMinutes(1);
  await expect.poll(() => look(house, services, trip), { timeout: 45_000 }).toEqual(kept(trip));
  // And when it comes after all, it finds everything done.
  await hear(services);
  await services.webhooksDelivered();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await look(house, services, trip)).toEqual(kept(trip));
});
