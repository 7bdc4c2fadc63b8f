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

/** A price with the day on which it was seen. */
export interface DatedPrice {
  readonly day: LocalDate;
  readonly cents: number;
}

/** Where today's price stands among comparable departures, each counted once, at its usual price so long ahead. */
export interface Standing {
  /** Comparable departures, and those of them that were dearer, or the same. */
  readonly departures: number;
  readonly dearer: number;
  readonly same: number;
  readonly medianCents: number;
}

/** What waiting did on comparable departures, at today's price. */
export interface Advice {
  readonly kind: 'book-now' | 'wait';
  /** How many days are waited for a lower price. */
  readonly days: number;
  readonly departures: number;
  /** On how many of them the price fell in that time. */
  readonly fell: number;
  /** What waiting brought on average, in cents; negative where it cost. */
  readonly meanGainCents: number;
}

/** What is known of the price of a line on a day of departure, for one adult in Basic, dues included. */
export interface PriceInsight {
  readonly departureDay: LocalDate;
  /** What was seen of this departure, in order of time; nothing stands for days on which nobody looked. */
  readonly runs: readonly PriceRun[];
  readonly seenDays: number;
  readonly now: DatedPrice;
  readonly low: DatedPrice;
  readonly high: DatedPrice;
  /** Null where too few departures can be compared. */
  readonly standing: Standing | null;
  /** Null where they are too few, or do not agree. */
  readonly advice: Advice | null;
}
