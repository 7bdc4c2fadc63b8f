import { FARE_FAMILIES } from '@/lib/network/types';
import { fareUnitCents, vehicleUnitCents } from '@/lib/pricing/quote';
import { PASSENGER_TYPES, VEHICLE_TYPES } from '@/lib/pricing/types';
import type { KnownSailing, ToldOffer, ToldSailing } from '@/lib/supply/types';

/** A sailing of ours as its operator tells it, under a name of the operator's own. */
export function toldSailing(known: KnownSailing, shipName: string): ToldSailing {
  const { operatorCode, routeId, departsAt, arrivesAt, delayMinutes, status } = known;
  return {
    sailingRef: refOf(known),
    operatorCode,
    routeId,
    shipName,
    departsAt,
    arrivesAt,
    delayMinutes,
    status,
  };
}

/** Its prices and what is left, as the operator tells them: as we have them. */
export function toldOffer(known: KnownSailing): ToldOffer {
  const { tariff, stock } = known;
  const left = (code: string) => {
    const line = stock.find((each) => each.code === code);
    return line ? line.capacity - line.sold : 0;
  };
  const cents = (priceCents: number) => ({ cents: priceCents });
  return {
    sailing: { sailingRef: refOf(known) },
    families: FARE_FAMILIES.map((family) => ({
      family,
      passengerCents: record(PASSENGER_TYPES, (type) => fareUnitCents(tariff, family, type)),
      vehicleCents: record(VEHICLE_TYPES, (type) => vehicleUnitCents(tariff, family, type)),
    })),
    supplements: supplementsOf(tariff.vehicle),
    dues: tariff.dues.map(({ code, ...due }) => ({ code, cents: due.cents, from: due.fromType })),
    petCents: tariff.petCents,
    cabins: tariff.cabins.map(({ code, berths, priceCents }) => ({
      code,
      berths,
      left: left(code),
      ...cents(priceCents),
    })),
    seats: tariff.seats.map(({ code, priceCents }) => ({ code, left: left(code), ...cents(priceCents) })),
    meals: tariff.meals.map(({ code, priceCents }) => ({ code, ...cents(priceCents) })),
    passengersLeft: left('deck'),
    laneCmLeft: left('lane'),
  };
}

const supplementsOf = ({ base: _, ...supplements }: KnownSailing['tariff']['vehicle']) => supplements;
const refOf = ({ id, sailingRef }: KnownSailing) => sailingRef ?? `their ${id}`;

function record<K extends string>(keys: readonly K[], value: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, number>;
}
