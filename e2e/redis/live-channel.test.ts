import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AvailabilityHint } from '@/lib/realtime/protocol';
import { hintOf } from '@/lib/realtime/testing/hints';
import type { Listening } from '@/realtime/listen';
import { ENGINES, tellWhatIsMissing } from '@/sandbox/testing/redis-engines';
import { ownRedis, type RedisOnTrial, slowWay } from './own-redis';

tellWhatIsMissing('the live channel on a real Redis');

describe.each(ENGINES)('the live channel on a Redis $name', ({ engine }) => {
  let house: RedisOnTrial;
  let listen: typeof import('@/realtime/listen').listen;
  let announce: typeof import('@/lib/realtime/announce-availability').announceAvailability;
  let redis: NonNullable<typeof import('@/lib/providers/redis/client').redis>;
  let listening: Listening | undefined;

  beforeAll(async () => {
    // The heartbeat is moved by hand; requests and polls keep the real time.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    house = await ownRedis(engine);
    await load();
  }, 30_000);
  afterEach(() => listening?.close());
  afterAll(async () => {
    vi.useRealTimers();
    await house.end();
  });

  async function load(): Promise<void> {
    vi.resetModules();
    ({ listen } = await import('@/realtime/listen'));
    ({ announceAvailability: announce } = await import('@/lib/realtime/announce-availability'));
    const client = await import('@/lib/providers/redis/client');
    redis = client.redis as typeof redis;
  }

  /** Gives each beat of the channel's own time a while of ours. */
  async function until(check: () => boolean | undefined): Promise<void> {
    for (let beat = 0; beat < 10; beat++) {
      for (let i = 0; i < 60; i++) {
        if (check()) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      await vi.advanceTimersByTimeAsync(4000);
    }
    throw new Error('it never came to that');
  }
  /** Hints as they come, and what else it tells. */
  function ears() {
    const heard: AvailabilityHint[] = [];
    const told: string[] = [];
    listening = listen({
      hear: (hints) => heard.push(...hints),
      missed: () => told.push('missed'),
      silent: () => told.push('silent'),
    });
    return { heard, told };
  }
  const untilConnected = () => until(() => listening?.connected());

  it('brings announcements, and nothing that it does not understand', async () => {
    const { heard } = ears();
    await untilConnected();
    await redis.publish('voila:availability', { sailingId: 7 });
    await announce([hintOf('a')]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([hintOf('a')]);
  }, 20_000);

  it('notices that Redis is gone, and hears again by itself when it is back', async () => {
    const { heard, told } = ears();
    await untilConnected();
    await house.stop();
    for (let i = 0; i < 4; i++) await vi.advanceTimersByTimeAsync(4000);
    expect(listening?.connected()).toBe(false);
    expect(told).toEqual(['missed', 'silent']);

    await house.start();
    await untilConnected();
    expect(told).toEqual(['missed', 'silent', 'missed']);
    await announce([hintOf('b')]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([hintOf('b')]);
  }, 20_000);

  it('knows by the next beat that an announcement did not arrive', async () => {
    const { heard, told } = ears();
    await untilConnected();
    await announce([hintOf('c')]);
    await until(() => heard.length === 1);
    expect(told).toEqual(['missed']);
    // Announced, and lost on the way to us.
    await redis.incr('voila:announced');
    await until(() => told.length === 2);
    expect(told).toEqual(['missed', 'missed']);
    await announce([hintOf('d')]);
    await until(() => heard.length === 2);
    expect(told).toEqual(['missed', 'missed']);
  }, 20_000);

  it('hears also where a subscription takes its time', async () => {
    const way = await slowWay(house.url, 400);
    process.env.UPSTASH_REDIS_REST_URL = way.url;
    await load();
    const { heard } = ears();
    await untilConnected();
    await announce([hintOf('c')]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([hintOf('c')]);
    listening?.close();
    await way.end();
  }, 20_000);
});
