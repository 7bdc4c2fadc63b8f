/* The one set of kept pages of this process, for whoever has something to revalidate. Next puts this file into several
   bundles, and each has its own copy: what they share lies at the process. */
const PLACE = Symbol.for('voila-ferry.kept-pages');

interface Expirable {
  revalidate(tags: readonly string[]): Promise<void>;
}

/** Makes these the kept pages of this process. */
export function announceKeptPages<T extends Expirable>(pages: T): T {
  (globalThis as Record<symbol, unknown>)[PLACE] = pages;
  return pages;
}

/**
 * Drops every kept page that carries one of these tags: here at once, in other processes within a second. Never throws;
 * a process that keeps no pages has nothing to drop.
 */
export async function expirePages(tags: readonly string[]): Promise<void> {
  const pages = (globalThis as Record<symbol, Expirable | undefined>)[PLACE];
  if (pages && tags.length > 0) await pages.revalidate(tags);
}
