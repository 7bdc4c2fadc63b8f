import type { ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { NOTHING_RUNS, ownPolicy } from '../content-policy';
import { scriptHashes } from './script-hashes';

const POLICY = 'content-security-policy';
const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/**
 * Gives a page that failed the policy that a page has which did not: with its own scripts by their hashes. A kept page
 * gets it on its way into the cache, where one that failed the first time it was made never comes. Everything else goes
 * out as it is written.
 */
export function nameScriptsOfFailure(response: ServerResponse): void {
  if (!ownPolicy([])) return;
  const { writeHead, write, end, flushHeaders } = response;
  let held: Buffer[] | undefined;
  let head: Parameters<typeof writeHead> | undefined;
  const holds = (): boolean => {
    if (!held && isFailure(response)) held = [];
    return held !== undefined;
  };
  response.flushHeaders = () => {
    if (!holds()) flushHeaders.call(response);
  };
  response.writeHead = ((...words: Parameters<typeof writeHead>) => {
    if (words[0] >= 500) response.statusCode = words[0];
    if (!holds()) return writeHead.apply(response, words);
    head = words;
    return response;
  }) as typeof writeHead;
  response.write = ((...words: Parameters<typeof write>) => {
    if (!holds()) return write.apply(response, words);
    const [chunk, encoding, done] = parts(words);
    held?.push(bytesOf(chunk, encoding));
    done?.();
    return true;
  }) as typeof write;
  response.end = ((...words: Parameters<typeof end>) => {
    if (!holds() || !held) return end.apply(response, words);
    const [chunk, encoding, done] = parts(words);
    if (chunk) held.push(bytesOf(chunk, encoding));
    const body = Buffer.concat(held);
    response.setHeader(POLICY, policyOf(body, response.getHeader('content-encoding')));
    // As written from now on: what it said of itself so far is whole.
    Object.assign(response, { writeHead, write, end, flushHeaders });
    if (head) response.writeHead(...head);
    return response.end(body, done);
  }) as typeof end;
}

/** A page that failed, of which nothing was sent, and which nobody gave a policy. */
function isFailure(response: ServerResponse): boolean {
  return (
    response.statusCode >= 500 &&
    !response.headersSent &&
    !response.hasHeader(POLICY) &&
    String(response.getHeader('content-type')).startsWith('text/html')
  );
}

/** A page that cannot be read runs nothing. */
function policyOf(body: Buffer, encoding: unknown): string {
  const unpack = UNPACK[String(encoding ?? 'identity')];
  if (!unpack) return NOTHING_RUNS;
  return ownPolicy(scriptHashes(unpack(body).toString('utf8'))) ?? NOTHING_RUNS;
}

type Done = () => void;

function parts(words: readonly unknown[]): [unknown, BufferEncoding | undefined, Done | undefined] {
  const [chunk, encoding, done] = words;
  if (typeof chunk === 'function') return [undefined, undefined, chunk as Done];
  if (typeof encoding === 'function') return [chunk, undefined, encoding as Done];
  return [chunk, encoding as BufferEncoding | undefined, done as Done | undefined];
}

function bytesOf(chunk: unknown, encoding: BufferEncoding | undefined): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk as Uint8Array);
}
