import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './ports';
import { startRedis } from './redis';
import { ENGINES, tellWhatIsMissing } from './testing/redis-engines';

tellWhatIsMissing('the protocol of Redis against a real one');

describe.each(ENGINES)('the Redis $name, by the real client', ({ engine }) => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-redis-'));
  let redis: Redis;
  let url: string;
  let stop: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    const server = await startRedis({ port: await freePort(), token: 'secret', dataDir, engine });
    ({ url, stop } = server);
    expect(server.kind).toBe(engine);
    redis = new Redis({ url, token: 'secret', enableTelemetry: false });
  }, 30_000);
  afterAll(async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('refuses a wrong token', async () => {
    await expect(new Redis({ url, token: 'other', retry: false }).get('a')).rejects.toThrow('WRONGPASS');
  });

  it('keeps what it is given, accents and objects too', async () => {
    await redis.set('trip', { from: 'Sète', adults: 2 });
    expect(await redis.get('trip')).toEqual({ from: 'Sète', adults: 2 });
    expect(await redis.get('nothing')).toBeNull();
    await redis.hset('hash', { a: 1, b: 'two' });
    expect(await redis.hgetall('hash')).toEqual({ a: 1, b: 'two' });
    expect(await redis.multi().hgetall('hash').exists('hash').exec()).toEqual([{ a: 1, b: 'two' }, 1]);
    expect(await redis.hgetall('no hash')).toBeNull();
  });

  it('honours the options of SET, written small by the client', async () => {
    expect(await redis.set('lock', 'me', { nx: true, px: 5000 })).toBe('OK');
    expect(await redis.set('lock', 'you', { nx: true, px: 5000 })).toBeNull();
    expect(await redis.pttl('lock')).toBeGreaterThan(1000);
  });

  it('answers a pipeline one by one and a transaction as a whole', async () => {
    expect(await redis.pipeline().set('n', 1).incr('n').get('n').exec()).toEqual(['OK', 2, 2]);
    expect(await redis.multi().incr('n').incr('n').exec()).toEqual([3, 4]);
    await redis.set('word', 'x');
    const unknown = '0'.repeat(40);
    const replies = await redis.pipeline().evalsha(unknown, [], []).get('word').exec({ keepErrors: true });
    expect(replies[0]?.error).toMatch(/NOSCRIPT/);
    expect(replies[1]?.result).toBe('x');
  });

  it('runs Lua: tables, flags, small options, and by digest', async () => {
    const script = '#!lua flags=allow-key-locking\nlocal t = {}\nt[1] = ARGV[1]\nt[2] = 7\nreturn t';
    expect(await redis.eval(script, [], ['a'])).toEqual(['a', 7]);
    expect(await redis.evalsha(await redis.scriptLoad(script), [], ['b'])).toEqual(['b', 7]);
    const digest = createHash('sha1').update(script).digest('hex');
    expect(await redis.scriptLoad(script)).toBe(digest);
    expect(await redis.scriptExists(digest, '0'.repeat(40))).toEqual([1, 0]);
    expect(await redis.evalsha(digest, [], ['c'])).toEqual(['c', 7]);
    await expect(redis.evalsha('0'.repeat(40), [], [])).rejects.toThrow('NOSCRIPT');
    const lock = 'return redis.call("SET", KEYS[1], "1", "px", "5000", "nx")';
    expect(await redis.eval(lock, ['lua-lock'], [])).toBe('OK');
    expect(await redis.eval(lock, ['lua-lock'], [])).toBeNull();
  });

  it('forgets scripts when told to, and takes them again', async () => {
    const script = '#!lua flags=allow-key-locking\nreturn "here"';
    const digest = await redis.scriptLoad(script);
    await redis.scriptFlush();
    expect(await redis.scriptExists(digest)).toEqual([0]);
    await expect(redis.evalsha(digest, [], [])).rejects.toThrow('NOSCRIPT');
    expect(await redis.eval(script, [], [])).toBe('here');
    expect(await redis.evalsha(digest, [], [])).toBe('here');
  });

  it('brings what is published to those who listen, and stops when they leave', async () => {
    const listener = redis.subscribe<{ route: string }>(['stock']);
    const heard = new Promise((resolve) => listener.on('message', ({ message }) => resolve(message)));
    await new Promise((resolve) => listener.on('subscribe', resolve));
    expect(await redis.publish('stock', { route: 'FRMRS-TNLGN' })).toBe(1);
    expect(await heard).toEqual({ route: 'FRMRS-TNLGN' });
    await listener.unsubscribe();
    await expect.poll(() => redis.publish('stock', 'gone')).toBe(0);
  });

  it('counts for the real rate limiter', async () => {
    const limiter = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(3, '60 s'),
      ephemeralCache: false,
    });
    const verdicts = [];
    for (let i = 0; i < 5; i++) verdicts.push((await limiter.limit('1.2.3.4')).success);
    expect(verdicts).toEqual([true, true, true, false, false]);
    expect((await limiter.getRemaining('1.2.3.4')).remaining).toBe(0);
  });
});
