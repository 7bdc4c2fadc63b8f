import type { AvailabilityState, Left } from '@/lib/inventory/types';

export type LeftKind = 'passengers' | 'vehicles' | 'cabins';

/** What the badges of a sailing tell, from its stock of now or of a moment ago. */
export interface Stocked {
  readonly passengers: Left;
  readonly vehicles: Left;
  readonly cabins: readonly Left[];
}

/** Cabins for pets are no cabins for people. */
export function forPeople(cabinType: string): boolean {
  return cabinType !== 'pet-2';
}

type LeftItem = readonly [what: LeftKind, how: AvailabilityState, count: number];

/**
 * Places, vehicle space and cabins, each with its state and what is left; no cabins where the ship has none. Of two
 * ships of one way, what is scarcer.
 */
export function leftOver(ships: readonly Stocked[]): LeftItem[] {
  const [first = [], ...others] = ships.map(leftOnOne);
  return first.map((item) =>
    others
      .flat()
      .reduce((least, other) => (other[0] === least[0] && other[2] < least[2] ? other : least), item),
  );
}

function leftOnOne({ passengers, vehicles, cabins }: Stocked): LeftItem[] {
  const items: LeftItem[] = [
    ['passengers', passengers.state, passengers.left],
    ['vehicles', vehicles.state, vehicles.left],
  ];
  if (cabins.length === 0) return items;
  const left = cabins.reduce((sum, cabin) => sum + cabin.left, 0);
  const some = cabins.some((cabin) => cabin.state === 'available') ? 'available' : 'limited';
  return [...items, ['cabins', left === 0 ? 'full' : some, left]];
}
