import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { insightFrom } from './insight-rules';
import { departure, steady } from './testing/arbitraries';

const DAY = '2026-06-30';
const past = Array.from({ length: 20 }, (_, index) => addDays('2026-05-01', index));
/** What was seen of the departure by `today`. */
const until = (today: string, runs: ReturnType<typeof steady>) =>
  runs
    .filter((run) => run.observedFrom <= today)
    .map((run) => (run.observedUntil > today ? { ...run, observedUntil: today } : run));

describe('what is said of a price', () => {
  it('is nothing before it was seen for two weeks', () => {
    const today = addDays(DAY, -40);
    const seen = (days: number) => until(today, steady(DAY, 40 + days - 1, [200, 5_000]));
    const ask = (days: number) =>
      insightFrom({ departureDay: DAY, today, nowCents: 5_000, runs: seen(days) });
    expect(ask(13)).toBeNull();
    expect(ask(14)).toMatchObject({ seenDays: 14, standing: null, advice: null });
  });

  it('has the lowest and highest price on record with the last day on which they stood, today among them', () => {
    const today = addDays(DAY, -10);
    const runs = until(
      today,
      steady(DAY, 60, [60, 6_000], [50, 4_000], [40, null], [30, 7_000], [20, 4_000], [15, 5_000]),
    );
    const insight = insightFrom({ departureDay: DAY, today, nowCents: 8_000, runs });
    expect(insight?.low).toEqual({ day: addDays(DAY, -16), cents: 4_000 });
    expect(insight?.high).toEqual({ day: today, cents: 8_000 });
    expect(insight?.now).toEqual({ day: today, cents: 8_000 });
  });

  it('joins what was made up and what was seen where the price stayed', () => {
    const today = addDays(DAY, -10);
    const runs = until(today, steady(DAY, 60, [60, 6_000], [30, 6_000], [20, 7_000]));
    expect(insightFrom({ departureDay: DAY, today, nowCents: 7_000, runs })?.runs).toHaveLength(2);
  });

  it('advises to book where waiting cost, and never to wait', () => {
    const today = addDays(DAY, -30);
    const ask = (then: number) =>
      insightFrom({
        departureDay: DAY,
        today,
        nowCents: 5_000,
        runs: [
          ...past.flatMap((day) => steady(day, 60, [60, 5_000], [20, then])),
          ...until(today, steady(DAY, 60, [60, 5_000])),
        ],
      });
    expect(ask(6_000)?.advice).toMatchObject({ kind: 'book-now', departures: 20, meanGainCents: -1_000 });
    expect(ask(4_000)?.standing).not.toBeNull();
    expect(ask(4_000)?.advice).toBeNull();
  });

  it('holds together for any past', () => {
    fc.assert(
      fc.property(
        fc.tuple(...past.map(departure)),
        departure(DAY),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 2_000, max: 20_000 }),
        (others, own, ahead, nowCents) => {
          const today = addDays(DAY, -ahead);
          const insight = insightFrom({
            departureDay: DAY,
            today,
            nowCents,
            runs: [...others.flat(), ...until(today, own)],
          });
          if (!insight) return;
          expect(insight.low.cents).toBeLessThanOrEqual(nowCents);
          expect(insight.high.cents).toBeGreaterThanOrEqual(nowCents);
          for (const run of insight.runs) {
            expect(run.departureDay).toBe(DAY);
            if (run.cents !== null) {
              expect(run.cents).toBeGreaterThanOrEqual(insight.low.cents);
              expect(run.cents).toBeLessThanOrEqual(insight.high.cents);
            }
          }
          expect(insight.advice?.kind ?? 'book-now').toBe('book-now');
        },
      ),
    );
  });
});
