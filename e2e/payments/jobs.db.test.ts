import { createServer } from 'node:http';
import { serve } from 'inngest/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startInngest } from '@/sandbox/inngest/start';
import { freePort } from '@/sandbox/ports';

/** The same saga with a job engine that speaks Inngest's protocol, and nobody helping. */
const [enginePort, appPort] = [await freePort(), await freePort()];
process.env.INNGEST_DEV = `http://127.0.0.1:${enginePort}`;

const { calm, control, eventually, operator, passMinutes, stripe, strikeStage } = await import('./stage');
const { book, CARDS, freshSailing, look, openPage, payOn, told } = await import('./trip');
const { functions } = await import('@/inngest/functions');
const { inngest } = await import('@/inngest/client');

const appUrl = `http://127.0.0.1:${appPort}`;
const app = createServer(serve({ client: inngest, functions, servePath: '/api/inngest' }));
let engine: Awaited<ReturnType<typeof startInngest>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(appPort, '127.0.0.1', resolve));
  engine = await startInngest({
    port: enginePort,
    databaseUrl: process.env.DATABASE_URL ?? '',
    appUrl,
    clockFile: process.env.CLOCK_FILE ?? '',
  });
});
afterAll(async () => {
  await engine.stop();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
  await strikeStage();
});

it('pays, confirms and tells with no hand on it', async () => {
  await calm();
  const trip = await book(await freshSailing());
  await payOn(await openPage(trip));
  await eventually(async () => (await look(trip)).booking === 'confirmed', 'confirmed');
  expect(await look(trip)).toMatchObject({ payments: ['paid'], legs: ['confirmed'], refunds: [] });
  expect(await told(trip, 'booking/booking.confirmed')).toBe(1);
});

it('refuses and refunds with no hand on it', async () => {
  await calm();
  const trip = await book(await freshSailing());
  const session = await openPage(trip);
  await fetch(`${operator.url}/_control`, { method: 'POST', body: JSON.stringify({ refused: ['*'] }) });
  await payOn(session);
  await eventually(async () => (await look(trip)).booking === 'refunded', 'refunded');
  expect(await look(trip)).toMatchObject({ payments: ['refunded'], refunds: [{ status: 'succeeded' }] });
});

it('finds a payment whose webhook never came', async () => {
  await calm();
  const trip = await book(await freshSailing());
  const session = await openPage(trip);
  await control(stripe.url, '/webhooks', { held: true });
  await payOn(session);
  passMinutes(2);
  await eventually(async () => (await look(trip)).booking === 'confirmed', 'confirmed');
});

it('ends an unpaid booking, closes its page and frees its places', async () => {
  await calm();
  const trip = await book(await freshSailing());
  const session = await openPage(trip);
  await payOn(session, { card: CARDS.declined });
  passMinutes(31);
  await eventually(async () => {
    const { booking, payments } = await look(trip);
    return booking === 'expired' && payments[0] === 'expired';
  }, 'expired');
  expect(await payOn(session)).toBe('closed');
  expect(await look(trip)).toMatchObject({ hold: 'expired' });
});
