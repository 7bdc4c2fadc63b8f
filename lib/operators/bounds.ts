/** What no ferry reaches: beyond it a figure is a mistake, and nothing is worked out of it. */
export const MOST = {
  /** A million euros. */
  cents: 100_000_000,
  euros: 1_000_000,
  /** Persons, cabins, pieces. */
  count: 100_000,
  metres: 100_000,
  minutes: 1_000_000,
  days: 10_000,
  /** Of the clock of 1970: the year 2100. */
  seconds: 4_102_444_800,
} as const;
