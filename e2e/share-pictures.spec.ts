import { expect, type Page, test } from 'playwright/test';

const PAGES = [
  '/fr',
  '/en/routes',
  '/it/ports',
  '/fr/operators',
  '/fr/routes/marseille-tunis',
  '/en/routes/nice-l-ile-rousse',
  '/it/ports/palermo',
  '/en/operators/gnv',
];

/** The address of the picture that previews of a page show. */
async function pictureOf(page: Page, path: string): Promise<string> {
  const html = await (await page.request.get(path)).text();
  const [, address = ''] = /<meta property="og:image" content="([^"]*)"/.exec(html) ?? [];
  return address.replaceAll('&amp;', '&');
}

test('every page that may be found has a picture of its own for previews', async ({ page, baseURL }) => {
  const seen = new Set<string>();
  for (const path of PAGES) {
    const address = await pictureOf(page, path);
    expect(address, path).toMatch(new RegExp(`^${baseURL}/`));
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(200);
    const { 'content-type': type, 'cache-control': control, ...headers } = response.headers();
    expect([type, control]).toEqual(['image/png', expect.stringContaining('s-maxage=900')]);
    // Other sites show it.
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['set-cookie']).toBeUndefined();
    const bytes = await response.body();
    // Width and height stand in the first part of a PNG.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    seen.add(bytes.toString('base64'));
  }
  expect(seen.size).toBe(PAGES.length);
});

test('what is no line has no picture', async ({ request }) => {
  for (const path of ['/fr/routes/paris-dakar', '/fr/ports/atlantis', '/fr/operators/titanic'])
    expect((await request.get(`${path}/opengraph-image`)).status(), path).toBe(404);
});
