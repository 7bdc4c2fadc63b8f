import type { Localized } from '@/lib/kernel/locale';

export const FARE_FAMILIES = ['basic', 'standard', 'flex'] as const;
export type FareFamily = (typeof FARE_FAMILIES)[number];

/** Ages in full years on the day of sailing: infant below `childFrom`, child below `adultFrom`. */
export interface AgeBands {
  readonly childFrom: number;
  readonly adultFrom: number;
  /** Percent of the adult fare that a child pays, 0 to 100; likewise an infant. */
  readonly childPercent: number;
  readonly infantPercent: number;
}

/** One step of a cancellation grid: from `hoursBefore` departure and more, `keptPercent` of the price is kept. Longest notice first; the last step has `hoursBefore: 0`. */
export interface CancellationStep {
  readonly hoursBefore: number;
  readonly keptPercent: number;
}

/** What a fare family allows. Cents; `null` means that it cannot be done at all. */
export interface FareConditions {
  readonly changeFeeCents: number | null;
  readonly refundable: boolean;
}

export interface Port {
  readonly code: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly names: Localized;
}

export interface Operator {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly ageBands: AgeBands;
}
