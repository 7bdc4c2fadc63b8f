import { z } from 'zod';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';
import { guard } from '@/lib/platform/guard';
import { logger } from '@/lib/platform/logger';
import { expirePages } from '@/lib/platform/page-cache/expire-pages';

/** Within that time every process has heard what one has dropped (docs/edge.md). */
const UNTIL_ALL_KNOW_MS = 1000;
/** Whoever comes that soon after another shares his call. */
const GATHER_MS = 200;
/** What Cloudflare takes in one call. */
const TAGS_A_CALL = 30;

const edge =
  env.EDGE_ZONE_ID && env.EDGE_API_TOKEN ? { zone: env.EDGE_ZONE_ID, token: env.EDGE_API_TOKEN } : null;
const guarded = guard('edge', { timeoutMs: 10_000 });
const answer = z.object({ success: z.literal(true) });
let said = false;
/** Tags that go to the edge together, while others may still join. */
let gathering: { readonly tags: Set<string>; readonly sent: Promise<void> } | null = null;

/**
 * The one door: drops every kept page that carries one of these tags, in this process at once, in all others within a
 * second, then at the edge, which would otherwise be given the old page again by one that has not heard yet. Doing it
 * again is no error. Throws a retryable Fault `edge-unavailable` when the edge does not take it; without an edge there
 * is nothing more to drop, and the log says so once.
 */
export async function purge(tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await expirePages([...new Set(tags)]);
  if (edge) return atEdge(tags);
  if (!said) logger.info('no edge is configured: pages are dropped in our own processes only');
  said = true;
}

/** Those who come close together share a call: whoever makes pages drop all the time makes a few calls a second. */
function atEdge(tags: readonly string[]): Promise<void> {
  gathering ??= open();
  for (const tag of tags) gathering.tags.add(tag);
  return gathering.sent;
}

function open(): NonNullable<typeof gathering> {
  const tags = new Set<string>();
  const send = async (): Promise<void> => {
    await wait(GATHER_MS);
    gathering = null;
    await wait(UNTIL_ALL_KNOW_MS);
    const all = [...tags];
    for (let from = 0; from < all.length; from += TAGS_A_CALL) {
      await guarded((signal) => purgeAtEdge(all.slice(from, from + TAGS_A_CALL), signal));
    }
  };
  return { tags, sent: send() };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function purgeAtEdge(tags: readonly string[], signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(`${env.EDGE_API_BASE}/zones/${edge?.zone}/purge_cache`, {
      method: 'POST',
      headers: { authorization: `Bearer ${edge?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ tags }),
      signal,
    });
    answer.parse(await response.json());
  } catch (error) {
    throw new Fault('edge-unavailable', { retryable: true, cause: error });
  }
}
