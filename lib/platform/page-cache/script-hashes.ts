import { createHash } from 'node:crypto';

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const FILE = /\ssrc=/;
/** Scripts of another type are data (JSON-LD): a browser never runs them and no policy governs them. */
const DATA = /\stype="(?!module"|text\/javascript")/;

/** `sha256-…` of each script that stands in the page itself, each once, in their order. */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', code = ''] of html.matchAll(SCRIPT)) {
    if (FILE.test(attributes) || DATA.test(attributes)) continue;
    hashes.add(`sha256-${createHash('sha256').update(code).digest('base64')}`);
  }
  return [...hashes];
}
