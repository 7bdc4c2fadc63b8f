import { addDays } from '@/lib/kernel/dates';
import { MIN_DEPARTURES } from './comparison-rules';
import type { Advice, PriceRun } from './types';
import { daysToWait, waitedFrom } from './waiting-rules';

/**
 * How many standard errors the mean must stand away from nothing: Student's t for the fewest departures, one-sided,
 * 95 %. With more of them it is a little too careful.
 */
const CERTAIN = 1.8;

/**
 * Whether to book now or to wait, from what waiting did on comparable departures that were seen exactly as many days
 * ahead: what it brought on average, if that is surely more or surely less than nothing. Null with fewer than
 * `MIN_DEPARTURES`, and where they do not agree.
 */
export function adviceFrom(
  cents: number,
  daysAhead: number,
  departures: readonly (readonly PriceRun[])[],
): Advice | null {
  const days = daysToWait(daysAhead);
  const waits = departures.flatMap((runs) => {
    const day = runs[0] && addDays(runs[0].departureDay, -daysAhead);
    return (day && waitedFrom(day, days, runs)) || [];
  });
  if (waits.length < MIN_DEPARTURES) return null;
  const gains = waits.map(({ nowCents, paidCents }) => (nowCents - paidCents) / nowCents);
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  if (Math.abs(mean) <= CERTAIN * Math.sqrt(variance / gains.length)) return null;
  return {
    kind: mean > 0 ? 'wait' : 'book-now',
    days,
    departures: waits.length,
    fell: waits.filter((wait) => wait.fell).length,
    meanGainCents: Math.round(mean * cents),
  };
}
