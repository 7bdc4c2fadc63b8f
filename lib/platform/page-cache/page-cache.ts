import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache';
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external';
import { redis } from '@/lib/providers/redis/client';
import { env } from '../env';
import { announceKeptPages } from './expire-pages';
import { openFrontDoor } from './front-door';
import { KeptPages } from './kept-pages';
import { RevalidationLog } from './revalidation-log';
import { Revalidations } from './revalidations';
import { SharedPages } from './shared-pages';

/** A thousand searches, or so. */
const MAX_BYTES = 100 * 1024 * 1024;
const MAX_LIFETIMES = 20_000;

/** One for the process; Next makes a `PageCache` for each request. */
let pages: KeptPages;

/** Next's cache of kept pages with ours behind it. Of Next's own only the reading of what the build made is left. */
class PageCache extends FileSystemCache {
  constructor(context: ConstructorParameters<typeof FileSystemCache>[0]) {
    super({ ...context, maxMemoryCacheSize: 0 });
  }

  override async get(...args: Parameters<FileSystemCache['get']>): ReturnType<FileSystemCache['get']> {
    const [key, { kind }] = args;
    if (kind === 'APP_PAGE' || kind === 'APP_ROUTE') return pages.get(key, () => super.get(...args));
    // Answers of other services are not kept: prices are read where they are true.
    return kind === 'FETCH' ? null : super.get(...args);
  }

  override async set(...args: Parameters<FileSystemCache['set']>): Promise<void> {
    const [key, value, context] = args;
    if (context.fetchCache) return undefined;
    if (value && value.kind !== 'APP_PAGE' && value.kind !== 'APP_ROUTE') return super.set(...args);
    pages.set(key, value, context.cacheControl);
    boundLifetimes();
    return undefined;
  }

  override async revalidateTag(tags: string | string[]): Promise<void> {
    await pages.revalidate(typeof tags === 'string' ? [tags] : tags);
  }
}

function open(): KeptPages {
  if (!redis) return new KeptPages({ maxBytes: MAX_BYTES });
  const revalidations = new Revalidations();
  const log = new RevalidationLog(redis, revalidations);
  const madeFrom = `${buildId()} ${env.APP_URL} ${env.DATABASE_URL}`;
  const origin = createHash('sha256').update(madeFrom).digest('hex').slice(0, 16);
  const shared = { log, pages: new SharedPages(redis, log, { origin }) };
  return new KeptPages({ maxBytes: MAX_BYTES, revalidations, shared });
}

function buildId(): string {
  const file = path.join(process.cwd(), process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID');
  return existsSync(file) ? readFileSync(file, 'utf8') : 'none';
}

/** Next remembers the lifetime of every address it ever made, for good; ours lie with the pages. */
function boundLifetimes(): void {
  const { cacheControls } = SharedCacheControls as unknown as { cacheControls?: Map<string, unknown> };
  if (cacheControls && cacheControls.size > MAX_LIFETIMES) cacheControls.clear();
}

/**
 * Makes it the page cache of this server process, as platforms that host Next do it. The setting `cacheHandler` would
 * import its file three times per request, a tenth of what a kept page costs. Both this name and the classes above are
 * internal to Next, which is pinned; `e2e/search.spec.ts` tells when they move.
 */
export function installPageCache(): void {
  pages = announceKeptPages(open());
  const known = globalThis as Record<symbol, object | undefined>;
  const handlers = Symbol.for('@next/cache-handlers');
  known[handlers] = { ...known[handlers], FetchCache: PageCache };
  if (env.NODE_ENV === 'production') openFrontDoor(pages);
}
