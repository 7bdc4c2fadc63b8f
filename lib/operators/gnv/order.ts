import type { ChosenItem, HoldOrder, Manifest } from '../words';
import { AGES, CABINS, DOCUMENTS, EXTRAS, GENDERS, MEALS, RATES, SEATS, VEHICLES } from './codes';

/** An order in GNV's words, or null where it has no word for something in it. */
export function toWireOrder(order: HoldOrder): object | null {
  const beds = [...inWords(order.cabins, CABINS), ...inWords(order.seats, SEATS)];
  const catering = inWords(order.meals, MEALS);
  const vehicles = order.vehicles.map(({ kind, lengthCm, heightCm, accessories }) => ({
    category: VEHICLES.theirs(kind),
    lengthCm,
    heightCm,
    extras: accessories.map((accessory) => EXTRAS.theirs(accessory)),
  }));
  const rateCode = RATES.theirs(order.family);
  const words = [rateCode, ...[...beds, ...catering].map(({ code }) => code)];
  if ([...words, ...vehicles.map(({ category }) => category)].includes(undefined)) return null;
  return {
    departureId: order.sailingRef,
    rateCode,
    passengers: order.passengers.map((kind) => ({ type: AGES.theirs(kind) })),
    vehicles,
    pets: order.pets,
    accommodations: beds,
    catering,
    ...(order.expectedCents !== undefined && { expectedTotal: order.expectedCents / 100 }),
  };
}

function inWords(items: readonly ChosenItem[], words: { theirs(code: string): string | undefined }) {
  return items.map(({ code, quantity }) => ({ code: words.theirs(code), quantity }));
}

/** Travellers in GNV's words. */
export function toWirePassengers({ travellers, vehiclePlates }: Manifest): object {
  return {
    passengers: travellers.map((traveller) => ({
      type: AGES.theirs(traveller.kind),
      lastName: traveller.familyName,
      firstName: traveller.givenNames,
      gender: GENDERS[traveller.sex],
      birthDate: traveller.birthDate,
      nationality: traveller.nationality,
      ...(traveller.document && {
        document: {
          type: DOCUMENTS[traveller.document.type],
          number: traveller.document.number,
          expiry: traveller.document.expiresOn,
        },
      }),
      ...(traveller.specialCare && { assistance: traveller.specialCare }),
      ...(traveller.emergencyPhone && { emergencyPhone: traveller.emergencyPhone }),
    })),
    plates: vehiclePlates,
  };
}
