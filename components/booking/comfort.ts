import type { HoldLegView } from '@/lib/inventory/views';
import type { LegSelection, PartyItems } from '@/lib/pricing/types';

/** What can be counted up and down on a leg. */
export const COMFORTS = ['cabins', 'seats', 'meals'] as const;
export type Comfort = (typeof COMFORTS)[number];

/** A press on a plus or a minus: which leg, what, and by how much. Written `0:cabins:inside-4:1` in its button. */
export interface Press {
  readonly position: number;
  readonly comfort: Comfort;
  readonly code: string;
  readonly by: 1 | -1;
}

export function pressText({ position, comfort, code, by }: Press): string {
  return [position, comfort, code, by].join(':');
}

/** Reads a button's value; null for anything else. */
export function readPress(text: string): Press | null {
  const match = /^([0-3]):([a-z]+):([a-z0-9-]{1,40}):(-?1)$/.exec(text);
  const comfort = COMFORTS.find((each) => each === match?.[2]);
  if (!match?.[3] || !comfort) return null;
  return { position: Number(match[1]), comfort, code: match[3], by: match[4] === '1' ? 1 : -1 };
}

/** How many of a thing are chosen. */
export function chosenOf(selection: LegSelection, comfort: Comfort, code: string): number {
  return selection[comfort].find((each) => each.code === code)?.quantity ?? 0;
}

/** The list of a comfort after a press; never below nothing. */
export function afterPress(selection: LegSelection, press: Press): { code: string; quantity: number }[] {
  const quantity = Math.max(0, chosenOf(selection, press.comfort, press.code) + press.by);
  const others = selection[press.comfort].filter((each) => each.code !== press.code);
  return [...others, { code: press.code, quantity }].filter((each) => each.quantity > 0);
}

/** Travellers who need a berth of their own: infants sleep with an adult. */
export function sleepers(party: PartyItems): number {
  return party.passengers.filter((type) => type !== 'infant').length;
}

/** Berths of the chosen cabins of a leg, and its reclining seats. */
export function restingPlaces(leg: Pick<HoldLegView, 'selection' | 'tariff'>): {
  berths: number;
  seats: number;
} {
  const berths = leg.selection.cabins.reduce((sum, { code, quantity }) => {
    const cabin = leg.tariff.cabins.find((each) => each.code === code);
    return sum + (cabin?.berths ?? 0) * quantity;
  }, 0);
  return { berths, seats: leg.selection.seats.reduce((sum, each) => sum + each.quantity, 0) };
}

/** True when a leg goes through a night on the ship. */
export function isOvernight(leg: Pick<HoldLegView, 'departsAt' | 'arrivesAt'>): boolean {
  return leg.departsAt.slice(0, 10) !== leg.arrivesAt.slice(0, 10);
}
