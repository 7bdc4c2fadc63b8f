import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';

const LINES = { fr: 'marseille-tunis', en: 'marseille-tunis', it: 'marsiglia-tunisi' } as const;
const PAGES = {
  fr: ['/fr/routes', '/fr/routes/genes-tunis', '/fr/ports/marseille', '/fr/operators/corsica-linea'],
  en: ['/en/ports', '/en/routes/genoa-tunis', '/en/ports/algiers', '/en/operators/gnv'],
  it: ['/it/operators', '/it/routes/nizza-bastia', '/it/ports/palermo', '/it/operators/moby'],
} as const;

test('from the page of a line to a sailing in two taps, at the price that it showed', async ({ page }) => {
  await page.goto(`/fr/routes/${LINES.fr}`);
  const bar = page.locator('.months .lo a');
  const low = (await bar.locator('b').textContent())?.replace(/\D/g, '');
  await bar.click();
  const day = page.locator('.heat .is-low').first();
  await expect(day.locator('b')).toContainText(low ?? '?');
  await day.click();
  await expect(page.locator('#aller .fare').first()).toBeAttached();
  const totals = await page.locator('#aller .fare .price').allTextContents();
  const cents = totals.map((text) => Number(text.replace(/\D/g, '')));
  expect(Math.ceil(Math.min(...cents) / 100)).toBe(Number(low));
});

test('the quick search of a line is a plain form', async ({ page }) => {
  await page.goto(`/en/routes/${LINES.en}`);
  await page.getByLabel('Adults').selectOption('3');
  await page.getByLabel('Vehicle').selectOption('none');
  await page.getByRole('button', { name: 'See prices' }).click();
  await expect(page).toHaveURL(/\/en\/search\/FRMRS-TNLGN\/\d{4}-\d\d-\d\d\/one-way\/3-0-0-0\.none$/);
});

test('a landing page has no script, its own words for machines, and knows its other languages', async ({
  request,
}) => {
  for (const [locale, slug] of Object.entries(LINES)) {
    const response = await request.get(`/${locale}/routes/${slug}`);
    expect(response.status()).toBe(200);
    const { 'cache-control': control, 'set-cookie': cookie } = response.headers();
    expect(control).toContain('s-maxage');
    expect(cookie).toBeUndefined();
    const html = await response.text();
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts).toEqual([' type="application/ld+json"']);
    expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]*/${locale}/routes/${slug}"`));
    for (const [other, theirs] of Object.entries({ ...LINES, 'x-default': LINES.fr })) {
      const path = `/${other === 'x-default' ? 'fr' : other}/routes/${theirs}`;
      expect(html).toMatch(new RegExp(`rel="alternate" hrefLang="${other}" href="[^"]*${path}"`, 'i'));
    }
    const [, data = ''] = html.match(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/) ?? [];
    const graph = JSON.parse(data)['@graph'] as { '@type': string; offers?: { lowPrice: string } }[];
    expect(graph.map((thing) => thing['@type'])).toEqual(['BreadcrumbList', 'BoatTrip']);
    // What machines are told of the price is what people are shown.
    const low = Math.ceil(Number(graph[1]?.offers?.lowPrice));
    expect(html).toMatch(new RegExp(`class="lo"><a[^>]*><b>${low}`));
  }
});

test('what is no line, no port and no operator is not found', async ({ request }) => {
  for (const path of [
    '/fr/routes/paris-dakar',
    '/fr/routes/genoa-tunis',
    '/en/ports/atlantis',
    '/it/operators/titanic',
  ])
    expect((await request.get(path)).status(), path).toBe(404);
});

for (const [locale, pages] of Object.entries(PAGES))
  test(`landing pages are for everybody, in ${locale}`, async ({ page }) => {
    for (const path of pages) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });
