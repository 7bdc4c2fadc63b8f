import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insightFrom } from '@/lib/insights/insight-rules';
import { addDays } from '@/lib/kernel/dates';
import { chartShape } from './chart-shape';

const DAY = '2026-06-30';
const TODAY = addDays(DAY, -10);
const run = (from: number, until: number, cents: number | null) => ({
  departureDay: DAY,
  observedFrom: addDays(DAY, -from),
  observedUntil: addDays(DAY, -until),
  cents,
});
const now = { day: TODAY, cents: 6_000 };

/** Runs one after the other up to the day itself, some with nothing to sell. */
const anyPast = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.option(fc.integer({ min: 2_000, max: 20_000 }))), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => {
    let from = parts.reduce((sum, [days]) => sum + days, 0) - 1;
    return parts.map(([days, cents]) => {
      from -= days;
      return run(from + days, from + 1, cents);
    });
  });

describe('the shape of a chart', () => {
  it('is steps from the first day to today', () => {
    const runs = [run(110, 61, 5_000), run(60, 10, 6_000)];
    const shape = chartShape({ runs, now, low: { day: addDays(DAY, -61), cents: 5_000 }, high: now });
    expect(shape.grid).toEqual([6_000, 5_500, 5_000]);
    expect(shape.line).toBe('M0 100H50V0H100V0');
    expect(shape.at(now)).toEqual({ x: 100, y: 0 });
  });

  it('has nothing over days on which nobody looked or nothing was sold', () => {
    const gap = chartShape({ runs: [run(110, 81, 5_000), run(60, 10, 6_000)], now, low: now, high: now });
    expect(gap.line.match(/M/g)).toHaveLength(2);
    const runs = [run(110, 81, 5_000), run(80, 61, null), run(60, 10, 6_000)];
    expect(chartShape({ runs, now, low: now, high: now }).line.match(/M/g)).toHaveLength(2);
  });

  it('draws a price that stands, or moves by cents, in the middle: no line of the grid contradicts its whole euros', () => {
    const still = { day: TODAY, cents: 13_210 };
    const shape = chartShape({ runs: [run(110, 10, 13_210)], now: still, low: still, high: still });
    expect(shape.grid).toEqual([14_000, 13_500, 13_000, 12_500]);
    expect(shape.at(still).y).toBeGreaterThan(25);
    expect(shape.at(still).y).toBeLessThan(75);
    const cheap = { day: TODAY, cents: 300 };
    expect(chartShape({ runs: [], now: cheap, low: cheap, high: cheap }).grid.at(-1)).toBe(0);
  });

  it('stays inside the square, and its grid holds all prices, for any past', () => {
    fc.assert(
      fc.property(anyPast, fc.integer({ min: 1_000, max: 25_000 }), (runs, nowCents) => {
        const insight = insightFrom({ departureDay: DAY, today: DAY, nowCents, runs });
        if (!insight) return;
        const { line, grid } = chartShape(insight);
        for (const number of line.match(/-?[\d.]+/g) ?? []) {
          expect(Number(number)).toBeGreaterThanOrEqual(0);
          expect(Number(number)).toBeLessThanOrEqual(100);
        }
        expect(grid.length).toBeGreaterThanOrEqual(2);
        expect(grid.length).toBeLessThanOrEqual(5);
        expect(grid[0]).toBeGreaterThanOrEqual(insight.high.cents);
        expect(grid.at(-1)).toBeLessThanOrEqual(insight.low.cents);
      }),
    );
  });
});
