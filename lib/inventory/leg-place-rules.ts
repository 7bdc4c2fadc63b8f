/*
 * Where a leg stands in its trip. A trip goes out, and may come back; each way is one crossing, or two through a port
 * of transfer. Pages, letters and tickets name a leg by its place (`legs` in the messages).
 */

export const DIRECTIONS = ['outbound', 'return'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Crossings of one way, at most. */
export const LEGS_PER_WAY = 2;

/** Name of a place, as the messages `legs` have it. */
export type LegPlace = `${'only' | 'out' | 'back'}${'' | '-1' | '-2'}`;

interface PlacedLeg {
  readonly position: number;
  readonly direction: Direction;
}

/** The direction of a leg that does not say it: out first, then back. */
export function usualDirection(position: number): Direction {
  return position === 0 ? 'outbound' : 'return';
}

/** The place of the leg at a position: `only` in a trip that does not come back, with a number where one changes ships. */
export function legPlace(legs: readonly PlacedLeg[], position: number): LegPlace {
  const direction = legs.find((leg) => leg.position === position)?.direction ?? usualDirection(position);
  const sameWay = legs.filter((leg) => leg.direction === direction);
  const way = direction === 'return' ? 'back' : sameWay.length === legs.length ? 'only' : 'out';
  if (sameWay.length < 2) return way;
  return `${way}-${sameWay.findIndex((leg) => leg.position === position) === 0 ? 1 : 2}`;
}

/** The pairs of legs between which one changes ships. */
export function transfersOf<T extends PlacedLeg>(legs: readonly T[]): (readonly [first: T, second: T])[] {
  return legs.flatMap((leg, index) => {
    const next = legs[index + 1];
    return next && next.direction === leg.direction ? [[leg, next] as const] : [];
  });
}
