import type { SailingForSale } from '@/lib/sailings/types';
import type { Direction } from './leg-place-rules';
import type { TripLeg } from './trip-rules';

/** A leg with its sailing, as the rules for trips look at it. */
export function tripLeg(leg: {
  readonly position: number;
  readonly direction: Direction;
  readonly sailing: SailingForSale;
}): TripLeg {
  const { id, routeId, operator, departsAt, arrivesAt } = leg.sailing;
  return {
    position: leg.position,
    direction: leg.direction,
    sailingId: id,
    crossing: { routeId, operatorCode: operator.code, departsAt, arrivesAt },
  };
}
