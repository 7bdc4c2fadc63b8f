import type { HoldLegView } from '@/lib/inventory/views';
import type { Context } from '@/lib/kernel/context';
import { addDays } from '@/lib/kernel/dates';
import { checkInClosesAt } from '@/lib/network/check-in-rules';
import { listRoutes, readNetwork } from '@/lib/network/queries';
import { type Network, serviceKey } from '@/lib/network/types';
import type { PartyItems } from '@/lib/pricing/types';
import { hasUsualVehicles } from '@/lib/sailings/price-row-rules';
import {
  hasRoomFor,
  type LostWay,
  linesNear,
  lostWays,
  nearestDepartures,
  OFFERED,
} from './alternative-rules';
import { DAYS_AROUND } from './calendar-rules';
import { countsOf, partyFrom } from './party-code-rules';
import { offersBetween } from './search-sailings';
import { queryOfTrip } from './trip-query-rules';
import type { Alternative, Alternatives, SearchQuery, WayAlternatives, WayOffer } from './types';
import { sailingsOf } from './way-rules';
import { waysBetween } from './ways';

/** A trip that does not take place, as its booking has it. */
export interface LostTrip {
  readonly legs: readonly Pick<
    HoldLegView,
    'direction' | 'sailingId' | 'from' | 'to' | 'departsAt' | 'arrivesAt' | 'departureDay' | 'fareFamily'
  >[];
  readonly party: PartyItems;
}

/**
 * What a party may take instead of a trip that its operators do not keep (PRODUCT B10): for each way that has not left
 * by now, the departures nearest in time within three days that have room for exactly this party, first between the same
 * ports. Prices are those of the list that each one leads to, in the fare family that was booked. Null where it is too late for any.
 */
export async function alternativesFor(ctx: Context, trip: LostTrip): Promise<Alternatives | null> {
  const query = queryOfTrip(trip.legs, partyFrom(countsOf(trip.party)));
  const open = lostWays(trip.legs).filter((way) => Date.parse(way.departsAt) > ctx.now.getTime());
  if (!query || open.length === 0) return null;
  const ways = await Promise.all(open.map((way) => alternativesOf(ctx, way, trip, query)));
  return { query, usualVehicles: hasUsualVehicles(trip.party), ways };
}

async function alternativesOf(
  ctx: Context,
  lost: LostWay,
  { legs, party }: LostTrip,
  query: SearchQuery,
): Promise<WayAlternatives> {
  const family = legs.find((leg) => leg.direction === lost.direction)?.fareFamily ?? 'basic';
  const centsOf = (offer: WayOffer) =>
    offer.fares.find((fare) => fare.family === family)?.totalCents ?? Number.POSITIVE_INFINITY;
  const asked = lost.direction === 'return' && query.inbound ? query.inbound : query.outbound;
  const [first, last] = [addDays(asked.date, -DAYS_AROUND), addDays(asked.date, DAYS_AROUND)];
  const [routes, network] = await Promise.all([listRoutes(), readNetwork()]);
  const canTake = (offer: WayOffer) =>
    hasRoomFor(offer, party) &&
    Number.isFinite(centsOf(offer)) &&
    isCheckInOpen(offer, party, network, ctx.now);

  const same = (await waysBetween(ctx, asked, first, last, query.party)).filter(canTake);
  let found = nearestDepartures(lost, same, [], centsOf);
  if (found.length < OFFERED) {
    const near = await Promise.all(
      linesNear(asked, routes, network.ports).map((id) => offersBetween(ctx, id, first, last, query.party)),
    );
    found = nearestDepartures<WayOffer>(lost, same, near.flat().filter(canTake), centsOf);
  }
  return {
    direction: lost.direction,
    asked,
    offers: found.map((offer): Alternative => {
      const leg = { from: offer.from, to: offer.to, date: offer.departsAt.slice(0, 10) };
      return {
        offer,
        family,
        totalCents: centsOf(offer),
        query: lost.direction === 'return' ? { ...query, inbound: leg } : { ...query, outbound: leg },
      };
    }),
  };
}

/** Whether the party can still be at the port in time: the list shows a ship until it leaves. */
function isCheckInOpen(
  offer: WayOffer,
  party: PartyItems,
  { services }: Pick<Network, 'services'>,
  now: Date,
): boolean {
  return sailingsOf(offer).every(({ from, to, operator, departsAt }) => {
    const service = services.get(serviceKey(`${from}-${to}`, operator.code));
    return service && checkInClosesAt({ ...service, departsAt }, party.vehicles.length > 0) > now;
  });
}
