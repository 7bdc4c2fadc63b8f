/*
 * Which sailings of a list are shown, and in which order. Pure and small: the list in the browser asks it at every
 * change of a filter, the server when a filtered address is opened.
 */

export const SORTS = ['departure', 'price', 'duration'] as const;
export type Sort = (typeof SORTS)[number];

/** Parts of the day on which a ship leaves, six hours each, by the port's own clock. */
export const DAY_PARTS = ['night', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What a traveller asks of a list; nothing asked shows all of it, by departure. */
export interface Filters {
  readonly sort: Sort;
  /** Codes of operators; none: any. */
  readonly operators: readonly string[];
  readonly leaves: readonly DayPart[];
  /** Only with a cabin that is left. */
  readonly cabin: boolean;
  /** Highest total of the party for the crossing, in cents. */
  readonly max: number | null;
  /** Longest crossing, in hours. */
  readonly hours: number | null;
}

export const NO_FILTERS: Filters = {
  sort: 'departure',
  operators: [],
  leaves: [],
  cabin: false,
  max: null,
  hours: null,
};

/** What the filters need to know of a trip. */
export interface Filterable {
  /** All who sail it. */
  readonly operators: readonly string[];
  /** Local hour of departure, 0 to 23. */
  readonly hour: number;
  readonly minutes: number;
  /** Its lowest total; null when it cannot be booked. */
  readonly cents: number | null;
  readonly cabin: boolean;
}

/** The part of the day of a local hour. */
export function dayPartOf(hour: number): DayPart {
  return DAY_PARTS[Math.floor(hour / 6)] ?? 'night';
}

/** True when a trip has all that is asked. What cannot be booked has no price, and is within no budget. */
export function isWanted(trip: Filterable, filters: Filters): boolean {
  const { operators, leaves, cabin, max, hours } = filters;
  return (
    (operators.length === 0 || trip.operators.every((each) => operators.includes(each))) &&
    (leaves.length === 0 || leaves.includes(dayPartOf(trip.hour))) &&
    (!cabin || trip.cabin) &&
    (max === null || (trip.cents !== null && trip.cents <= max)) &&
    (hours === null || trip.minutes <= hours * 60)
  );
}

/** The trips in the order that is asked, each with whether it is wanted. They come by departure; equals stay so. */
export function arrange<T>(
  trips: readonly T[],
  factsOf: (trip: T) => Filterable,
  filters: Filters,
): { readonly trip: T; readonly wanted: boolean }[] {
  const rows = trips.map((trip) => ({ trip, facts: factsOf(trip) }));
  const measure = ({ cents, minutes }: Filterable) =>
    filters.sort === 'price' ? (cents ?? Number.MAX_SAFE_INTEGER) : filters.sort === 'duration' ? minutes : 0;
  return rows
    .sort((a, b) => measure(a.facts) - measure(b.facts))
    .map(({ trip, facts }) => ({ trip, wanted: isWanted(facts, filters) }));
}

/**
 * Round limits that part the values: the first keeps the least of them, none keeps them all. The finest of the
 * steps that makes no more than five of them.
 */
export function limitsBetween(values: readonly number[], steps: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  for (const step of steps) {
    const first = Math.ceil(low / step);
    const count = Math.ceil(high / step) - first;
    if (count <= 5) return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
  }
  return [];
}
