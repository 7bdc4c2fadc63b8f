import { expect } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { test } from './house';

/* Two houses on their own data serve one build, as they do here: `--as-built`. */

test('a page that one house keeps is not another’s: each makes its own, and keeps it', async ({
  house,
  request,
}) => {
  const day = addDays(new Date().toISOString().slice(0, 10), 47);
  const results = `/fr/search/FRMRS-TNLGN/${day}/one-way/3-2-1-0.car`;
  const cacheOf = async (url: string) => (await request.get(url)).headers()['x-nextjs-cache'];
  expect(await cacheOf(results)).toBe('MISS');
  expect(await cacheOf(results)).toBe('HIT');
  expect(await cacheOf(`${house.url}${results}`)).toBe('MISS');
  expect(await cacheOf(`${house.url}${results}`)).toBe('HIT');
});
