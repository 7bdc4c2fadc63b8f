import type { StockKind } from '@/lib/inventory/types';
import type { KnownSailing, LineTold, ToldOffer } from './types';

/*
 * What is left at the operator, as stock lines of ours. The operator's figure knows of what we have sold and of what it
 * holds for us, because both are orders there; it knows nothing of what is only held here. So `capacity = told + ours
 * there`, and what is held here comes off that.
 */

interface ToldLine {
  readonly code: string;
  readonly kind: StockKind;
  readonly left: number;
  readonly berths: number | null;
}

/** The stock lines of an offer. */
export function linesOf(offer: ToldOffer): ToldLine[] {
  return [
    { code: 'deck', kind: 'passengers', left: offer.passengersLeft, berths: null },
    { code: 'lane', kind: 'vehicles', left: offer.laneCmLeft, berths: null },
    ...offer.cabins.map(({ code, left, berths }) => ({ code, kind: 'cabin' as const, left, berths })),
    ...offer.seats.map(({ code, left }) => ({ code, kind: 'seat' as const, left, berths: null })),
  ];
}

/** Lines whose capacity is not what the offer makes it; what is held and sold here stays. Without an offer nothing is left of any. */
export function lineChanges({ id, stock }: KnownSailing, offer: ToldOffer | undefined): LineTold[] {
  const told = new Map(offer ? linesOf(offer).map(({ code, left }) => [code, left]) : []);
  return stock.flatMap((line) => {
    const left = Math.max(0, told.get(line.code) ?? 0);
    const oursBefore = line.sold + (line.heldThere ?? 0);
    const capacity = Math.max(line.held + line.sold, left + oursBefore);
    return capacity === line.capacity ? [] : [{ id: line.id, sailingId: id, left, oursBefore }];
  });
}

/** Lines that the offer has and we have not. */
export function newLinesOf({ id, stock }: KnownSailing, offer: ToldOffer) {
  const known = new Set(stock.map(({ code }) => code));
  return linesOf(offer)
    .filter(({ code }) => !known.has(code))
    .map((line) => newLine(id, line));
}

/** A line of which nothing is held or sold here. */
export function newLine(sailingId: string, { code, kind, left, berths }: ToldLine) {
  return { id: `${sailingId}:${code}`, sailingId, kind, code, capacity: left, held: 0, sold: 0, berths };
}
