import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './ports';
import { startRedis } from './redis';
import { redisServerVersion, startRedisServer } from './redis-server';
import { tellWhatIsMissing } from './testing/redis-engines';

tellWhatIsMissing('a real Redis that is stopped, killed or broken');

const version = redisServerVersion();

function behindTheFront(): void {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-redis-server-'));
  const start = async () => startRedis({ port, token: 'secret', dataDir, engine: 'server' });
  let port: number;
  let front: Awaited<ReturnType<typeof startRedis>>;
  let redis: Redis;

  beforeAll(async () => {
    port = await freePort();
    front = await start();
    redis = new Redis({ url: front.url, token: 'secret', enableTelemetry: false, retry: false });
  }, 30_000);
  afterAll(async () => {
    await front?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const pid = async () => Number(/process_id:(\d+)/.exec(await redis.exec<string>(['INFO', 'server']))?.[1]);

  it('answers as soon as it says that it has started', async () => {
    expect(await redis.ping()).toBe('PONG');
  });

  it('keeps what it was given over a stop', async () => {
    await redis.set('port', 'Sète');
    await front.stop();
    front = await start();
    expect(await redis.get('port')).toBe('Sète');
  }, 30_000);

  it('that is killed comes back, and who listens goes on hearing', async () => {
    const listener = redis.subscribe<number>(['stock']);
    const heard: number[] = [];
    listener.on('message', ({ message }) => heard.push(message));
    await new Promise((resolve) => listener.on('subscribe', resolve));

    const killed = await pid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => pid().catch(() => killed), { timeout: 20_000 }).not.toBe(killed);
    let sent = 0;
    const listeners = () => redis.publish('stock', ++sent).catch(() => 0);
    await expect.poll(listeners, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => heard, { timeout: 20_000 }).toContain(sent);
    await listener.unsubscribe();
  }, 60_000);

  it('refuses, and does not hang, while there is no server', async () => {
    const other = await startRedisServer(path.join(dataDir, 'other'));
    const own = await startRedis({ port: 0, token: 'secret', dataDir, redisUrl: other.url });
    const client = new Redis({ url: own.url, token: 'secret', enableTelemetry: false, retry: false });
    expect(await client.ping()).toBe('PONG');
    await other.stop();
    await expect(client.ping()).rejects.toThrow();
    const subscribed = await fetch(`${own.url}/subscribe/stock?_token=secret`).then(
      (response) => response.text(),
      () => 'refused',
    );
    expect(subscribed).not.toContain('subscribe,stock');
    await own.stop();
  }, 30_000);

  it('that cannot start says why', async () => {
    const broken = path.join(dataDir, 'broken');
    mkdirSync(broken);
    writeFileSync(path.join(broken, 'dump.rdb'), 'this is no dump');
    await expect(startRedisServer(broken)).rejects.toThrow(
      /did not come up[\s\S]*Fatal error loading the DB/,
    );
  }, 30_000);
}

if (version) describe(`a redis-server ${version} behind the front`, behindTheFront);
