import { daysBetween } from '@/lib/kernel/dates';
import { bandOf, MIN_DEPARTURES } from './comparison-rules';
import type { PriceRun, Standing } from './types';

/**
 * Where a price stands, `daysAhead` days before departure, among comparable departures: each gives its median price over
 * the days on which it was seen as long ahead. Null with fewer than `MIN_DEPARTURES`.
 */
export function standingOf(
  cents: number,
  daysAhead: number,
  departures: readonly (readonly PriceRun[])[],
): Standing | null {
  const usual = departures.flatMap((runs) => usualPrice(runs, daysAhead) ?? []).sort((a, b) => a - b);
  if (usual.length < MIN_DEPARTURES) return null;
  return {
    departures: usual.length,
    dearer: usual.filter((each) => each > cents).length,
    same: usual.filter((each) => each === cents).length,
    medianCents: usual[Math.floor((usual.length - 1) / 2)] ?? cents,
  };
}

/** The share of comparable departures that were cheaper, 0 to 1; those at the same price count half. */
export function percentileOf({ departures, dearer, same }: Standing): number {
  return (departures - dearer - same / 2) / departures;
}

/** The price at which a departure stood on half of the days of the band: the lower middle one. Days with nothing to sell say nothing. */
function usualPrice(runs: readonly PriceRun[], daysAhead: number): number | null {
  const band = bandOf(daysAhead);
  const weighted = runs
    .map(({ departureDay, observedFrom, observedUntil, cents }) => ({
      cents,
      days:
        Math.min(band.to, daysBetween(observedFrom, departureDay)) -
        Math.max(band.from, daysBetween(observedUntil, departureDay)) +
        1,
    }))
    .filter((run): run is { cents: number; days: number } => run.cents !== null && run.days > 0)
    .sort((a, b) => a.cents - b.cents);
  const half = weighted.reduce((sum, run) => sum + run.days, 0) / 2;
  let days = 0;
  for (const run of weighted) {
    days += run.days;
    if (days >= half) return run.cents;
  }
  return null;
}

/** The cheap quarter, the dear one, or what lies between: finer than that so few departures do not tell. */
export function levelOf(standing: Standing): 'low' | 'middle' | 'high' {
  const percentile = percentileOf(standing);
  if (percentile <= 0.25) return 'low';
  return percentile >= 0.75 ? 'high' : 'middle';
}
