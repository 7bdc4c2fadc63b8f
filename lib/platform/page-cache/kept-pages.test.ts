import { describe, expect, it } from 'vitest';
import { KeptPages } from './kept-pages';
import type { Sendable } from './parcel';

const MINUTES = { revalidate: 300, expire: 3600 };
const nothingBuilt = async () => null;
const page = (query: string, words = '') =>
  ({
    kind: 'APP_PAGE',
    html: `<p>é${words}</p><script>f(1)</script>`,
    rscData: Buffer.from(`0:{"P":null,"c":["","fr${query}"],"q":"${query}","i":false}\n1:["${words}"]`),
    headers: {},
  }) as unknown as Sendable;

describe('a page made for an address with a query', () => {
  it('is that visitor’s: sent whole, kept by nobody', async () => {
    const pages = new KeptPages({ maxBytes: 1e6 });
    const mine = page('?name=camille');
    await pages.get('/fr', nothingBuilt);
    pages.set('/fr', mine, MINUTES);
    expect(mine.headers).toMatchObject({ 'cache-control': 'private, no-store' });
    expect(mine.headers?.['content-security-policy']).toContain('sha256-');
    expect(await pages.get('/fr', nothingBuilt)).toBeNull();
  });

  it('takes nothing from others: the one that is kept stays', async () => {
    const pages = new KeptPages({ maxBytes: 1e6 });
    const all = page('', 'say \\"q\\":\\"?\\" as much as you like');
    pages.set('/fr', all, MINUTES);
    pages.set('/fr', page('?name=camille'), MINUTES);
    expect((await pages.get('/fr', nothingBuilt))?.value).toBe(all);
    expect(all.headers?.['cache-control']).toBeUndefined();
  });
});

it('a page that could not be made anew stays the one from before, and grows no younger by that', async () => {
  const pages = new KeptPages({ maxBytes: 1e6 });
  const old = { ...page(''), headers: { 'x-next-cache-tags': 'a' } } as Sendable;
  await pages.get('/fr', nothingBuilt);
  pages.set('/fr', old, { revalidate: 0, expire: 3600 });
  expect((await pages.get('/fr', nothingBuilt))?.value).toBe(old);
  await pages.revalidate(['a']);
  pages.set('/fr', old, { revalidate: 30, expire: 3600 });
  expect(await pages.get('/fr', nothingBuilt)).toBeNull();
});
