import { ownPolicy } from '../content-policy';
import { inAscii } from './ascii';
import { withLateScripts } from './late-scripts';
import type { Sendable } from './parcel';
import { scriptHashes } from './script-hashes';
import { withoutScripts } from './still-pages';

/** Next's list of tags, which it keeps to itself; ours are for the edge too. */
const TAGS = 'x-next-cache-tags';
const NEXTS_OWN = /^_N_T_/;

/** Pages that are ready, so that none is done twice. */
const ready = new WeakSet<object>();

/**
 * Makes what is kept into what is sent, once: a still page without scripts (0005), in ASCII (docs/decisions/0003), with the policy that names the page's own
 * scripts by their hashes, and with its tags for the edge. It is changed in place: the one who asked first is sent the
 * same object. Gives all its tags.
 */
export function makeReady(value: Sendable): string[] {
  const list = value.headers?.[TAGS];
  const tags = typeof list === 'string' ? list.split(',') : [];
  if (ready.has(value)) return tags;
  ready.add(value);
  const headers: Record<string, string> = {};
  if (value.kind === 'APP_PAGE') {
    value.html = inAscii(withLateScripts(withoutScripts(value.html)));
    const policy = ownPolicy(scriptHashes(value.html));
    if (policy) headers['content-security-policy'] = policy;
  }
  const own = tags.filter((tag) => !NEXTS_OWN.test(tag));
  if (own.length > 0) headers['cache-tag'] = own.join(',');
  value.headers = { ...value.headers, ...headers };
  return tags;
}
