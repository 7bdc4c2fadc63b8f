import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LocalPages } from './local-pages';

it('never holds more than its room, whatever is kept', () => {
  const moves = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 60 }), fc.boolean()));
  fc.assert(
    fc.property(moves, (all) => {
      const pages = new LocalPages<{ bytes: number }>(100);
      for (const [key, bytes, gone] of all) {
        if (gone) pages.delete(String(key));
        else pages.set(String(key), { bytes });
        const held = [...Array(31).keys()].map((each) => pages.peek(String(each))?.bytes ?? 0);
        expect(pages.bytes).toBe(held.reduce((sum, each) => sum + each, 0));
        expect(pages.bytes).toBeLessThanOrEqual(100);
      }
    }),
  );
});

it('lets go of what was not asked for the longest', () => {
  const pages = new LocalPages<{ bytes: number }>(3);
  for (const key of ['a', 'b', 'c']) pages.set(key, { bytes: 1 });
  pages.get('a');
  pages.set('d', { bytes: 1 });
  expect(['a', 'b', 'c', 'd'].filter((key) => pages.get(key))).toEqual(['a', 'c', 'd']);
});

it('does not keep what is larger than all its room, nor what lay there before', () => {
  const pages = new LocalPages<{ bytes: number }>(3);
  pages.set('a', { bytes: 1 });
  pages.set('a', { bytes: 4 });
  expect(pages.get('a')).toBeUndefined();
  expect(pages.bytes).toBe(0);
});
