import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache';
import { inAscii } from './ascii';

/** Pages as they were read, made ASCII once. */
const done = new WeakSet<object>();

/** Next's own cache of kept pages, which gives them out in ASCII (docs/decisions/0003). */
class PageCache extends FileSystemCache {
  override async get(...args: Parameters<FileSystemCache['get']>): ReturnType<FileSystemCache['get']> {
    const entry = await super.get(...args);
    const page = entry?.value;
    if (page?.kind === 'APP_PAGE' && typeof page.html === 'string' && !done.has(page)) {
      page.html = inAscii(page.html);
      done.add(page);
    }
    return entry;
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
