import { createServer, get, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openFrontDoor } from './front-door';
import { KeptPages } from './kept-pages';
import type { Sendable } from './parcel';

/* A stand-in for Next behind the door: it counts, and sends what is kept as Next does. */
const pages = new KeptPages({ maxBytes: 1e7 });
const asked: string[] = [];
const next = createServer(async (request, response) => {
  const url = request.url ?? '';
  asked.push(url);
  const kept = await pages.get(`/route-cache/APP_PAGE/0a/$${url}`, async () => null);
  if (kept) await beforeSending(url);
  say(response, kept?.value ?? make(url), kept ? 'HIT' : 'MISS');
});
let beforeSending = async (_url: string): Promise<void> => undefined;
let base = '';
let day = 0;
let page = '';

beforeAll(async () => {
  openFrontDoor(pages);
  await new Promise<void>((resolve) => next.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(next.address() as AddressInfo).port}`;
});
afterAll(() => next.close());
beforeEach(() => {
  asked.length = 0;
  beforeSending = async () => undefined;
  page = `/fr/search/A-B/2027-07-${10 + day++}/one-way/1-0-0-0.none`;
});

function make(url: string, words = 'Sète', revalidate = 300): Sendable {
  const value = {
    kind: 'APP_PAGE',
    html: `<p>${words} ${'x'.repeat(3000)}</p><script>f("${words}")</script>`,
    rscData: Buffer.from('0:{}'),
    headers: { 'x-next-cache-tags': `day:${url}` },
  } as unknown as Sendable;
  pages.set(`/route-cache/APP_PAGE/0a/$${url}`, value, { revalidate, expire: 3600 });
  return value;
}

function say(response: ServerResponse, value: Sendable, cache: string): void {
  for (const [name, words] of Object.entries(value.headers ?? {}))
    if (name !== 'x-next-cache-tags') response.setHeader(name, words as string);
  response.setHeader('x-nextjs-cache', cache);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end((value as { html: string }).html);
}

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(base + url, { headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve({ headers: response.headers, bytes: Buffer.concat(parts) });
    }).once('error', reject);
  });
const said = ({
  headers: { date, 'transfer-encoding': _, 'content-length': __, ...rest },
  bytes,
}: Answer) => ({
  ...rest,
  text: bytes.toString(),
});

it('Next sends a kept page once, then the door sends the same with the same words', async () => {
  await ask(page);
  const ofNext = await ask(page);
  const ofDoor = await ask(page);
  expect(asked).toEqual([page, page]);
  expect(ofNext.headers['x-nextjs-cache']).toBe('HIT');
  expect(said(ofDoor)).toEqual(said(ofNext));
  expect(Number(ofDoor.headers['content-length'])).toBe(ofDoor.bytes.length);
});

it('packs it in the way that the browser reads', async () => {
  for (let turn = 0; turn < 2; turn++) await ask(page);
  const plain = await ask(page);
  const brotli = await ask(page, { 'accept-encoding': 'gzip, deflate, br, zstd' });
  const gzip = await ask(page, { 'accept-encoding': 'gzip, br;q=0' });
  expect([plain, brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'br',
    'gzip',
  ]);
  expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
  expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
  expect(asked).toHaveLength(2);
});

it('a page that was dropped is Next’s to make, whoever had learnt its words', async () => {
  for (let turn = 0; turn < 3; turn++) await ask(page);
  await pages.revalidate([`day:${page}`]);
  expect((await ask(page)).headers['x-nextjs-cache']).toBe('MISS');
  expect(asked).toHaveLength(3);
});

it('a page past its time is Next’s to send and to make anew', async () => {
  await pages.get(`/route-cache/APP_PAGE/0a/$${page}`, async () => null);
  make(page, 'old', 0);
  for (let turn = 0; turn < 3; turn++) await ask(page);
  expect(asked).toHaveLength(3);
});

it('the words of one making are never said with the text of another', async () => {
  await ask(page);
  // While Next sends the one, another takes its place: its scripts have other hashes.
  beforeSending = async (url) => void make(url, 'Tanger');
  const older = await ask(page);
  beforeSending = async () => undefined;
  const newer = [await ask(page), await ask(page)];
  expect(asked).toHaveLength(3);
  expect(older.bytes.toString()).toContain('S&#232;te');
  for (const each of newer) {
    expect(each.bytes.toString()).toContain('Tanger');
    expect(each.headers['content-security-policy']).not.toBe(older.headers['content-security-policy']);
  }
});

it('lets through whatever is no plain request for the page', async () => {
  for (let turn = 0; turn < 3; turn++) await ask(page);
  asked.length = 0;
  await ask(page, { rsc: '1' });
  await ask(page, { 'next-router-prefetch': '1' });
  await ask(page, { cookie: 'a=b; __prerender_bypass=1' });
  await ask(`${page}?_rsc=1`);
  await ask(`${page}/`);
  await ask(page.replace('-', '%2D'));
  await fetch(base + page, { method: 'HEAD' });
  await fetch(base + page, { method: 'POST' });
  expect(asked).toHaveLength(8);
});
