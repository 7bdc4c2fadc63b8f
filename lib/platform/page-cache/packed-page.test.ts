import { expect, it } from 'vitest';
import { bestEncoding, packedPage } from './packed-page';

it('takes the shortest way that the asker reads', () => {
  expect(bestEncoding('gzip, deflate, br, zstd')).toBe('br');
  expect(bestEncoding('GZIP;q=1.0, BR ; q=0')).toBe('gzip');
  expect(bestEncoding('br;q=0.5')).toBe('br');
  for (const none of [undefined, '', 'identity', '*;q=0', 'gzip;q=0.000, br;q=0.0', 'brotli'])
    expect(bestEncoding(none)).toBeUndefined();
});

it('packs a page once, also for those who come meanwhile', async () => {
  const page = {};
  const [first, second] = await Promise.all([packedPage(page, 'é', 'br'), packedPage(page, 'é', 'br')]);
  expect(second).toBe(first);
  expect(packedPage(page, 'é', 'br')).toBe(first);
  expect(packedPage(page, 'é')).toEqual({ body: 'é', length: 2 });
});
