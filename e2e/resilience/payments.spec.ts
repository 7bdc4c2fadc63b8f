import { expect } from 'playwright/test';
import { call, uniqueName } from '../api/client';
import { test, until } from './house';
import { kept, look, refunded } from './outcome';
import { servicesOf } from './services';
import { bookTrip, openCheckout, sessionOf, startPayment, statusOf, toBePaid } from './trips';

const DECLINED = '4000000000000002';

test.describe.configure({ timeout: 120_000 });
test.afterEach(({ house }) => servicesOf(house).calm());

test('a declined card costs nothing: the places stay, another card pays, and no letter speaks of failure', async ({
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  expect(await services.pay(trip.session, DECLINED)).toBe('declined');
  await services.webhooksDelivered();
  expect(await statusOf(house, trip)).toBe('awaiting_payment');
  expect(await look(house, services, trip)).toMatchObject({ hold: 'active', keptCents: 0, wrongStock: [] });
  expect(await services.pay(trip.session)).toBe('complete');
  await expect.poll(() => look(house, services, trip), { timeout: 30_000 }).toEqual(kept(trip));
  await services.passMinutes(2);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await look(house, services, trip)).toEqual(kept(trip));
});

test('a declined card that nothing follows is told by one letter', async ({ house }) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  for (let i = 0; i < 3; i++) expect(await services.pay(trip.session, DECLINED)).toBe('declined');
  await services.webhooksDelivered();
  await until('the decline to be noted', 30, async () => {
    const rows = await house.sql`
      select 1 from payments p join bookings b on b.id = p.booking_id
      where b.reference = ${trip.reference} and p.failure_code is not null`;
    return rows.length === 1;
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await services.passMinutes(1);
  await expect.poll(() => look(house, services, trip), { timeout: 30_000 }).toMatchObject({ letters: [0] });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await look(house, services, trip)).toMatchObject({ booking: 'awaiting_payment', letters: [0] });
});

test('an abandoned checkout ends: told before, places back, page closed, nothing more to pay', async ({
  house,
}) => {
  const services = servicesOf(house);
  const name = uniqueName();
  const trip = await toBePaid(house, { legs: 2, name });
  await services.passMinutes(21);
  await expect.poll(() => look(house, services, trip), { timeout: 30_000 }).toMatchObject({ letters: [0] });
  await services.passMinutes(10);
  await expect
    .poll(() => look(house, services, trip), { timeout: 45_000 })
    .toEqual({
      booking: 'expired',
      hold: 'expired',
      payments: ['expired'],
      refunds: [],
      invoices: 0,
      ticketDocuments: 0,
      tickets: 0,
      letters: [0],
      keptCents: 0,
      unfinished: 0,
      wrongStock: [],
    });
  expect(await services.pay(trip.session)).toBe('closed');
  expect(await startPayment(house, trip)).toMatchObject({ status: 410, body: { code: 'booking-expired' } });
  // The same party books the same sailings again.
  const again = await toBePaid(house, { sailings: trip.sailings, name });
  expect(await services.pay(again.session)).toBe('complete');
  await expect
    .poll(() => look(house, services, again), { timeout: 30_000 })
    .toMatchObject({
      ...kept(again),
      letters: [2, 0],
    });
});

test('one booking has one checkout page, however often it is asked for, and is paid once', async ({
  house,
}) => {
  const services = servicesOf(house);
  const booking = await bookTrip(house);
  const asked = await Promise.all(Array.from({ length: 10 }, () => startPayment(house, booking)));
  const pages = new Set(asked.map((reply) => reply.body.checkoutUrl));
  expect([...pages]).toEqual([expect.stringContaining('/c/pay/cs_')]);
  const trip = { ...booking, session: sessionOf([...pages][0] as string) };

  const paid = await Promise.all(Array.from({ length: 5 }, () => services.pay(trip.session)));
  expect(paid.sort()).toEqual(['closed', 'closed', 'closed', 'closed', 'complete']);
  await expect.poll(() => look(house, services, trip), { timeout: 30_000 }).toEqual(kept(trip));
  expect(await startPayment(house, trip)).toMatchObject({ status: 409, body: { code: 'already-paid' } });
  expect(await services.checkouts(trip.reference)).toHaveLength(1);
});

test('webhooks that come many times, at once and later, change nothing', async ({ house }) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house);
  await services.stripeSays('webhooks', { held: true });
  expect(await services.pay(trip.session)).toBe('complete');
  const events = await services.pendingWebhooks();
  expect(events.length).toBeGreaterThan(0);
  const storm = events.map((id) => services.stripeSays(`events/${id}/send`, { times: 8 }));
  for (const { answers } of (await Promise.all(storm)) as { answers: string[] }[])
    expect(answers).toEqual(Array(8).fill('200'));
  await services.stripeSays('webhooks', { held: false });
  await expect.poll(() => look(house, services, trip), { timeout: 30_000 }).toEqual(kept(trip));
  for (const id of events) await services.stripeSays(`events/${id}/send`, { times: 3 });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await look(house, services, trip)).toEqual(kept(trip));
});

test('an operator who refuses after the payment: money back once, places free, one letter', async ({
  house,
}) => {
  const services = servicesOf(house);
  const trip = await toBePaid(house, { legs: 2 });
  // The second leg is refused when the first one has its ticket already.
  await services.operatorSays({ refused: [trip.sailings[1]] });
  expect(await services.pay(trip.session)).toBe('complete');
  await expect.poll(() => look(house, services, trip), { timeout: 45_000 }).toEqual(refunded);
  const reply = await call<{ status: string; reason: string }>(
    'GET',
    `/api/v1/bookings/${trip.reference}/status`,
    { base: house.url, token: trip.accessToken },
  );
  expect(reply.body).toMatchObject({ status: 'refunded', reason: 'operator-refused' });
});

test('an operator who refuses before the payment: no page is opened and nothing is charged', async ({
  house,
}) => {
  const services = servicesOf(house);
  const booking = await bookTrip(house);
  await services.operatorSays({ refused: booking.sailings });
  expect(await startPayment(house, booking)).toMatchObject({
    status: 409,
    body: { code: 'operator-refused' },
  });
  expect(await services.checkouts(booking.reference)).toEqual([]);
  await services.calm();
  const trip = { ...booking, session: await openCheckout(house, booking) };
  expect(await services.pay(trip.session)).toBe('complete');
  await expect.poll(() => look(house, services, trip), { timeout: 30_000 }).toEqual(kept(trip));
});
