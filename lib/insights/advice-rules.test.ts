import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { adviceFrom } from './advice-rules';
import { MIN_DEPARTURES } from './comparison-rules';
import { departure, steady } from './testing/arbitraries';
import { waitedFrom } from './waiting-rules';

const DAY = '2026-06-30';
const days = Array.from({ length: 30 }, (_, index) => addDays('2026-06-01', index));

describe('waiting', () => {
  const from = (daysAhead: number, wait: number, ...steps: Parameters<typeof steady>[2][]) =>
    waitedFrom(addDays(DAY, -daysAhead), wait, steady(DAY, 60, ...steps));

  it('ends with the first price that is lower by three in a hundred', () => {
    expect(from(50, 21, [60, 10_000], [45, 9_750], [40, 9_700], [35, 8_000])).toEqual({
      nowCents: 10_000,
      paidCents: 9_700,
      fell: true,
      soldOut: false,
    });
  });

  it('ends at the price of the last day where none was', () => {
    expect(from(50, 21, [60, 10_000], [40, 9_900], [29, 12_000])).toMatchObject({
      paidCents: 12_000,
      fell: false,
    });
    expect(from(50, 20, [60, 10_000], [40, 9_900], [29, 12_000])).toMatchObject({ paidCents: 9_900 });
  });

  it('costs the most that there ever was where nothing is left to sell', () => {
    expect(from(50, 21, [60, 10_000], [45, 13_000], [40, null])).toMatchObject({
      paidCents: 13_000,
      soldOut: true,
    });
    expect(from(50, 21, [60, 10_000], [45, null], [40, 9_000])).toMatchObject({
      paidCents: 9_000,
      fell: true,
    });
  });

  it('cannot be known without a price to begin with, nor over a day on which nobody looked', () => {
    expect(from(50, 21, [60, null], [45, 9_000])).toBeNull();
    expect(from(70, 21, [60, 9_000])).toBeNull();
    expect(from(0, 0, [60, 9_000])).toBeNull();
    const [first, second] = steady(DAY, 60, [60, 10_000], [45, 11_000]);
    if (!first || !second) throw new RangeError('two runs');
    const late = { ...second, observedFrom: addDays(second.observedFrom, 1) };
    expect(waitedFrom(addDays(DAY, -50), 21, [first, late])).toBeNull();
    expect(waitedFrom(addDays(DAY, -50), 21, [first])).toBeNull();
  });

  it('never pays more than the dearest, nor less than the cheapest price of the departure', () => {
    fc.assert(
      fc.property(
        departure(DAY),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 21 }),
        (runs, ahead, wait) => {
          const waited = waitedFrom(addDays(DAY, -ahead), wait, runs);
          if (!waited) return;
          const prices = runs.flatMap((run) => run.cents ?? []);
          expect(prices).toContain(waited.nowCents);
          expect(prices).toContain(waited.paidCents);
          expect(waited.fell).toBe(waited.paidCents <= waited.nowCents * 0.97 && !waited.soldOut);
        },
      ),
    );
  });
});

describe('the advice', () => {
  const all = (n: number, ...steps: Parameters<typeof steady>[2][]) =>
    days.slice(0, n).map((day) => steady(day, 60, ...steps));

  it('is to book where waiting cost, to wait where it paid, at today’s price', () => {
    expect(adviceFrom(5_000, 30, all(20, [60, 10_000], [20, 11_000]))).toEqual({
      kind: 'book-now',
      days: 21,
      departures: 20,
      fell: 0,
      meanGainCents: -500,
    });
    expect(adviceFrom(5_000, 30, all(20, [60, 10_000], [20, 9_000]))).toMatchObject({
      kind: 'wait',
      fell: 20,
      meanGainCents: 500,
    });
  });

  it('is silent with few departures, where nothing moved, and where they do not agree', () => {
    expect(adviceFrom(5_000, 30, all(MIN_DEPARTURES - 1, [60, 10_000], [20, 11_000]))).toBeNull();
    expect(adviceFrom(5_000, 30, all(20, [60, 10_000]))).toBeNull();
    const mixed = [
      ...all(10, [60, 10_000], [20, 11_000]),
      ...days.slice(10, 20).map((day) => steady(day, 60, [60, 10_000], [20, 9_000])),
    ];
    expect(adviceFrom(5_000, 30, mixed)).toBeNull();
    expect(adviceFrom(5_000, 0, all(20, [60, 10_000], [20, 11_000]))).toBeNull();
  });

  it('waits no longer than until the ship leaves', () => {
    expect(adviceFrom(5_000, 5, all(20, [60, 10_000], [2, 11_000]))?.days).toBe(5);
  });

  it('goes with the mean, knows no order and no scale', () => {
    const departures = fc
      .integer({ min: 12, max: 30 })
      .chain((n) => fc.tuple(...days.slice(0, n).map(departure)));
    fc.assert(
      fc.property(departures, fc.integer({ min: 1, max: 120 }), (seen, ahead) => {
        const advice = adviceFrom(10_000, ahead, seen);
        const again = adviceFrom(10_000, ahead, [...seen].reverse());
        expect(again?.kind).toBe(advice?.kind);
        if (!advice) return;
        expect(Math.sign(advice.meanGainCents)).not.toBe(advice.kind === 'wait' ? -1 : 1);
        expect(advice.departures).toBeGreaterThanOrEqual(MIN_DEPARTURES);
        expect(advice.fell).toBeLessThanOrEqual(advice.departures);
        const double = adviceFrom(20_000, ahead, seen);
        expect(Math.abs((double?.meanGainCents ?? 0) - 2 * advice.meanGainCents)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
