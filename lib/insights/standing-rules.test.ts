import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { MIN_DEPARTURES } from './comparison-rules';
import { percentileOf, standingOf } from './standing-rules';
import { departure, steady } from './testing/arbitraries';

const days = Array.from({ length: 30 }, (_, index) => addDays('2026-06-01', index));
const departures = fc.integer({ min: 0, max: 30 }).chain((n) => fc.tuple(...days.slice(0, n).map(departure)));
const price = fc.integer({ min: 1_000, max: 25_000 });
const ahead = fc.integer({ min: 0, max: 200 });
const flat = (cents: readonly (number | null)[]) =>
  cents.map((each, index) => steady(days[index] ?? '', 60, [60, each]));

describe('where a price stands', () => {
  it('is silent with fewer departures than can be told from chance', () => {
    expect(standingOf(5_000, 30, flat(Array(MIN_DEPARTURES - 1).fill(5_000)))).toBeNull();
    expect(standingOf(5_000, 30, flat(Array(MIN_DEPARTURES).fill(5_000)))).not.toBeNull();
    // A departure that had nothing to sell, or was not seen so long ahead, is none.
    expect(standingOf(5_000, 30, flat([...Array(MIN_DEPARTURES - 1).fill(5_000), null]))).toBeNull();
    expect(standingOf(5_000, 90, flat(Array(20).fill(5_000)))).toBeNull();
  });

  it('counts each departure once, on one side', () => {
    const standing = standingOf(
      5_000,
      30,
      flat([...Array(3).fill(4_000), ...Array(4).fill(5_000), ...Array(9).fill(6_000)]),
    );
    expect(standing).toEqual({ departures: 16, dearer: 9, same: 4, medianCents: 6_000 });
    expect(standing && percentileOf(standing)).toBe(5 / 16);
  });

  it('takes the price at which a departure stood most of the band, and nothing of other bands', () => {
    const moving = days
      .slice(0, 12)
      .map((day) => steady(day, 60, [60, 1_000], [44, 5_000], [29, 6_000], [20, 9_000]));
    expect(standingOf(5_000, 30, moving)).toEqual({
      departures: 12,
      dearer: 0,
      same: 12,
      medianCents: 5_000,
    });
  });

  it('is a share between nothing and all, that rises with the price and knows no order', () => {
    fc.assert(
      fc.property(departures, price, price, ahead, (all, one, other, daysAhead) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [below, above] = [standingOf(low, daysAhead, all), standingOf(high, daysAhead, all)];
        expect(standingOf(low, daysAhead, [...all].reverse())).toEqual(below);
        expect(below === null).toBe(above === null);
        if (!below || !above) return;
        expect(below.departures).toBeGreaterThanOrEqual(MIN_DEPARTURES);
        expect(below.departures).toBeLessThanOrEqual(all.length);
        expect(percentileOf(below)).toBeGreaterThanOrEqual(0);
        expect(percentileOf(above)).toBeLessThanOrEqual(1);
        expect(percentileOf(below)).toBeLessThanOrEqual(percentileOf(above));
        expect(below.medianCents).toBe(above.medianCents);
      }),
    );
  });
});
