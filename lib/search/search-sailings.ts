import { co2PerPassenger } from '@/lib/carbon/passenger-rules';
import type { Context } from '@/lib/kernel/context';
import { isoWithOffset, type LocalDate } from '@/lib/kernel/dates';
import { Fault } from '@/lib/kernel/errors';
import { listRoutes } from '@/lib/network/queries';
import { FARE_FAMILIES } from '@/lib/network/types';
import { crossingOnly, fareUnitCents, quoteTrip } from '@/lib/pricing/quote';
import type { PartyItems } from '@/lib/pricing/types';
import { sailingsBetween } from '@/lib/sailings/queries';
import { missingFor } from '@/lib/sailings/sale-rules';
import type { SailingForSale } from '@/lib/sailings/types';
import type { SupplyState } from '@/lib/supply/age-rules';
import { supplyStates } from '@/lib/supply/queries';
import type { FareOffer, LegQuery, SailingOffer } from './types';

/**
 * Sailings of a day with the price for the party in every fare family and what is left, by departure.
 * Sailings that have left or are cancelled are not in it; sold-out ones are, and say what is missing.
 */
export async function searchSailings(
  ctx: Context,
  input: { readonly leg: LegQuery; readonly party: PartyItems },
): Promise<SailingOffer[]> {
  const { from, to, date } = input.leg;
  return withBest(await offersBetween(ctx, `${from}-${to}`, date, date, input.party));
}

/** The same of a line for all days from `from` to `to`, both included; none of them is marked as the best. */
export async function offersBetween(
  ctx: Context,
  routeId: string,
  from: LocalDate,
  to: LocalDate,
  party: PartyItems,
): Promise<SailingOffer[]> {
  const [found, routes, stateOf] = await Promise.all([
    sailingsBetween(routeId, from, to, ctx.now),
    listRoutes(),
    supplyStates(routeId, ctx.now),
  ]);
  if (found.length === 0) return [];
  const route = routes.find((each) => each.id === routeId);
  if (!route) throw new Fault('network-incomplete', { message: `no route ${routeId}` });
  return found.map((sailing) => offerOf(sailing, party, route.nauticalMiles, stateOf(sailing.operator.code)));
}

function offerOf(
  sailing: SailingForSale,
  party: PartyItems,
  nauticalMiles: number,
  supply: SupplyState,
): SailingOffer {
  return {
    id: sailing.id,
    operator: { code: sailing.operator.code, name: sailing.operator.name },
    ship: sailing.ship,
    from: sailing.from.code,
    to: sailing.to.code,
    departsAt: isoWithOffset(sailing.departsAt, sailing.from.timeZone),
    arrivesAt: isoWithOffset(sailing.arrivesAt, sailing.to.timeZone),
    delayMinutes: sailing.delayMinutes,
    supply: {
      state: supply.state,
      answeredAt:
        supply.state === 'last-known' ? isoWithOffset(supply.answeredAt, sailing.from.timeZone) : null,
    },
    durationMinutes: sailing.durationMinutes,
    co2: co2PerPassenger(nauticalMiles, party),
    fares: faresOf(sailing, party),
    availability: sailing.availability,
    cabins: sailing.tariff.cabins,
    seats: sailing.tariff.seats,
    meals: sailing.tariff.meals,
    missing: missingFor(party, sailing.availability),
    best: false,
  };
}

function faresOf({ tariff, fareRules }: SailingForSale, party: PartyItems): FareOffer[] {
  return FARE_FAMILIES.map((family) => {
    const quote = quoteTrip(party, [{ tariff, selection: crossingOnly(family) }]);
    return {
      family,
      perAdultCents: fareUnitCents(tariff, family, 'adult'),
      totalCents: quote.totalCents,
      lines: quote.lines,
      conditions: fareRules[family].conditions,
      cancellation: fareRules[family].cancellation,
    };
  });
}

/** Marks the lowest total that can be booked; the earliest of equals. */
export function withBest<T extends Pick<SailingOffer, 'fares' | 'missing' | 'best'>>(
  offers: readonly T[],
): T[] {
  const lowest = (offer: T) => offer.fares[0]?.totalCents ?? Infinity;
  const bookable = offers.filter((offer) => offer.missing.length === 0);
  const best = bookable.reduce<T | undefined>(
    (low, offer) => (low && lowest(low) <= lowest(offer) ? low : offer),
    undefined,
  );
  return offers.map((offer) => (offer === best ? { ...offer, best: true } : offer));
}
