import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** What nginx keeps of one answer. */
export interface CacheFile {
  readonly file: string;
  readonly key: string;
  readonly head: string;
  readonly tags: readonly string[];
  readonly body: () => Buffer;
}

/** Everything in the cache folder of an nginx. Files that go while one looks are left out. */
export function cacheFiles(folder: string): CacheFile[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    try {
      return [parse(file, readFileSync(file))];
    } catch {
      return [];
    }
  });
}

/** Drops what carries one of these tags; answers how many files that were. An nginx that misses a file asks again. */
export function dropTagged(folder: string, tags: readonly string[]): number {
  const wanted = new Set(tags);
  const found = cacheFiles(folder).filter((each) => each.tags.some((tag) => wanted.has(tag)));
  for (const { file } of found) rmSync(file, { force: true });
  return found.length;
}

/** A binary head, `KEY: …`, the answer's headers, an empty line, its body. */
function parse(file: string, bytes: Buffer): CacheFile {
  const keyAt = bytes.indexOf('\nKEY: ');
  const headAt = bytes.indexOf('\n', keyAt + 1) + 1;
  const bodyAt = bytes.indexOf('\r\n\r\n', headAt) + 4;
  const head = bytes.toString('latin1', headAt, bodyAt);
  const headerOf = (name: string) => new RegExp(`^${name}: *(.*)\r$`, 'im').exec(head)?.[1] ?? '';
  return {
    file,
    key: bytes.toString('latin1', keyAt + 6, headAt - 1),
    head,
    tags: headerOf('cache-tag').split(',').filter(Boolean),
    body: () => {
      const body = bytes.subarray(bodyAt);
      return headerOf('content-encoding') === 'br' ? brotliDecompressSync(body) : body;
    },
  };
}
