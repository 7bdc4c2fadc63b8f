import { unstable_cache } from 'next/cache';

/**
 * Writes tags onto the kept page that is being made: `purge(tags)` drops it when what they name has changed. Whoever
 * reads something for a page tags the page. Next gives a page the tags of the answers it reads, and this is an answer of
 * nothing but tags; nobody keeps it (`page-cache.ts`). A page made per request takes no notice.
 */
export async function tagPage(tags: readonly string[]): Promise<void> {
  await unstable_cache(async () => true, [...tags], { tags: [...tags] })();
}
