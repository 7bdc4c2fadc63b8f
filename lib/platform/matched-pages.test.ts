import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unstable_doesMiddlewareMatch as passes } from 'next/experimental/testing/server';
import { expect, it, vi } from 'vitest';
import { config } from '@/middleware';
import { keptAddress } from './page-cache/kept-address';

// Only its matcher is looked at.
vi.mock('next-intl/middleware', () => ({ default: () => () => undefined }));

const ROOT = path.join(import.meta.dirname, '../..');
const PER_REQUEST = /\bsearchParams\b|force-dynamic|from 'next\/headers'/;

/** An address that a file of `app` answers: groups have no part in it, parameters are anything. */
const addressOf = (file: string) =>
  path
    .dirname(file)
    .replace('app/[locale]', '/fr')
    .replaceAll(/\/\([^)]*\)/g, '')
    .replaceAll(/\[\.\.\.[^\]]*\]/g, 'a/b/c/d')
    .replaceAll(/\[[^\]]*\]/g, 'x');

/** A page is made per request when it, or a layout above it, asks for something of the request. */
function isPerRequest(file: string): boolean {
  if (file.endsWith('route.ts')) return true;
  const above = path.dirname(file).split('/');
  const files = above.map((_, depth) => path.join(...above.slice(0, depth + 1), 'layout.tsx'));
  return [file, ...files.filter((each) => existsSync(path.join(ROOT, each)))].some((each) =>
    PER_REQUEST.test(readFileSync(path.join(ROOT, each), 'utf8')),
  );
}

const files = readdirSync(path.join(ROOT, 'app/[locale]'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => `app/[locale]/${file}`);

it('finds the pages', () => {
  expect(files.filter(isPerRequest).length).toBeGreaterThan(8);
  expect(files.filter((file) => !isPerRequest(file)).length).toBeGreaterThan(1);
});

it.each(files)('%s passes the middleware if it is made per request, and only then', (file) => {
  expect(passes({ config, url: addressOf(file) })).toBe(isPerRequest(file));
});

it.each(files)('%s knows a query if it is made per request, and only then', (file) => {
  const asked = `${addressOf(file)}?name=camille`;
  expect(keptAddress(asked) === asked).toBe(isPerRequest(file));
});

it.each(['/api/v1/ports', '/_next/static/x.js', '/icons.svg', '/fr/nowhere'])(
  '%s does not pass it',
  (url) => {
    expect(passes({ config, url })).toBe(false);
  },
);

it.each(['/', '/nowhere', '/frankreich'])('%s is sent to a language', (url) => {
  expect(passes({ config, url })).toBe(true);
});
