import { FARE_FAMILIES, type FareFamily } from '@/lib/network/types';
import { fareUnitCents, vehicleUnitCents } from '@/lib/pricing/quote';
import {
  type CabinTariff,
  type CabinType,
  PASSENGER_TYPES,
  type Tariff,
  VEHICLE_TYPES,
  type VehicleTariff,
} from '@/lib/pricing/types';
import type { ToldOffer } from './types';

/*
 * An operator tells prices, we keep what they are made of. A tariff stands for an offer only where every price of the
 * offer comes out of it to the cent: nobody is shown a price that the operator does not have.
 */

type Family = ToldOffer['families'][number];

/**
 * The tariff of an offer; null where none of ours gives its prices. Ages and the kinds of cabins, which operators do
 * not tell with a price, are those of `like`: the tariff we have of the same or of a like sailing.
 */
export function tariffOf(offer: ToldOffer, like: Tariff): Tariff | null {
  const families = new Map(offer.families.map((each) => [each.family, each]));
  const basic = families.get('basic');
  if (!basic) return null;
  const percents: Partial<Record<FareFamily, number>> = {};
  for (const family of FARE_FAMILIES) {
    const told = families.get(family);
    if (!told) return null;
    percents[family] = percentOver(told, basic);
  }
  const tariff: Tariff = {
    adultCents: basic.passengerCents.adult,
    familyPercent: percents as Tariff['familyPercent'],
    ageBands: {
      ...like.ageBands,
      childPercent: shareOf(
        basic.passengerCents.child,
        basic.passengerCents.adult,
        like.ageBands.childPercent,
      ),
      infantPercent: shareOf(
        basic.passengerCents.infant,
        basic.passengerCents.adult,
        like.ageBands.infantPercent,
      ),
    },
    vehicle: { ...offer.supplements, base: basic.vehicleCents as VehicleTariff['base'] },
    petCents: offer.petCents,
    dues: inOrder(offer.dues, like.dues).map(({ code, cents, from }) => ({ code, cents, fromType: from })),
    cabins: inOrder(offer.cabins, like.cabins).map((cabin) => cabinOf(cabin, like)),
    seats: inOrder(offer.seats, like.seats).map(priced),
    meals: inOrder(offer.meals, like.meals).map(priced),
  };
  return isPriceOf(tariff, offer) ? tariff : null;
}

/** True when all fares and vehicles of an offer come out of the tariff. */
function isPriceOf(tariff: Tariff, { families }: ToldOffer): boolean {
  return families.every(
    ({ family, passengerCents, vehicleCents }) =>
      PASSENGER_TYPES.every((type) => fareUnitCents(tariff, family, type) === passengerCents[type]) &&
      VEHICLE_TYPES.every((type) => vehicleUnitCents(tariff, family, type) === vehicleCents[type]),
  );
}

/** Whole percent, by the dearest price that both have: rounding weighs least there. */
function percentOver(family: Family, basic: Family): number {
  const pairs = [
    [family.passengerCents.adult, basic.passengerCents.adult] as const,
    ...VEHICLE_TYPES.map((type) => [family.vehicleCents[type] ?? 0, basic.vehicleCents[type] ?? 0] as const),
  ];
  const [theirs, base] = pairs.reduce((dearest, pair) => (pair[1] > dearest[1] ? pair : dearest));
  return base === 0 ? 0 : Math.round((theirs / base - 1) * 100);
}

/** Whole percent of an adult's fare; what we have, where that gives the fare as well. */
function shareOf(cents: number, adultCents: number, ours: number): number {
  if (Math.round((adultCents * ours) / 100) === cents) return ours;
  return adultCents === 0 ? 0 : Math.round((cents / adultCents) * 100);
}

/** In the order in which they are known, what is new at the end: another order is no other price. */
function inOrder<T extends { readonly code: string }>(
  told: readonly T[],
  known: readonly { readonly code: string }[],
): T[] {
  const place = new Map(known.map(({ code }, index) => [code, index]));
  const at = ({ code }: T) => place.get(code) ?? known.length;
  return [...told].sort((a, b) => at(a) - at(b));
}

const priced = ({ code, cents }: { readonly code: string; readonly cents: number }) => ({
  code,
  priceCents: cents,
});

function cabinOf({ code, cents, berths }: ToldOffer['cabins'][number], like: Tariff): CabinTariff {
  const type = like.cabins.find((cabin) => cabin.code === code)?.type ?? (code.split('-')[0] as CabinType);
  return { code, type, berths, priceCents: cents };
}
