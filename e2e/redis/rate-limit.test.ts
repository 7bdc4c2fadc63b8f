import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINES, tellWhatIsMissing } from '@/sandbox/testing/redis-engines';
import { listenInSilence, ownRedis, type RedisOnTrial } from './own-redis';

tellWhatIsMissing('limits counted in a real Redis');

type Limit = typeof import('@/lib/platform/rate-limit').limit;

describe.each(ENGINES)('a limit counted in a Redis $name', ({ engine }) => {
  let house: RedisOnTrial;
  let here: Limit;
  let elsewhere: Limit;

  beforeAll(async () => {
    house = await ownRedis(engine);
    here = await freshProcess();
    elsewhere = await freshProcess();
  }, 30_000);
  beforeEach(() => house.start());
  afterAll(() => house.end());

  /** The limiter as another process has it: nothing in common but Redis. */
  async function freshProcess(): Promise<Limit> {
    vi.resetModules();
    return (await import('@/lib/platform/rate-limit')).limit;
  }

  const name = 'booking-lookup-reference' as const;

  it('is one for all processes, and says when one may try again', async () => {
    const verdicts = [];
    for (let i = 0; i < 12; i++) verdicts.push(await (i % 2 ? here : elsewhere)({ name, key: 'shared' }));
    expect(verdicts.map((verdict) => verdict.store)).toEqual(Array(12).fill('redis'));
    expect(verdicts.map((verdict) => verdict.allowed)).toEqual([...Array(10).fill(true), false, false]);
    expect(verdicts.slice(0, 10).map((verdict) => verdict.remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(verdicts[11]?.retryAfter).toBeGreaterThan(0);
    expect(verdicts[11]?.retryAfter).toBeLessThanOrEqual(600);
    expect((await here({ name, key: 'somebody else' })).remaining).toBe(9);
  });

  it('holds against a crowd that comes at once', async () => {
    const verdicts = await Promise.all(Array.from({ length: 40 }, () => here({ name, key: 'crowd' })));
    const counted = verdicts.filter((verdict) => verdict.store === 'redis');
    expect(counted.filter((verdict) => verdict.allowed).length).toBeLessThanOrEqual(10);
    expect(verdicts.some((verdict) => !verdict.allowed)).toBe(true);
  });

  it('is counted in the process while Redis is gone, and in Redis again afterwards', async () => {
    await house.stop();
    const alone = [];
    for (let i = 0; i < 11; i++) alone.push(await here({ name, key: 'alone' }));
    expect(alone.map((verdict) => verdict.store)).toEqual(Array(11).fill('memory'));
    expect(alone.map((verdict) => verdict.allowed)).toEqual([...Array(10).fill(true), false]);
    await house.start();
    expect((await here({ name, key: 'back' })).store).toBe('redis');
  });

  it('is counted in the process when Redis takes the connection and stays silent', async () => {
    await house.stop();
    const speak = await listenInSilence(house.port);
    expect((await here({ name, key: 'silent' })).store).toBe('memory');
    await speak();
  });
});
