import { zonedInstant } from '@/lib/kernel/dates';
import { zoneOf } from '../codes';
import type { Redirect } from '../words';
import { COMPANIES } from './codes';
import type { WireItinerary } from './wire';

/**
 * An itinerary as a redirect; null for one that changes ships, or of a company that the product does not know.
 * Ferryhopper has no name of its own for a sailing: the company, the direction and the moment make one.
 */
export function toRedirect({ deepLink, segments }: WireItinerary, routeId: string): Redirect | null {
  const [segment, ...more] = segments;
  const operatorCode = segment && COMPANIES.ours(segment.ownerCompany.name);
  if (!segment || more.length > 0 || !operatorCode) return null;
  const [from = '', to = ''] = routeId.split('-');
  const departsAt = instantOf(segment.departureDateTime, from);
  const prices = (segment.accommodations ?? []).flatMap(
    ({ expectedPrice }) => expectedPrice?.totalPriceInCents ?? [],
  );
  return {
    sailing: {
      sailingRef: `${operatorCode} ${routeId} ${departsAt.toISOString()}`,
      operatorCode,
      routeId,
      shipName: segment.vessel.name,
      departsAt,
      arrivesAt: instantOf(segment.arrivalDateTime, to),
      delayMinutes: 0,
      status: 'scheduled',
    },
    fromCents: prices.length > 0 ? Math.min(...prices) : null,
    bookAt: deepLink,
  };
}

function instantOf(moment: string, port: string): Date {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(moment)) return new Date(moment);
  return zonedInstant(moment.slice(0, 10), moment.slice(11, 16), zoneOf(port) ?? 'UTC');
}
