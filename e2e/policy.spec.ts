import { expect } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { test } from './watched';

/* Every walk of these tests fails when a page breaks its policy (`watched.ts`): these are what shows that it can. */
test.describe('a page that breaks its policy', () => {
  test.fail('fails its walk: by a script of its own that nobody named', async ({ page }) => {
    await page.goto('/fr');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "broken"';
      document.head.append(script);
    });
    expect(await page.title()).not.toBe('broken');
  });

  test.fail('fails its walk: by a style in its markup', async ({ page }) => {
    await page.goto('/fr/bookings');
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color:red">'));
    expect(await page.locator('p[style]').count()).toBe(1);
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });
    test.fail('fails its walk: by a style in its markup', async ({ page }) => {
      await page.route('**/fr/bookings', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: '<p style="color:red">' });
      });
      await page.goto('/fr/bookings');
      await expect(page.locator('p')).toHaveCount(1);
    });
  });
});

test('whatever answers says what may run: pages by name, everything else nothing', async ({ request }) => {
  const policyOf = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    const policies = answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === 'content-security-policy');
    expect(policies, path).toHaveLength(1);
    return { status: answer.status(), policy: policies[0]?.value ?? '', html: await answer.text() };
  };
  const kept = [
    '/fr',
    '/it/nowhere',
    '/nowhere.html',
    '/fr/search/FRMRS-TNLGN/2020-01-01/one-way/1-0-0-0.none',
  ];
  for (const path of kept) {
    const { policy } = await policyOf(path);
    expect(policy, path).toMatch(/script-src 'self'( 'sha256-[\w+/]{43}=')+;/);
    expect(policy, path).not.toContain('unsafe');
  }
  const perRequest = ['/en/search?from=x', '/fr/bookings', '/it/book/hold_x/passengers', '/fr/bookings/x/y'];
  const nonces = new Set<string>();
  for (const path of [...perRequest, ...perRequest]) {
    const { policy, html } = await policyOf(path);
    const [, nonce = ''] = /script-src 'self' 'nonce-([\w+/]{22}==)';/.exec(policy) ?? [];
    expect(html, path).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2 * perRequest.length);
  for (const path of ['/', '/api/v1/ports', '/api/v1/nowhere', '/api/health/live']) {
    expect((await policyOf(path)).policy, path).toBe("default-src 'none'; frame-ancestors 'none'");
  }
});

test('every answer, of whatever kind, says how it may be used', async ({ request }) => {
  for (const path of ['/', '/fr', '/fr/bookings', '/fr/', '/nowhere.html', '/api/v1/ports', '/icons.svg']) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-frame-options'], path).toBe('DENY');
    expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
    expect(headers['set-cookie'], path).toBeUndefined();
  }
});

test('nothing of the address by which somebody comes first is kept for others', async ({
  request,
  isMobile,
}) => {
  const day = addDays(new Date().toISOString().slice(0, 10), isMobile ? 61 : 62);
  const path = `/it/search/FRMRS-FRBIA/${day}/one-way/2-1-0-0.none`;
  for (const mine of ['?utm_content=camille', '?mail=camille&_rsc=abc']) {
    expect(await (await request.get(path + mine)).text()).not.toContain('camille');
    expect(await (await request.get(path + mine, { headers: { rsc: '1' } })).text()).not.toContain('camille');
  }
  const kept = await request.get(path);
  expect(kept.headers()['x-nextjs-cache']).toBe('HIT');
  expect(await kept.text()).not.toContain('camille');
});

test('files of the build never change under their name, and browsers are told so', async ({ request }) => {
  const html = await (await request.get('/fr')).text();
  const files = [...new Set([...html.matchAll(/"(\/_next\/static\/[^"]+)"/g)].map(([, file = '']) => file))];
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    expect((await request.get(file)).headers()['cache-control'], file).toBe(
      'public, max-age=31536000, immutable',
    );
  }
});
