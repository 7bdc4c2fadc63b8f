import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '@/lib/kernel/dates';
import { bandOf, comparableDays, SEASON_DAYS } from './comparison-rules';

const someDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2026-01-01', days));
const weekend = (day: string) => [0, 5, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

describe('comparable departures', () => {
  it('are over, of the same kind of weekday, in the same season of some year, each once and never the departure itself', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 547 }), (before, ahead) => {
        const day = addDays(before, ahead);
        const days = comparableDays(day, before);
        expect(days).toEqual([...new Set(days)].sort());
        for (const each of days) {
          expect(each < before).toBe(true);
          expect(each).not.toBe(day);
          expect(weekend(each)).toBe(weekend(day));
          const off = ((daysBetween(each, day) % 364) + 364) % 364;
          expect(Math.min(off, 364 - off)).toBeLessThanOrEqual(SEASON_DAYS);
        }
      }),
    );
  });

  it('are last year’s same weeks for a summer to come', () => {
    const days = comparableDays('2027-07-14', '2026-11-22');
    expect(days).toContain('2026-07-15');
    expect(days).toContain('2025-07-16');
    expect(days).not.toContain('2026-07-18');
    expect(days.filter((day) => day.startsWith('2026'))).toHaveLength(33);
  });

  it('are of this season too, once it has begun', () => {
    expect(comparableDays('2026-12-01', '2026-11-22')).toContain('2026-11-17');
  });
});

describe('a band of days ahead', () => {
  it('has each day in one and covers them all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (ahead) => {
        const { from, to } = bandOf(ahead);
        expect(ahead).toBeGreaterThanOrEqual(from);
        expect(ahead).toBeLessThanOrEqual(to);
        expect(bandOf(from)).toEqual({ from, to });
        if (to < Infinity) expect(bandOf(to + 1).from).toBe(to + 1);
      }),
    );
    expect(bandOf(30)).toEqual({ from: 21, to: 44 });
  });
});
