import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { freePort } from '@/sandbox/ports';
import { startRedis } from '@/sandbox/redis';
import { startHouse } from '@/scripts/test-house';
import { liveDoor } from '../live/sidecars';
import { test as base } from '../watched';

/** A house that may be broken: its parts can be killed, its clock moved, its services made unwell. */
export interface BreakableHouse {
  /** Its process; everything else is below it. */
  pid(): number;
  /** After that process was killed: once more, on the same data and ports. */
  startAgain(): Promise<void>;
  readonly settings: Readonly<Record<string, string>>;
  readonly url: string;
  readonly sql: postgres.Sql;
  /** What leads browsers to its sidecars; `own` is the port of its own. */
  readonly live: { readonly own: number; lead(to: readonly number[]): void };
  /** The Redis in front of which this house lives is ours to stop and start again. */
  readonly redis: { readonly port: number; stop(): Promise<void>; start(): Promise<void> };
}

/**
 * One house for all the bad days of a worker, beside the one under test and from the same build. It is shared, so a
 * test leaves it well: services answering, all parts up. Its clock only goes forward.
 */
export const test = base.extend<object, { house: BreakableHouse }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern.
    async ({}, use, { parallelIndex }) => {
      const redis = await ownRedis();
      const door = await liveDoor();
      const house = await startHouse({
        asBuilt: true,
        logs: `logs-resilience-${parallelIndex}`,
        // Several jobs of a test wait inside a transaction at once, each on a connection.
        settings: { ...redis.settings, DATABASE_POOL: '24', REALTIME_URL: door.url },
      });
      const settings = Object.fromEntries(
        // What was set from outside the house does not tell itself.
        Object.entries({ ...house.settings, ...redis.settings }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      );
      const sql = postgres(settings.DATABASE_URL as string, { max: 4, onnotice: () => undefined });
      const own = Number(settings.REALTIME_PORT);
      door.lead([own]);
      try {
        await use({
          pid: house.pid,
          startAgain: house.startAgain,
          settings,
          url: settings.APP_URL as string,
          sql,
          live: { own, lead: door.lead },
          redis,
        });
      } finally {
        await sql.end({ timeout: 1 });
        await house.stop();
        await redis.end();
        await door.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

async function ownRedis() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-redis-'));
  const options = { port: await freePort(), token: 'resilience', dataDir };
  let running: Awaited<ReturnType<typeof startRedis>> | null = await startRedis(options);
  const stop = async () => {
    await running?.stop();
    running = null;
  };
  return {
    settings: {
      UPSTASH_REDIS_REST_URL: running.url,
      UPSTASH_REDIS_REST_TOKEN: options.token,
    },
    port: options.port,
    stop,
    async start() {
      running ??= await startRedis(options);
    },
    async end() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Tries until `check` gives something true; throws with what was last seen after `seconds`. */
export async function until<T>(what: string, seconds: number, check: () => Promise<T | false>): Promise<T> {
  let last: unknown = 'nothing seen';
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    try {
      const seen = await check();
      if (seen) return seen;
      last = seen;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`not within ${seconds} s: ${what}\n${String(last)}`);
}
