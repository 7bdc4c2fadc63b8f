import type { LocalDate } from '@/lib/kernel/dates';

/* Which fallen prices are worth telling of (docs/insights.md). */

/** Less is no news. */
const MIN_SHARE = 0.05;
const MIN_CENTS = 200;
/** No operator's campaign fills the list. */
const MOST_OF_OPERATOR = 2;
/** A line's other days stand in for one whose price rose since it was seen. */
const DAYS_OF_LINE = 3;

/** A price of one adult that is lower than it was, with what it was: the lowest of the 30 days before it fell. */
export interface FallenPrice {
  readonly routeId: string;
  readonly departureDay: LocalDate;
  /** The first day on which it was seen so. */
  readonly since: LocalDate;
  readonly cents: number;
  readonly beforeCents: number;
}

/** A fallen price that can be booked, of the operator that sells it. */
export interface PriceDrop extends FallenPrice {
  readonly operatorCode: string;
}

/** By how much of what it was a price fell, 0 to 1; below 0 where it rose. */
export function shareFallen({ cents, beforeCents }: Pick<FallenPrice, 'cents' | 'beforeCents'>): number {
  return (beforeCents - cents) / beforeCents;
}

/** True for a fall of 5 % and 2 € or more. */
export function isWorthTelling(price: Pick<FallenPrice, 'cents' | 'beforeCents'>): boolean {
  return shareFallen(price) >= MIN_SHARE && price.beforeCents - price.cents >= MIN_CENTS;
}

/** The deepest falls of each pair of ports, whichever way one sails; the pair that fell most first, its nearest day first. */
export function byPairOfPorts(fallen: readonly FallenPrice[]): FallenPrice[][] {
  const pairs = new Map<string, FallenPrice[]>();
  for (const price of fallen.filter(isWorthTelling).sort(deepestFirst)) {
    const pair = price.routeId.split('-').sort().join('-');
    const known = pairs.get(pair) ?? [];
    if (known.length < DAYS_OF_LINE) known.push(price);
    pairs.set(pair, known);
  }
  return [...pairs.values()];
}

/** The first `most` of these that do not tell of one operator more than twice, what fell last first. */
export function dropsToTell(drops: readonly PriceDrop[], most: number): PriceDrop[] {
  const told = new Map<string, number>();
  return drops
    .filter(({ operatorCode }) => {
      const times = (told.get(operatorCode) ?? 0) + 1;
      told.set(operatorCode, times);
      return times <= MOST_OF_OPERATOR;
    })
    .slice(0, most)
    .sort((a, b) => inOrder(b.since, a.since) || deepestFirst(a, b));
}

function deepestFirst(a: FallenPrice, b: FallenPrice): number {
  return (
    shareFallen(b) - shareFallen(a) ||
    inOrder(a.departureDay, b.departureDay) ||
    inOrder(a.routeId, b.routeId)
  );
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
