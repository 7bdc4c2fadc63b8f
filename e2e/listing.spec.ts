import { type APIRequestContext, expect, test } from 'playwright/test';
import { LOCALES } from '@/lib/kernel/locale';
import { vocabularyProblems } from '@/lib/seo/testing/vocabulary';
import { linksOf, PAGES } from './network-pages';

/** The home, three lists, and what they list. */
const PER_LANGUAGE = 1 + 3 + PAGES.routes + PAGES.ports + PAGES.operators;

const pathOf = (address: string) => new URL(address).pathname;
const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&');

/** Tags `<link rel=…>` of a page, or the links of an entry of the sitemap, by language. */
function alternates(text: string): Record<string, string> {
  const tags = [...text.matchAll(/<(?:xhtml:)?link\b[^>]*rel="alternate"[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(tags.map((tag) => [attribute(tag, 'hreflang'), attribute(tag, 'href')]));
}

/** What the sitemap lists: path of each page, with its addresses by language. */
async function listed(request: APIRequestContext): Promise<Map<string, Record<string, string>>> {
  const response = await request.get('/sitemap.xml');
  expect(response.headers()['content-type']).toContain('xml');
  const entries = (await response.text()).split('<url>').slice(1);
  return new Map(
    entries.map((entry) => {
      const address = /<loc>([^<]*)<\/loc>/.exec(entry)?.[1] ?? '';
      const made = Date.parse(/<lastmod>([^<]*)<\/lastmod>/.exec(entry)?.[1] ?? '');
      expect(Number.isFinite(made), `lastmod of ${address}`).toBe(true);
      return [pathOf(address), alternates(entry)];
    }),
  );
}

test('robots.txt leads to the sitemap, and closes what is one person’s', async ({ request, baseURL }) => {
  const text = await (await request.get('/robots.txt')).text();
  expect(text).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  for (const closed of ['/api/', '/*/book/', '/*/bookings/']) expect(text).toContain(`Disallow: ${closed}`);
});

test('the sitemap lists every page that may be found, none is an orphan, and all languages name one another', async ({
  request,
}) => {
  test.setTimeout(300_000);
  const pages = await listed(request);
  for (const locale of LOCALES) {
    const own = [...pages.keys()].filter((path) => path.split('/')[1] === locale);
    expect([locale, own.length]).toEqual([locale, PER_LANGUAGE]);
  }
  const faults: string[] = [];
  const linked = new Set<string>();
  for (const [path, languages] of pages) {
    const response = await request.get(path, { maxRedirects: 0 });
    const html = await response.text();
    const head = html.split('</head>')[0] ?? '';
    if (response.status() !== 200) faults.push(`${path} answers ${response.status()}`);
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(head)?.[1];
    if (!canonical || pathOf(canonical) !== path) faults.push(`${path} is known as ${canonical}`);
    if (/<meta name="robots" content="[^"]*noindex/.test(head)) faults.push(`${path} is not to be found`);
    if (JSON.stringify(alternates(head)) !== JSON.stringify(languages))
      faults.push(`${path} and the sitemap name other addresses`);
    if (Object.keys(languages).join() !== 'fr,en,it,x-default' || languages['x-default'] !== languages.fr)
      faults.push(`${path} lacks a language`);
    for (const address of Object.values(languages))
      if (JSON.stringify(pages.get(pathOf(address))) !== JSON.stringify(languages))
        faults.push(`${path} names ${address}, which does not name it`);
    for (const href of linksOf(html)) if (href !== path) linked.add(href);
    faults.push(...machineFaults(path, html));
  }
  const orphans = [...pages.keys()].filter((path) => !linked.has(path));
  expect({ faults, orphans }).toEqual({ faults: [], orphans: [] });
});

/** What a page tells machines must be in schema.org's vocabulary, and on the page. */
function machineFaults(path: string, html: string): string[] {
  const [, data] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  if (!data) return [`${path} tells machines nothing`];
  const document = JSON.parse(data) as { '@graph': unknown[] };
  const shown = textOf(html);
  const missing = namesIn(document['@graph']).filter((name) => !shown.includes(name));
  return [...vocabularyProblems(document), ...missing.map((name) => `does not show ${name}`)].map(
    (fault) => `${path}: ${fault}`,
  );
}

/** Names of all things in a document, wherever they stand. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'name' && typeof each === 'string' ? [each] : namesIn(each),
  );
}

/** What a page says to people, its pictures' labels and its title included. */
function textOf(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/\s(?:aria-label|content)="([^"]*)"/g, '>$1<a ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

test('results are not to be found, and name the page of their line instead', async ({ request }) => {
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  for (const [locale, slug] of [
    ['fr', 'genes-tunis'],
    ['en', 'genoa-tunis'],
    ['it', 'genova-tunisi'],
  ]) {
    const found = `/${locale}/search/ITGOA-TNLGN/${day}/one-way/1-0-0-0.none`;
    const html = await (await request.get(found)).text();
    expect(html).toMatch(/<meta name="robots" content="noindex, follow"/);
    expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]*/${locale}/routes/${slug}"`));
  }
  const nowhere = await (await request.get(`/fr/search/FRMRS-ESBCN/${day}/one-way/1-0-0-0.none`)).text();
  expect(nowhere).toMatch(/<meta name="robots" content="noindex/);
  expect(nowhere).not.toContain('rel="canonical"');
});
