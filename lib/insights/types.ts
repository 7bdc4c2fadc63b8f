import type { LocalDate } from '@/lib/kernel/dates';
import type { FareFamily } from '@/lib/network/types';

/** The lowest price of one adult in each family, dues included; null when nothing is left to sell. */
export type FamilyPrices = Readonly<Record<FareFamily, number>> | null;

/** A day of departure with its prices as they were seen once. */
export interface SeenPrices {
  readonly day: LocalDate;
  readonly prices: FamilyPrices;
}

/** Days in a row on which a departure's lowest Basic price was seen unchanged. */
export interface PriceRun {
  readonly departureDay: LocalDate;
  /** Both days are in it. */
  readonly observedFrom: LocalDate;
  readonly observedUntil: LocalDate;
  /** For one adult in Basic, dues included; null when nothing was left to sell. */
  readonly cents: number | null;
}
