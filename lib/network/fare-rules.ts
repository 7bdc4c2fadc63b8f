import type { CancellationStep, FareConditions, FareFamily } from './types';

/** What a rule needs to be found by the day of booking. */
interface Versioned {
  readonly operatorCode: string;
  readonly family: FareFamily;
  readonly version: number;
  readonly bookedFrom: Date;
  readonly bookedUntil: Date | null;
}

/** What is sold with a fare family, under a version that the booking keeps. */
export interface FamilyRule {
  readonly version: number;
  readonly conditions: FareConditions;
  readonly cancellation: readonly CancellationStep[];
}

/** The rule of an operator's family that is in force for a booking made at `bookedAt`; the newest where windows overlap. */
export function ruleInForce<T extends Versioned>(
  rules: readonly T[],
  operatorCode: string,
  family: FareFamily,
  bookedAt: Date,
): T | undefined {
  return rules
    .filter((rule) => rule.operatorCode === operatorCode && rule.family === family)
    .filter((rule) => rule.bookedFrom <= bookedAt && (!rule.bookedUntil || bookedAt < rule.bookedUntil))
    .reduce<T | undefined>((best, rule) => (best && best.version > rule.version ? best : rule), undefined);
}

/** Percent kept when cancelling `hoursBefore` departure: the step with the longest notice that is still met; 100 after departure. */
export function keptPercent(grid: readonly CancellationStep[], hoursBefore: number): number {
  if (hoursBefore < 0) return 100;
  return grid.find((step) => hoursBefore >= step.hoursBefore)?.keptPercent ?? 100;
}
