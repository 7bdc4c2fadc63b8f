import { Redis } from '@upstash/redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Limits } from '@/lib/platform/rate-limit';
import { ENGINES, tellWhatIsMissing } from '@/sandbox/testing/redis-engines';
import { listenInSilence, ownRedis, type RedisOnTrial } from './own-redis';

tellWhatIsMissing('limits counted in a real Redis');

/** How fast Redis answers is not what is tried here. */
const AS_LONG_AS_IT_TAKES = 120_000;
const WINDOW_S = 600;

describe.each(ENGINES)('a limit counted in a Redis $name', ({ engine }) => {
  let house: RedisOnTrial;
  let here: Limits;
  let elsewhere: Limits;

  beforeAll(async () => {
    house = await ownRedis(engine);
  }, 30_000);
  beforeEach(async () => {
    await house.start();
    // One second into a window, and time stands still: no run is too slow for it.
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Math.floor(Date.now() / (WINDOW_S * 1000)) * WINDOW_S * 1000 + 1000);
    [here, elsewhere] = [limits(AS_LONG_AS_IT_TAKES), limits(AS_LONG_AS_IT_TAKES)];
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(() => house.end());

  /** The limits as one process has them: nothing in common with another but Redis. */
  function limits(patienceMs?: number): Limits {
    const { url, token } = house;
    return new Limits(new Redis({ url, token, retry: { retries: 0 }, enableTelemetry: false }), patienceMs);
  }

  const name = 'booking-lookup-reference' as const;

  it('is one for all processes, and says when one may try again', async () => {
    const verdicts = [];
    for (let i = 0; i < 12; i++)
      verdicts.push(await (i % 2 ? here : elsewhere).count({ name, key: 'shared' }));
    expect(verdicts.map((verdict) => verdict.store)).toEqual(Array(12).fill('redis'));
    expect(verdicts.map((verdict) => verdict.allowed)).toEqual([...Array(10).fill(true), false, false]);
    expect(verdicts.slice(0, 10).map((verdict) => verdict.remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(verdicts[11]?.retryAfter).toBe(WINDOW_S - 1);
    expect((await here.count({ name, key: 'somebody else' })).remaining).toBe(9);
    // The window before still counts, by the part of it that is less than a window ago.
    vi.setSystemTime(Date.now() + (WINDOW_S - 1) * 1000);
    expect((await here.count({ name, key: 'shared' })).allowed).toBe(false);
    vi.setSystemTime(Date.now() + WINDOW_S * 500);
    expect((await here.count({ name, key: 'shared' })).allowed).toBe(true);
  });

  it('holds against a crowd that comes at once', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? here : elsewhere).count({ name, key: 'crowd' })),
    );
    expect(verdicts.filter((verdict) => verdict.store === 'redis')).toHaveLength(40);
    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(10);
  });

  it('is counted in the process while Redis is gone, and in Redis again afterwards', async () => {
    await house.stop();
    const alone = [];
    for (let i = 0; i < 12; i++) alone.push(await here.count({ name, key: 'alone' }));
    expect(alone.map((verdict) => verdict.store)).toEqual(Array(12).fill('memory'));
    expect(alone.map((verdict) => verdict.allowed)).toEqual([...Array(10).fill(true), false, false]);
    expect(alone[11]?.retryAfter).toBe(WINDOW_S);
    vi.setSystemTime(Date.now() + WINDOW_S * 1000);
    expect(await here.count({ name, key: 'alone' })).toMatchObject({ allowed: true, remaining: 9 });
    await house.start();
    expect((await here.count({ name, key: 'back' })).store).toBe('redis');
  });

  it('is counted in the process when Redis takes the connection and stays silent', async () => {
    await house.stop();
    const speak = await listenInSilence(house.port);
    expect((await limits().count({ name, key: 'silent' })).store).toBe('memory');
    await speak();
  });
});
