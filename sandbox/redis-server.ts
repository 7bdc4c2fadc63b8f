import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './ports';
import { spawnTied } from './tied-process';

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** How long a server may take to read its dump and answer. */
const START_TIMEOUT_MS = 20_000;
const RESTART_AFTER_MS = 500;

/** Version of the `redis-server` on the PATH (`7.0.15`), or null where there is none. */
export function redisServerVersion(): string | null {
  const { status, stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  if (status !== 0) return null;
  return /v=(\S+)/.exec(stdout)?.[1] ?? 'of unknown version';
}

/**
 * A `redis-server` of our own with its files in `dataDir`; it ends with us, and is started again when it dies alone.
 * Resolves when it answers; throws with its last words when it does not come up.
 */
export async function startRedisServer(dataDir: string): Promise<RedisServer> {
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', dir: path.resolve(dataDir), save: '60 1' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const options = { log: path.join(dataDir, 'server.log'), stopSignal: 'TERM' } as const;
  let server = spawnTied('redis-server', args, options);
  let stopping = false;
  const stop = (): Promise<void> => {
    stopping = true;
    return server.stop();
  };

  const url = `redis://127.0.0.1:${port}`;
  if (!(await answers(url, server.exited))) {
    await stop();
    const words = readFileSync(options.log, 'utf8').trimEnd().split('\n').slice(-10).join('\n');
    throw new Error(`redis-server did not come up:\n${words}`);
  }

  const watch = (): void => {
    void server.exited.then(async () => {
      await new Promise((resolve) => setTimeout(resolve, RESTART_AFTER_MS));
      if (stopping) return;
      server = spawnTied('redis-server', args, options);
      watch();
    });
  };
  watch();
  return { url, stop };
}

/** Asks until it answers; false when it has ended, or stays silent for too long. */
async function answers(url: string, exited: Promise<unknown>): Promise<boolean> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try {
    for (const end = Date.now() + START_TIMEOUT_MS; !ended && Date.now() < end; ) {
      if ((await client.ping().catch(() => null)) === 'PONG') return true;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return false;
  } finally {
    client.disconnect();
  }
}
