import type { Direction } from '@/lib/inventory/leg-place-rules';
import { greatCircleMiles } from '@/lib/network/transfer-rules';
import type { Port, Route } from '@/lib/network/types';
import type { PartyItems } from '@/lib/pricing/types';
import { missingFor } from '@/lib/sailings/sale-rules';
import type { WayOffer } from './types';
import { sailingIdsOf, sailingsOf } from './way-rules';

/*
 * What is offered to a party whose trip does not take place: of each way the departures nearest in time that it can
 * still take. Pure; `alternatives.ts` looks them up.
 */

/** As many departures stand in for a way, at most. */
export const OFFERED = 3;

interface BookedLeg {
  readonly direction: Direction;
  readonly sailingId: string;
  readonly from: string;
  readonly to: string;
  readonly departsAt: string;
  readonly arrivesAt: string;
}

/** A way that is to be replaced. Instants with an offset, as legs have them. */
export interface LostWay {
  readonly direction: Direction;
  readonly sailingIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly departsAt: string;
  /** The other way of the trip, where there is one: out is over before one comes back. */
  readonly other: { readonly departsAt: string; readonly arrivesAt: string } | null;
}

/** The ways of a trip that was lost, out before back. */
export function lostWays(legs: readonly BookedLeg[]): LostWay[] {
  const spanOf = (direction: Direction) => {
    const way = legs.filter((leg) => leg.direction === direction);
    const [first, last] = [way[0], way.at(-1)];
    return first && last ? { first, last, way } : null;
  };
  const [out, back] = [spanOf('outbound'), spanOf('return')];
  return [
    { span: out, direction: 'outbound' as const, besides: back },
    { span: back, direction: 'return' as const, besides: out },
  ].flatMap(({ span, direction, besides }) =>
    span
      ? {
          direction,
          sailingIds: span.way.map((leg) => leg.sailingId),
          from: span.first.from,
          to: span.last.to,
          departsAt: span.first.departsAt,
          other: besides && { departsAt: besides.first.departsAt, arrivesAt: besides.last.arrivesAt },
        }
      : [],
  );
}

/** True when every ship of a way has room for exactly this party, whatever sizes the list was asked with. */
export function hasRoomFor(offer: WayOffer, party: PartyItems): boolean {
  return sailingsOf(offer).every(({ availability }) => missingFor(party, availability).length === 0);
}

/**
 * At most three departures instead of a lost way, nearest in time first; of equals the cheaper, then by name. Other ports stand in only
 * where the same ones have too few. None by a ship that was just lost, and none that the other way of the trip rules out.
 */
export function nearestDepartures<T extends Pick<WayOffer, 'id' | 'departsAt' | 'arrivesAt'>>(
  lost: LostWay,
  samePorts: readonly T[],
  nearPorts: readonly T[] = [],
  centsOf: (offer: T) => number = () => 0,
): T[] {
  const away = ({ departsAt }: T) => Math.abs(Date.parse(departsAt) - Date.parse(lost.departsAt));
  const nearest = (a: T, b: T) => away(a) - away(b) || centsOf(a) - centsOf(b) || (a.id < b.id ? -1 : 1);
  const possible = (offer: T) => isOtherShip(offer, lost) && goesWithOther(offer, lost);
  const same = samePorts.filter(possible).sort(nearest).slice(0, OFFERED);
  const near = nearPorts.filter(possible).sort(nearest);
  return [...same, ...near.slice(0, OFFERED - same.length)].sort(nearest);
}

function isOtherShip({ id }: { readonly id: string }, lost: LostWay): boolean {
  return !sailingIdsOf(id).some((each) => lost.sailingIds.includes(each));
}

function goesWithOther(
  offer: { readonly departsAt: string; readonly arrivesAt: string },
  { direction, other }: LostWay,
): boolean {
  if (!other) return true;
  return direction === 'outbound'
    ? Date.parse(offer.arrivesAt) < Date.parse(other.departsAt)
    : Date.parse(offer.departsAt) > Date.parse(other.arrivesAt);
}

/**
 * Lines that may stand in for one: between the same two countries, each of their ports nearer to the one it replaces than to the
 * other end (within one country the way back would be one of them; and Palermo is no Genoa).
 */
export function linesNear(
  { from, to }: Pick<Route, 'from' | 'to'>,
  routes: readonly Pick<Route, 'id' | 'from' | 'to'>[],
  ports: ReadonlyMap<string, Pick<Port, 'country' | 'latitude' | 'longitude'>>,
): string[] {
  const [start, end] = [ports.get(from), ports.get(to)];
  if (!start || !end) return [];
  return routes
    .filter((route) => {
      const [a, b] = [ports.get(route.from), ports.get(route.to)];
      if (!a || !b || (route.from === from && route.to === to)) return false;
      if (a.country !== start.country || b.country !== end.country) return false;
      return (
        greatCircleMiles(a, start) < greatCircleMiles(a, end) &&
        greatCircleMiles(b, end) < greatCircleMiles(b, start)
      );
    })
    .map(({ id }) => id);
}
