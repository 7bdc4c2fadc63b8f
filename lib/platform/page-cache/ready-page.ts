import { ownPolicy } from '../content-policy';
import { inAscii } from './ascii';
import { scriptHashes } from './script-hashes';

/** The part of Next's kept page that is made ready here. */
interface KeptPage {
  html: string;
  headers?: Record<string, unknown> | undefined;
}

/** Pages that are ready, so that none is done twice. */
const ready = new WeakSet<object>();

/**
 * Makes a kept page what is sent, once: in ASCII (docs/decisions/0003), and with the policy that names its own scripts
 * by their hashes. It is changed in place: the one who asked first is sent the same object.
 */
export function makeReady(page: KeptPage): void {
  if (ready.has(page)) return;
  page.html = inAscii(page.html);
  const policy = ownPolicy(scriptHashes(page.html));
  if (policy) page.headers = { ...page.headers, 'content-security-policy': policy };
  ready.add(page);
}
