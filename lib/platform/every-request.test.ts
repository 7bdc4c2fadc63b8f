import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';

const seen: (string | undefined)[] = [];
const server = createServer((request, response) => {
  seen.push(request.url);
  response.end();
});
let base = '';

beforeAll(async () => {
  process.env.APP_URL = 'https://www.example.com';
  (await import('./every-request')).prepareEveryRequest();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('whoever answers finds the query gone from kept pages', async () => {
  await fetch(`${base}/fr?name=camille`);
  await fetch(`${base}/fr/search?from=x`);
  expect(seen).toEqual(['/fr', '/fr/search?from=x']);
});

it('every answer says how it may be used; only pictures for others may be shown elsewhere', async () => {
  const of = async (path: string, name: string) => (await fetch(base + path)).headers.get(name);
  for (const path of ['/', '/fr', '/_next/static/x.js', '/api/v1/ports', '/fr/']) {
    expect(await of(path, 'x-content-type-options')).toBe('nosniff');
    expect(await of(path, 'strict-transport-security')).toBe('max-age=63072000');
    expect(await of(path, 'cross-origin-resource-policy')).toBe('same-origin');
  }
  for (const path of ['/email/logo.png', '/fr/routes/genes-tunis/opengraph-image?1'])
    expect(await of(path, 'cross-origin-resource-policy')).toBe('cross-origin');
  expect(await of('/icons.svg', 'cache-control')).toContain('max-age=604800');
  expect(await of('/api/v1/ports', 'content-security-policy')).toBe(
    "default-src 'none'; frame-ancestors 'none'",
  );
  expect(await of('/fr', 'content-security-policy')).toBeNull();
});
