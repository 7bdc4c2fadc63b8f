import { expect, test } from 'playwright/test';
import { LOCALES } from '@/lib/kernel/locale';
import { linksOf, PAGES } from './network-pages';

/** Searches have endless addresses; what is one person's is not linked from public pages. */
const ENDLESS = /^\/(fr|en|it)\/search\/|^\/api\//;

test('every link of the public pages leads to a page, at once, in all languages, and none is an orphan', async ({
  request,
}) => {
  test.setTimeout(300_000);
  const waiting = ['/fr'];
  const seen = new Set(waiting);
  const broken: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await request.get(path, { maxRedirects: 0 });
    if (response.status() !== 200) broken.push(`${response.status()} ${path}`);
    for (const next of linksOf(await response.text())) {
      if (ENDLESS.test(next) || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  expect(broken).toEqual([]);
  for (const locale of LOCALES) {
    const count = (kind: string) =>
      [...seen].filter((path) => path.startsWith(`/${locale}/${kind}/`) && path.split('/').length === 4)
        .length;
    const found = Object.keys(PAGES).map((kind) => [kind, count(kind)]);
    expect([locale, Object.fromEntries(found)]).toEqual([locale, PAGES]);
  }
});
