import type { LegSelection, PartyItems } from '@/lib/pricing/types';
import { laneNeeded } from '@/lib/pricing/vehicle-rules';
import { leftOf, type StockRow } from './availability-rules';
import type { StockKind, StockNeed } from './types';

/** A change of one stock line: what is added to `held` and `sold` (negative frees). Units of the line. */
export interface StockChange {
  readonly stockLineId: string;
  readonly held: number;
  readonly sold: number;
}

/** A line with too little left. */
export interface StockShort {
  readonly sailingId: string;
  readonly kind: StockKind;
  readonly code: string;
  readonly left: number;
}

/** Id of the stock line of a code on a sailing. */
export function stockLineId(sailingId: string, code: string): string {
  return `${sailingId}:${code}`;
}

/**
 * What a party takes on one leg. Every passenger counts as a person aboard, infants too: the deck capacity is the
 * ship's safety figure (passenger ship certificate), not a number of seats. Vehicles take lane centimetres.
 */
export function needsOf(sailingId: string, party: PartyItems, selection: LegSelection): StockNeed[] {
  const lane = laneNeeded(party.vehicles);
  const needs = [
    { code: 'deck', quantity: party.passengers.length },
    { code: 'lane', quantity: lane },
    ...selection.cabins,
    ...selection.seats,
  ];
  return needs
    .filter((need) => need.quantity > 0)
    .map(({ code, quantity }) => ({ stockLineId: stockLineId(sailingId, code), quantity }));
}

/** Needs of all legs; a line needed twice is one need. */
export function sumNeeds(needs: readonly StockNeed[]): StockNeed[] {
  const sums = new Map<string, number>();
  for (const need of needs) sums.set(need.stockLineId, (sums.get(need.stockLineId) ?? 0) + need.quantity);
  return [...sums].map(([id, quantity]) => ({ stockLineId: id, quantity }));
}

/** The difference between what is held and what is needed, as changes of `held`. */
export function heldDifference(held: readonly StockNeed[], needed: readonly StockNeed[]): StockChange[] {
  const difference = new Map<string, number>();
  for (const need of needed) difference.set(need.stockLineId, need.quantity);
  for (const item of held)
    difference.set(item.stockLineId, (difference.get(item.stockLineId) ?? 0) - item.quantity);
  return [...difference].map(([id, quantity]) => ({ stockLineId: id, held: quantity, sold: 0 }));
}

/** The first need that the stock, as it was read, cannot meet; null when all can. A line that does not exist has nothing left. */
export function firstShort(
  sailingId: string,
  needs: readonly StockNeed[],
  stock: readonly StockRow[],
): StockShort | null {
  for (const need of needs) {
    const code = need.stockLineId.slice(sailingId.length + 1);
    const row = stock.find((each) => each.id === need.stockLineId);
    const left = row ? leftOf(row) : 0;
    if (left < need.quantity) return { sailingId, kind: row?.kind ?? kindOf(code), code, left };
  }
  return null;
}

/** How a refusal names what is missing: `passengers`, `vehicles`, `cabin:inside-4`, `seat:reclining`. */
export function nameOfShort(short: StockShort): string {
  return short.kind === 'passengers' || short.kind === 'vehicles'
    ? short.kind
    : `${short.kind}:${short.code}`;
}

function kindOf(code: string): StockKind {
  if (code === 'deck') return 'passengers';
  return code === 'lane' ? 'vehicles' : 'cabin';
}
