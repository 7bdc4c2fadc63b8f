import { expect, it } from 'vitest';
import { keptAddress } from './kept-address';

it('a kept page knows no query, but the one by which its data is asked for', () => {
  expect(keptAddress('/fr?name=camille')).toBe('/fr');
  expect(keptAddress('/it/search/A-B/2027-07-14/one-way/1?utm_source=x&_rsc=1a2b3&mail=y')).toBe(
    '/it/search/A-B/2027-07-14/one-way/1?_rsc=1a2b3',
  );
  expect(keptAddress('/fr?_rsc')).toBe('/fr?_rsc');
  expect(keptAddress('/fr?_rscx=1')).toBe('/fr');
  expect(keptAddress('/en/routes/genoa-tunis?x=?_rsc')).toBe('/en/routes/genoa-tunis');
});

it('what is answered per request keeps its query', () => {
  for (const url of [
    '/fr/search?from=x',
    '/api/v1/ports?locale=it',
    '/it/bookings?x=y',
    '/en/book/a/review?x=y',
    '/x?y',
  ])
    expect(keptAddress(url)).toBe(url);
});
