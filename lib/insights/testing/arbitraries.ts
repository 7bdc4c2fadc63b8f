import fc from 'fast-check';
import { addDays, type LocalDate } from '@/lib/kernel/dates';
import type { PriceRun } from '../types';

/** A departure that was seen from so many days ahead on, with prices and days with nothing to sell, and some gaps. */
export function departure(day: LocalDate): fc.Arbitrary<PriceRun[]> {
  const run = fc.record({
    days: fc.integer({ min: 1, max: 40 }),
    gap: fc.constantFrom(0, 0, 0, 0, 3),
    cents: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 2_000, max: 20_000 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  });
  return fc.array(run, { minLength: 1, maxLength: 8 }).map((runs) => {
    let ahead = runs.reduce((sum, { days, gap }) => sum + days + gap, 0) - 1;
    return runs.map(({ days, gap, cents }) => {
      const seen = {
        departureDay: day,
        observedFrom: addDays(day, -ahead),
        observedUntil: addDays(day, -ahead + days - 1),
        cents,
      };
      ahead -= days + gap;
      return seen;
    });
  });
}

/** A departure seen day by day to the end at one price, or at these from so many days ahead on. */
export function steady(
  day: LocalDate,
  from: number,
  ...steps: (readonly [daysAhead: number, cents: number | null])[]
): PriceRun[] {
  return steps.map(([start, cents], index) => ({
    departureDay: day,
    observedFrom: addDays(day, -Math.min(from, start)),
    observedUntil: addDays(day, -((steps[index + 1]?.[0] ?? -1) + 1)),
    cents,
  }));
}
