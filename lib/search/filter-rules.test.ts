import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrange,
  dayPartOf,
  type Filterable,
  isWanted,
  limitsBetween,
  NO_FILTERS,
  SORTS,
} from './filter-rules';

const trip: Filterable = { operators: ['ctn'], hour: 12, minutes: 1320, cents: 74_916, cabin: true };
const trips: fc.Arbitrary<Filterable[]> = fc.array(
  fc.record({
    operators: fc.subarray(['ctn', 'gnv'], { minLength: 1 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minutes: fc.integer({ min: 60, max: 3000 }),
    cents: fc.option(fc.integer({ min: 1000, max: 300_000 })),
    cabin: fc.boolean(),
  }),
);

describe('filters', () => {
  it('part the day by the hour of the port', () => {
    expect([0, 5, 6, 11, 12, 17, 18, 23].map(dayPartOf)).toEqual([
      'night',
      'night',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
    ]);
  });

  it('keep what has all that is asked, its limits included', () => {
    const asked = { ...NO_FILTERS, operators: ['ctn', 'gnv'], leaves: ['afternoon'], cabin: true } as const;
    expect(isWanted(trip, { ...asked, max: 74_916, hours: 22 })).toBe(true);
    expect(isWanted(trip, { ...asked, max: 74_915 })).toBe(false);
    expect(isWanted({ ...trip, minutes: 1321 }, { ...asked, hours: 22 })).toBe(false);
    expect(isWanted({ ...trip, hour: 18 }, asked)).toBe(false);
    expect(isWanted({ ...trip, cabin: false }, asked)).toBe(false);
  });

  it('want a trip of two operators only when both are wanted', () => {
    const both = { ...trip, operators: ['ctn', 'gnv'] };
    expect(isWanted(both, { ...NO_FILTERS, operators: ['gnv'] })).toBe(false);
    expect(isWanted(both, { ...NO_FILTERS, operators: ['ctn', 'gnv'] })).toBe(true);
  });

  it('find what cannot be booked within no budget, and show it as long as none is named', () => {
    const gone = { ...trip, cents: null };
    expect(isWanted(gone, { ...NO_FILTERS, max: 9_999_999 })).toBe(false);
    expect(isWanted(gone, NO_FILTERS)).toBe(true);
  });
});

describe('the order of a list', () => {
  it('loses nothing, follows what is asked, and leaves equals by departure', () => {
    fc.assert(
      fc.property(trips, fc.constantFrom(...SORTS), (list, sort) => {
        const rows = arrange(list, (each) => each, { ...NO_FILTERS, sort }).map((row) => row.trip);
        expect(new Set(rows)).toEqual(new Set(list));
        rows.slice(1).forEach((next, index) => {
          const last = rows[index] as Filterable;
          const [a, b] =
            sort === 'price'
              ? [last.cents ?? Infinity, next.cents ?? Infinity]
              : sort === 'duration'
                ? [last.minutes, next.minutes]
                : [0, 0];
          expect(a <= b).toBe(true);
          if (a === b) expect(list.indexOf(last)).toBeLessThan(list.indexOf(next));
        });
      }),
    );
  });
});

describe('limits', () => {
  it('are few and round; each keeps something and leaves something out', () => {
    const steps = [500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 1_000_000];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1000, max: 2_000_000 }), { minLength: 1 }), (values) => {
        const limits = limitsBetween(values, steps);
        expect(limits.length).toBeLessThanOrEqual(5);
        for (const limit of limits) {
          expect(limit % 500).toBe(0);
          expect(values.some((each) => each <= limit)).toBe(true);
          expect(values.some((each) => each > limit)).toBe(true);
        }
      }),
    );
    expect(limitsBetween([66_900, 88_400], [5000])).toEqual([70_000, 75_000, 80_000, 85_000]);
    expect(limitsBetween([66_900], [5000])).toEqual([]);
    expect(limitsBetween([], [5000])).toEqual([]);
  });
});
