import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeptPages } from '@/lib/platform/page-cache/kept-pages';
import type { Sendable } from '@/lib/platform/page-cache/parcel';
import { RevalidationLog } from '@/lib/platform/page-cache/revalidation-log';
import { Revalidations } from '@/lib/platform/page-cache/revalidations';
import { SharedPages } from '@/lib/platform/page-cache/shared-pages';
import { ENGINES, tellWhatIsMissing } from '@/sandbox/testing/redis-engines';
import { listenInSilence, ownRedis, type RedisOnTrial } from './own-redis';

tellWhatIsMissing('kept pages shared through a real Redis');

const MINUTES = { revalidate: 300, expire: 3600 };
/** How fast Redis answers is not what is tried here, except where it never does. */
const AS_LONG_AS_IT_TAKES = 120_000;
const nothingBuilt = async () => null;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One wait after the other: where the machine stalls, all that waits in this process stalls with it. */
const waits = async (times: number, ms: number): Promise<void> => {
  for (let i = 0; i < times; i++) await wait(ms);
};

/** A page as Next gives it to be kept. */
const page = (words: string, ...tags: string[]): Sendable =>
  ({
    kind: 'APP_PAGE',
    html: `<p>${words}</p>`,
    headers: { 'x-next-cache-tags': ['_N_T_/layout', ...tags].join(',') },
  }) as unknown as Sendable;

