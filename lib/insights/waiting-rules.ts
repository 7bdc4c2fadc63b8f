import { addDays, type LocalDate } from '@/lib/kernel/dates';
import type { PriceRun } from './types';

/*
 * What waiting means: look every day, book as soon as the price is lower by so much, and after so many days at whatever
 * it is then (docs/insights.md). The same for the advice and for the test of the advice.
 */

/** Three weeks: as long as an operator's promotion, and as long as somebody with plans will wait. */
export const WAIT_DAYS = 21;
/** Less is not worth a daily look. */
const FALL_SHARE = 0.03;

/** What became of somebody who waited instead of booking at `nowCents`. */
export interface Waiting {
  readonly nowCents: number;
  /** What was paid in the end. Nothing left to sell: the most that this departure ever cost. */
  readonly paidCents: number;
  readonly fell: boolean;
  readonly soldOut: boolean;
}

/** How long can be waited, so many days ahead. */
export function daysToWait(daysAhead: number): number {
  return Math.min(WAIT_DAYS, daysAhead);
}

/**
 * What waiting from `day` did on a departure, by what was seen of it, in order of time. Null when it cannot be known: there
 * was no price on that day, or on one of the days after it nobody looked.
 */
export function waitedFrom(day: LocalDate, days: number, runs: readonly PriceRun[]): Waiting | null {
  if (days < 1) return null;
  const start = runs.findIndex((run) => run.observedFrom <= day && day <= run.observedUntil);
  const nowCents = runs[start]?.cents;
  if (start < 0 || nowCents === null || nowCents === undefined) return null;
  const end = addDays(day, days);
  const target = nowCents * (1 - FALL_SHARE);
  for (let index = start; ; index++) {
    const run = runs[index];
    const before = runs[index - 1];
    if (!run || (index > start && run.observedFrom !== addDays(before?.observedUntil ?? '', 1))) return null;
    if (run.cents !== null && run.cents <= target)
      return { nowCents, paidCents: run.cents, fell: true, soldOut: false };
    if (run.observedUntil < end) continue;
    if (run.cents !== null) return { nowCents, paidCents: run.cents, fell: false, soldOut: false };
    const paidCents = Math.max(...runs.map((each) => each.cents ?? 0));
    return { nowCents, paidCents, fell: false, soldOut: true };
  }
}
