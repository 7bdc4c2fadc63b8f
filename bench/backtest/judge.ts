import { adviceFrom } from '@/lib/insights/advice-rules';
import { comparableDays } from '@/lib/insights/comparison-rules';
import type { PriceRun } from '@/lib/insights/types';
import { daysToWait, type Waiting, waitedFrom } from '@/lib/insights/waiting-rules';
import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import type { History } from './history';

/** Somebody stands before each departure once a week. */
const EVERY_DAYS = 7;

export interface Judged {
  /** What the rule said, knowing nothing of the time in which it is judged. */
  readonly said: 'book-now' | 'wait' | 'nothing';
  readonly routeId: string;
  readonly departureDay: LocalDate;
  readonly daysAhead: number;
  readonly waiting: Waiting;
}

/**
 * Every moment of the held-out time, from `split` to the end of the history, at which somebody could have booked or
 * waited, with what the advice would have been and what waiting did. The advice knows only departures that were over before
 * `split`. Moments whose outcome is not in the history are left out.
 */
export function judge(history: History, split: LocalDate, end: LocalDate): Judged[] {
  const judged: Judged[] = [];
  for (const [routeId, line] of history) {
    for (const [departureDay, runs] of line) {
      if (departureDay <= split) continue;
      const known = comparableDays(departureDay, split).flatMap((day): (readonly PriceRun[])[] => {
        const ofDay = line.get(day);
        return ofDay ? [ofDay] : [];
      });
      for (let day = split; day < departureDay && day < end; day = addDays(day, EVERY_DAYS)) {
        const daysAhead = daysBetween(day, departureDay);
        const waiting = waitedFrom(day, daysToWait(daysAhead), runs);
        if (!waiting) continue;
        const advice = adviceFrom(waiting.nowCents, daysAhead, known);
        judged.push({ said: advice?.kind ?? 'nothing', routeId, departureDay, daysAhead, waiting });
      }
    }
  }
  return judged;
}

export interface Score {
  readonly moments: number;
  readonly departures: number;
  /** Moments at which waiting would have been cheaper, the same, or dearer. */
  readonly cheaper: number;
  readonly same: number;
  readonly dearer: number;
  readonly soldOut: number;
  /** What waiting brought on average against booking at once, in euros; negative where it cost. */
  readonly meanGainEuros: number;
}

/** What waiting did at these moments. */
export function scoreOf(judged: readonly Judged[]): Score {
  const gains = judged.map(({ waiting }) => waiting.nowCents - waiting.paidCents);
  return {
    moments: judged.length,
    departures: new Set(judged.map((each) => `${each.routeId} ${each.departureDay}`)).size,
    cheaper: gains.filter((gain) => gain > 0).length,
    same: gains.filter((gain) => gain === 0).length,
    dearer: gains.filter((gain) => gain < 0).length,
    soldOut: judged.filter((each) => each.waiting.soldOut).length,
    meanGainEuros: gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length) / 100,
  };
}
