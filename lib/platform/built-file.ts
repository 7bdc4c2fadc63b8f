import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** How long browsers and the edge may keep it: it changes with a build. */
const CACHE = 'public, max-age=3600, s-maxage=3600';

/** A text that the build left beside itself (`next-sitemap.config.cjs`); 404 in a house that has not been built. */
export async function builtFile(name: string, type: string): Promise<Response> {
  const file = path.join(process.cwd(), process.env.NEXT_DIST_DIR ?? '.next', 'listing', name);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return new Response('Not found', { status: 404 });
  return new Response(text, { headers: { 'content-type': type, 'cache-control': CACHE } });
}
