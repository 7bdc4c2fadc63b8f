import type { Direction } from '@/lib/inventory/leg-place-rules';
import type { PartyItems } from '@/lib/pricing/types';
import type { LegQuery, SearchQuery } from './types';

interface SailedLeg {
  readonly direction: Direction;
  readonly from: string;
  readonly to: string;
  readonly departureDay: string;
}

/** The search that a trip was chosen from: each way from its first port to its last, wherever one changes ships. */
export function queryOfTrip(legs: readonly SailedLeg[], party: PartyItems): SearchQuery | null {
  const outbound = wayOf(legs, 'outbound');
  return outbound && { outbound, inbound: wayOf(legs, 'return'), party };
}

function wayOf(legs: readonly SailedLeg[], direction: Direction): LegQuery | null {
  const way = legs.filter((leg) => leg.direction === direction);
  const [first, last] = [way[0], way.at(-1)];
  return first && last ? { from: first.from, to: last.to, date: first.departureDay } : null;
}