describe.each(ENGINES)('kept pages shared through a Redis $name', ({ engine }) => {
  let house: RedisOnTrial;
  let run = 0;
  let origin = '';

  beforeAll(async () => {
    house = await ownRedis(engine);
  }, 30_000);
  beforeEach(async () => {
    await house.start();
    origin = `build-${++run}`;
  });
  afterAll(() => house.end());

  const client = () =>
    new Redis({
      url: house.url,
      token: house.token,
      retry: { retries: 0 },
      enableTelemetry: false,
    });

  /** What one process has: nothing in common with another but Redis. How long it waits is not what these tests try. */
  function process(options: { maxPages?: number; maxBytes?: number; patienceMs?: number } = {}) {
    const revalidations = new Revalidations();
    const log = new RevalidationLog(client(), revalidations, options.patienceMs ?? AS_LONG_AS_IT_TAKES);
    const pages = new SharedPages(client(), log, { origin, maxPages: options.maxPages ?? 100 });
    const kept = new KeptPages({ maxBytes: options.maxBytes ?? 1e7, revalidations, shared: { log, pages } });
    const words = async (key: string) => {
      const found = await kept.get(key, nothingBuilt);
      return found?.value.kind === 'APP_PAGE' ? found.value.html : null;
    };
    /** As Next does it: asks first, then makes. */
    const make = async (key: string, text: string, ...tags: string[]) => {
      await words(key);
      kept.set(key, page(text, ...tags), MINUTES);
    };
    return { kept, log, words, make };
  }

  const until = async (what: () => Promise<boolean>) => {
    for (let tries = 0; tries < 600; tries++) {
      if (await what()) return;
      await wait(50);
    }
    throw new Error('it never came to that');
  };

  /** A page lies in Redis: asking for it before would count as the beginning of making it. */
  const shared = (key: string) =>
    until(async () => (await client().keys(`page:${origin}:*`)).some((each) => each.endsWith(key)));

  it('a page made by one is not made again by another', async () => {
    const [here, there] = [process(), process()];
    await here.make('/a', 'one', 'route:A');
    await shared('/a');
    expect(await there.words('/a')).toBe('<p>one</p>');
    const arrived = await there.kept.get('/a', nothingBuilt);
    expect(arrived?.cacheControl).toEqual(MINUTES);
    expect(arrived?.value.headers).toMatchObject({ 'cache-tag': 'route:A' });
    expect(arrived?.value.headers?.['content-security-policy']).toContain("default-src 'none'");
  });

  it('what one revalidates no other shows for longer than a second; other pages stay', async () => {
    const [here, there] = [process(), process()];
    await here.make('/a', 'old', 'route:A');
    await here.make('/b', 'b', 'route:B');
    await Promise.all([shared('/a'), shared('/b')]);
    expect(await there.words('/a')).toBe('<p>old</p>');
    expect(await there.words('/b')).toBe('<p>b</p>');
    await here.kept.revalidate(['route:A']);
    expect(await here.words('/a')).toBeNull();
    await wait(1000);
    expect(await there.words('/a')).toBeNull();
    expect(await there.words('/b')).toBe('<p>b</p>');
    await there.make('/a', 'new', 'route:A');
    expect(await there.words('/a')).toBe('<p>new</p>');
    await until(async () => (await here.words('/a')) === '<p>new</p>');
  });

  it('under requests all the time, too', async () => {
    const [here, there] = [process(), process()];
    await here.make('/a', 'old', 'route:A');
    await shared('/a');
    expect(await there.words('/a')).toBe('<p>old</p>');
    let lastOld = 0;
    const gone = (async () => {
      for (;;) {
        const asked = performance.now();
        if ((await there.words('/a')) !== '<p>old</p>') return;
        lastOld = asked;
        await wait(5);
      }
    })();
    await until(async () => lastOld > 0);
    await here.kept.revalidate(['route:A']);
    const revalidated = performance.now();
    await gone;
    // Whoever asks later than that waits for what Redis says, however long that takes.
    expect(lastOld - revalidated).toBeLessThanOrEqual(1000);
    for (let i = 0; i < 100; i++) expect(await there.words('/a')).toBeNull();
  });

  it('a page that was being made meanwhile is not taken for new, by nobody', async () => {
    const [here, there] = [process(), process()];
    await here.words('/a');
    await here.kept.revalidate(['route:A']);
    here.kept.set('/a', page('read before', 'route:A'), MINUTES);
    expect(await here.words('/a')).toBeNull();
    await wait(200);
    expect(await there.words('/a')).toBeNull();
  });

  it('a page of the build counts as old once one of its tags was revalidated, also before the process began', async () => {
    const [here, there] = [process(), process()];
    const built = async () => ({ value: page('built', 'route:Y') as never, lastModified: Date.now() });
    expect(await there.kept.get('/built', built)).not.toBeNull();
    await here.kept.revalidate(['route:Y']);
    await wait(1000);
    expect(await there.kept.get('/built', built)).toBeNull();
    expect(await process().kept.get('/built', built)).toBeNull();
    const others = async () => ({ value: page('built', 'route:Z') as never, lastModified: Date.now() });
    expect(await process().kept.get('/other', others)).not.toBeNull();
  });

  it('a crawler that varies addresses makes nothing grow beyond its bound, here or there', async () => {
    const here = process({ maxPages: 20, maxBytes: 100_000 });
    for (let i = 0; i < 300; i++) await here.make(`/crawled/${i}`, `page ${i}`, 'route:A');
    expect(here.kept.bytes).toBeLessThanOrEqual(100_000);
    const keys = () => client().keys(`page:${origin}:*`);
    // The last has arrived: none is on its way that would push out what we look at.
    await until(
      async () =>
        (await client().zcard(`pages:of:${origin}`)) === 20 &&
        (await keys()).length === 20 &&
        (await keys()).some((key) => key.endsWith('/crawled/299')),
    );
    const [some = ''] = await keys();
    expect(await process().words(some.slice(some.indexOf('/')))).toMatch(/^<p>page 2\d\d<\/p>$/);
    expect(await client().ttl(some)).toBeGreaterThan(3000);
    expect(await client().ttl(`pages:of:${origin}`)).toBeGreaterThan(3000);
  });

  it('pages of nothing and redirects take nobody’s room in Redis', async () => {
    const here = process();
    for (const [key, status] of [
      ['/lost', 404],
      ['/moved', 307],
    ] as const) {
      await here.words(key);
      here.kept.set(key, { ...page('no', 'x'), status } as Sendable, MINUTES);
      expect(await here.words(key)).toBe('<p>no</p>');
    }
    await wait(200);
    expect(await client().keys(`page:${origin}:*`)).toEqual([]);
  });

  it('with Redis gone each goes on alone; what was revalidated meanwhile is told when it is back', async () => {
    const [here, there] = [process(), process()];
    await here.make('/a', 'old', 'route:A');
    await shared('/a');
    expect(await there.words('/a')).toBe('<p>old</p>');
    await house.stop();
    await wait(800);
    expect(await here.words('/a')).toBe('<p>old</p>');
    await here.kept.revalidate(['route:A']);
    expect(await here.words('/a')).toBeNull();
    await here.make('/c', 'alone', 'route:C');
    expect(await here.words('/c')).toBe('<p>alone</p>');
    await house.start();
    await until(async () => (await there.words('/a')) === null);
  });

  it('a Redis that lost its memory makes everybody begin anew, rather than believe what is old', async () => {
    const [here, there] = [process(), process()];
    await here.kept.revalidate(['another']);
    await here.make('/a', 'old', 'route:A');
    await shared('/a');
    expect(await there.words('/a')).toBe('<p>old</p>');
    await client().flushall();
    await wait(1000);
    expect(await there.words('/a')).toBeNull();
  });

  it('a Redis that takes the connection and stays silent keeps nobody waiting for long', async () => {
    const here = process({ patienceMs: 250 });
    await here.make('/a', 'kept', 'route:A');
    await house.stop();
    const speak = await listenInSilence(house.port);
    await wait(800);
    for (let i = 0; i < 5; i++)
      expect(await Promise.race([here.words('/a'), waits(3, 250)])).toBe('<p>kept</p>');
    await speak();
  });
});
