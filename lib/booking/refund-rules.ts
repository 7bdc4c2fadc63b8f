import { keptPercent } from '@/lib/network/fare-rules';
import type { CancellationStep } from '@/lib/network/types';

/** A leg as far as giving its price back is concerned. */
export interface RefundableLeg {
  readonly departsAt: Date;
  readonly totalCents: number;
  readonly refundable: boolean;
  readonly cancellation: readonly CancellationStep[];
}

/** What comes back when cancelling after `from` and before `until`. */
export interface RefundStep {
  readonly from: Date;
  readonly until: Date;
  readonly refundCents: number;
}

const HOUR_MS = 3_600_000;

/**
 * What a traveller gets back by the moment of cancelling, from now to the first departure: each leg after the grid of
 * its own fare, the sum for the trip. Neighbours with the same amount are one step; empty once the trip has begun.
 */
export function refundSteps(legs: readonly RefundableLeg[], now: Date): RefundStep[] {
  const departure = Math.min(...legs.map((leg) => leg.departsAt.getTime()));
  if (legs.length === 0 || departure <= now.getTime()) return [];
  const changes = legs
    .flatMap((leg) => leg.cancellation.map((step) => leg.departsAt.getTime() - step.hoursBefore * HOUR_MS))
    .filter((at) => at > now.getTime() && at < departure);
  const edges = [...new Set([now.getTime(), ...changes, departure])].sort((a, b) => a - b);
  const steps: RefundStep[] = [];
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const until = edges[index + 1] ?? departure;
    const refundCents = refundAt(legs, new Date(until));
    const last = steps.at(-1);
    if (last && last.refundCents === refundCents)
      steps[steps.length - 1] = { ...last, until: new Date(until) };
    else steps.push({ from: new Date(from), until: new Date(until), refundCents });
  }
  return steps;
}

/** Cents that come back for all legs when cancelled at `at`; at the very edge of a step, the longer notice still counts. */
export function refundAt(legs: readonly RefundableLeg[], at: Date): number {
  return legs.reduce((sum, leg) => {
    if (!leg.refundable) return sum;
    const hoursBefore = (leg.departsAt.getTime() - at.getTime()) / HOUR_MS;
    return (
      sum + leg.totalCents - Math.round((leg.totalCents * keptPercent(leg.cancellation, hoursBefore)) / 100)
    );
  }, 0);
}
