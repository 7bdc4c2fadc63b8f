import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import postgres from 'postgres';
import { giveBack, type OneCabin, oneCabin, takeCabin } from '@/e2e/live/last-cabin';
import { liveDoor, startSidecar } from '@/e2e/live/sidecars';
import { freePort } from '@/sandbox/ports';
import { startRedis } from '@/sandbox/redis';
import { browserArgs, findBrowser } from '@/scripts/find-browser';
import { startHouse } from '@/scripts/test-house';

const HOLDS = 20;
const RESTARTS = 5;

/** Milliseconds, of each round. */
export interface Delays {
  /** From the commit of a hold until the last cabin is gone in the later of two windows, on two sidecars. */
  readonly seen: number[];
  /** The hold itself, from its request to its answer. */
  readonly api: number[];
  /** From the commit of a hold, placed while Redis restarts, until both windows are right. */
  readonly healed: number[];
}

/** A house with two sidecars and two windows; one cabin that is taken and given back. */
export async function delaysOf(): Promise<Delays> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-redis-'));
  const options = { port: await freePort(), token: 'bench', dataDir };
  let redis = await startRedis(options);
  const door = await liveDoor();
  const house = await startHouse({
    settings: {
      UPSTASH_REDIS_REST_URL: redis.url,
      UPSTASH_REDIS_REST_TOKEN: options.token,
      REALTIME_URL: door.url,
    },
  });
  const settings = {
    ...(house.settings as Record<string, string>),
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: options.token,
  };
  const {
    APP_URL: app = '',
    DATABASE_URL: database = '',
    REALTIME_PORT: own,
  } = settings as Record<string, string>;
  const sql = postgres(database, { max: 2, onnotice: () => undefined });
  const second = await startSidecar(settings);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
  try {
    door.lead([Number(own), second.port]);
    const what = await oneCabin(sql, 120);
    const windows = [await open(browser, app, what, 1), await open(browser, app, what, 2)];

    const seen: number[] = [];
    const api: number[] = [];
    for (let i = 0; i < HOLDS; i++) {
      const committed = commitOf(sql, what, 1);
      const asked = performance.now();
      const hold = await takeCabin(app, what);
      api.push(performance.now() - asked);
      seen.push((await becameAll(windows, 'full')) - (await committed));
      await giveBack(app, hold);
      await becameAll(windows, 'few');
    }

    const healed: number[] = [];
    for (let i = 0; i < RESTARTS; i++) {
      await redis.stop();
      const committed = commitOf(sql, what, 1);
      const hold = await takeCabin(app, what);
      redis = await startRedis(options);
      healed.push((await becameAll(windows, 'full')) - (await committed));
      await giveBack(app, hold);
      await becameAll(windows, 'few');
    }
    return { seen, api, healed };
  } finally {
    await browser.close();
    await second.stop();
    await sql.end({ timeout: 1 });
    await house.stop();
    await door.stop();
    await redis.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** When another connection first sees the cabin held: the commit, to a poll of the database exactly. */
async function commitOf(sql: postgres.Sql, { sailing, cabin }: OneCabin, held: number): Promise<number> {
  for (;;) {
    const [line] = await sql<{ left: number }[]>`
      select capacity - held - sold as left from stock_lines where sailing_id = ${sailing} and code = ${cabin}`;
    if (line?.left === 1 - held) return Date.now();
  }
}

/** A window that notes when the badge of the cabins changes its tone. */
async function open(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  app: string,
  what: OneCabin,
  adults: number,
) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${app}${what.search(adults)}`);
  await page.locator('.live').waitFor({ timeout: 60_000 });
  await page.evaluate((sailing) => {
    const card = document.querySelector(`input[value^="${sailing}|"]`)?.closest('article');
    const badges = '.sail__av .badge';
    const noted: Record<string, number> = {};
    let last = [...(card?.querySelectorAll(badges) ?? [])].at(-1)?.className;
    // No function in here has a name: what gives it one is not in the page.
    new MutationObserver(() => {
      const now = [...(card?.querySelectorAll(badges) ?? [])].at(-1)?.className;
      if (now && now !== last) noted[now.replace('badge badge--', '')] = Date.now();
      last = now;
    }).observe(card as Element, { subtree: true, childList: true, attributes: true, characterData: true });
    (window as unknown as { noted: typeof noted }).noted = noted;
  }, what.sailing);
  return page;
}

/** When the badge took that tone in the last of the windows; forgets it. */
async function becameAll(windows: readonly Page[], tone: string): Promise<number> {
  const times = windows.map(async (page) => {
    const at = await page.waitForFunction(
      (wanted) => {
        const { noted } = window as unknown as { noted: Record<string, number> };
        const found = noted[wanted];
        delete noted[wanted];
        return found;
      },
      tone,
      { timeout: 60_000, polling: 20 },
    );
    return (await at.jsonValue()) as number;
  });
  return Math.max(...(await Promise.all(times)));
}
