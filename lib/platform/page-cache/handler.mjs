import imported from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { inAscii } from './ascii.mjs';

/** Node and the bundler disagree about the default of a CommonJS module. */
const FileSystemCache = imported.default ?? imported;

/** Pages as they were read, made ASCII once. */
const done = new WeakSet();

/**
 * Next's own cache of kept pages, which gives them out in ASCII. An internal path of Next, which is pinned: a test tells
 * when it moves.
 */
export default class PageCache extends FileSystemCache {
  /** @param {Parameters<InstanceType<typeof imported>['get']>} args */
  async get(...args) {
    const entry = await super.get(...args);
    const page = entry?.value;
    if (page?.kind === 'APP_PAGE' && !done.has(page)) {
      page.html = inAscii(page.html);
      done.add(page);
    }
    return entry;
  }
}
