import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache';
import { makeReady } from './ready-page';

/**
 * Next's own cache of kept pages, which makes them ready to be sent: when one is kept, and, for those of the build,
 * which were never given to it, when one is read.
 */
class PageCache extends FileSystemCache {
  override async get(...args: Parameters<FileSystemCache['get']>): ReturnType<FileSystemCache['get']> {
    const entry = await super.get(...args);
    const page = entry?.value;
    if (page?.kind === 'APP_PAGE' && typeof page.html === 'string') makeReady(page);
    return entry;
  }

  override async set(...args: Parameters<FileSystemCache['set']>): Promise<void> {
    const page = args[1];
    if (page?.kind === 'APP_PAGE' && typeof page.html === 'string') makeReady(page);
    return super.set(...args);
  }
}

/**
 * Makes it the page cache of this server process, as platforms that host Next do it. The setting `cacheHandler` would
 * import its file three times per request, a tenth of what a kept page costs. Both this name and the class above are
 * internal to Next, which is pinned; `e2e/search.spec.ts` tells when they move.
 */
export function installPageCache(): void {
  const known = globalThis as Record<symbol, object | undefined>;
  const handlers = Symbol.for('@next/cache-handlers');
  known[handlers] = { ...known[handlers], FetchCache: PageCache };
}
