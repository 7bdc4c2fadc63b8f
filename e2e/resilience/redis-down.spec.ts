import { expect } from 'playwright/test';
import { call } from '../api/client';
import { listenInSilence } from '../redis/own-redis';
import { type BreakableHouse, test } from './house';
import { kept, look } from './outcome';
import { servicesOf } from './services';
import { type Trip, toBePaid } from './trips';

/** A traveller's patience for one request, whatever Redis does. */
const PATIENCE_MS = 5_000;

test.afterEach(async ({ house }) => {
  await house.redis.start();
  await expect.poll(() => redisState(house)).toBe('up');
});

async function redisState({ url }: BreakableHouse): Promise<string | undefined> {
  const reply = await call<{ parts: { redis: string } }>('GET', '/api/health/detailed', { base: url });
  return reply.body.parts.redis;
}

/** Looks a booking up; tells the status and where the limit was counted. */
async function lookUp({ url }: BreakableHouse, reference: string, email: string) {
  const query = new URLSearchParams({ email });
  const response = await fetch(`${url}/api/v1/bookings/reference/${reference}?${query}`);
  await response.arrayBuffer();
  return { status: response.status, store: response.headers.get('x-ratelimit-store') ?? 'redis' };
}

/** Finds a sailing, holds places, books and pays; no request takes longer than a traveller waits. */
async function wholeTrip(house: BreakableHouse): Promise<Trip> {
  const services = servicesOf(house);
  const started = Date.now();
  const search = await call<{ data: unknown[] }>(
    'GET',
    '/api/v1/sailings?from=FRMRS&to=TNLGN&date=2027-07-14&adults=1',
    { base: house.url },
  );
  expect(search.status).toBe(200);
  expect(search.body.data.length).toBeGreaterThan(0);
  expect(Date.now() - started).toBeLessThan(PATIENCE_MS);
  const booking = Date.now();
  const trip = await toBePaid(house);
  expect(Date.now() - booking).toBeLessThan(3 * PATIENCE_MS);
  expect(await services.pay(trip.session)).toBe('complete');
  await expect.poll(() => look(house, services, trip), { timeout: 45_000 }).toEqual(kept(trip));
  return trip;
}

test('with Redis gone, search, hold, booking and payment go on; limits fall back to memory and say so', async ({
  house,
}) => {
  test.setTimeout(120_000);
  await house.redis.stop();
  expect(await redisState(house)).toBe('down');
  const trip = await wholeTrip(house);
  expect(await lookUp(house, trip.reference, trip.email)).toEqual({ status: 200, store: 'memory' });

  // The limit of ten tries per reference still limits.
  for (let i = 0; i < 9; i++) await lookUp(house, trip.reference, 'stranger@example.test');
  expect(await lookUp(house, trip.reference, trip.email)).toEqual({ status: 429, store: 'memory' });

  await house.redis.start();
  await expect.poll(() => redisState(house)).toBe('up');
  const other = await toBePaid(house);
  await expect
    .poll(() => lookUp(house, other.reference, other.email))
    .toEqual({ status: 200, store: 'redis' });
});

test('a Redis that takes connections and never answers keeps nobody waiting for long', async ({ house }) => {
  test.setTimeout(120_000);
  await house.redis.stop();
  const silent = await listenInSilence(house.redis.port);
  try {
    expect(await redisState(house)).toBe('down');
    const trip = await wholeTrip(house);
    const started = Date.now();
    expect(await lookUp(house, trip.reference, trip.email)).toEqual({ status: 200, store: 'memory' });
    expect(Date.now() - started).toBeLessThan(PATIENCE_MS);
  } finally {
    await silent();
  }
});
