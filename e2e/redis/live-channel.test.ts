import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Listening } from '@/realtime/listen';
import { ENGINES, tellWhatIsMissing } from '@/sandbox/testing/redis-engines';
import { ownRedis, type RedisOnTrial, slowWay } from './own-redis';

tellWhatIsMissing('the live channel on a real Redis');

const hint = (sailingId: string) => ({
  sailingId,
  routeId: 'FRMRS-TNLGN',
  departureDay: '2027-07-14',
  at: '2027-07-01T12:00:00.000Z',
});

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
  const untilConnected = () => until(() => listening?.connected());

  it('brings announcements, and nothing that it does not understand', async () => {
    const heard: unknown[] = [];
    listening = listen((each) => heard.push(each));
    await untilConnected();
    await redis.publish('voila:availability', { sailingId: 7 });
    await announce([hint('a')]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([hint('a')]);
  }, 20_000);

  it('notices that Redis is gone, and hears again by itself when it is back', async () => {
    const heard: unknown[] = [];
    listening = listen((each) => heard.push(each));
    await untilConnected();
    await house.stop();
    for (let i = 0; i < 4; i++) await vi.advanceTimersByTimeAsync(4000);
    expect(listening.connected()).toBe(false);

    await house.start();
    await untilConnected();
    await announce([hint('b')]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([hint('b')]);
  }, 20_000);

  it('hears also where a subscription takes its time', async () => {
    const way = await slowWay(house.url, 400);
    process.env.UPSTASH_REDIS_REST_URL = way.url;
    await load();
    const heard: unknown[] = [];
    listening = listen((each) => heard.push(each));
    await untilConnected();
    await announce([hint('c')]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([hint('c')]);
    listening.close();
    await way.end();
  }, 20_000);
});
