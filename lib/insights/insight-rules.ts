import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { adviceFrom } from './advice-rules';
import { standingOf } from './standing-rules';
import type { Advice, DatedPrice, PriceInsight, PriceRun } from './types';

/** Fewer days seen are no movement to draw: two weeks. */
const MIN_SEEN_DAYS = 14;

/**
 * The advice that has earned its place. Waiting, where it seemed to pay on past departures, was dearer more often than
 * cheaper on those held out (docs/insights.md): so nobody is told to wait.
 */
const SAID: readonly Advice['kind'][] = ['book-now'];

/** What a departure costs now, and all that was seen of it and of comparable ones. */
export interface Seen {
  readonly departureDay: LocalDate;
  readonly today: LocalDate;
  readonly nowCents: number;
  /** In the order of departure and time. */
  readonly runs: readonly PriceRun[];
}

/** What can be said of today's price; null where it was seen on fewer than two weeks of days. */
export function insightFrom({ departureDay, today, nowCents, runs }: Seen): PriceInsight | null {
  const own = joined(runs.filter((run) => run.departureDay === departureDay && run.observedUntil <= today));
  const seenDays = own.reduce((sum, run) => sum + daysBetween(run.observedFrom, run.observedUntil) + 1, 0);
  if (seenDays < MIN_SEEN_DAYS) return null;
  const others = [...Map.groupBy(runs, (run) => run.departureDay)]
    .filter(([day]) => day !== departureDay)
    .map(([, ofDay]) => ofDay);
  const daysAhead = daysBetween(today, departureDay);
  const advice = adviceFrom(nowCents, daysAhead, others);
  const now: DatedPrice = { day: today, cents: nowCents };
  return {
    departureDay,
    runs: own,
    seenDays,
    now,
    low: extreme(own, now, (a, b) => a < b),
    high: extreme(own, now, (a, b) => a > b),
    standing: standingOf(nowCents, daysAhead, others),
    advice: advice && SAID.includes(advice.kind) ? advice : null,
  };
}

/** Runs that follow one another at the same price are one: what was made up ends where what is seen begins. */
function joined(runs: readonly PriceRun[]): PriceRun[] {
  const all: PriceRun[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && last.cents === run.cents && addDays(last.observedUntil, 1) === run.observedFrom)
      all[all.length - 1] = { ...last, observedUntil: run.observedUntil };
    else all.push(run);
  }
  return all;
}

/** The lowest or highest price on record and the last day on which it stood. */
function extreme(
  runs: readonly PriceRun[],
  now: DatedPrice,
  beats: (a: number, b: number) => boolean,
): DatedPrice {
  let best = now;
  for (const { cents, observedUntil } of [...runs].reverse())
    if (cents !== null && beats(cents, best.cents)) best = { day: observedUntil, cents };
  return best;
}
