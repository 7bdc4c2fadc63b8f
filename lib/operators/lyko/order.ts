import type { HoldOrder, Manifest } from '../words';
import { AGES, CABINS, DOCUMENTS, FARES, GENDERS, LOADS, MEALS, PET, SEATS, VEHICLES } from './codes';

/** `149.50` */
const amountOf = (cents: number) => (cents / 100).toFixed(2);

/** An order in Lyko's words, everything an item of its catalogue; null where that has no item for something in it. */
export function toWireOrder(order: HoldOrder): object | null {
  const persons = [...new Set(order.passengers)].map((kind) => ({
    item: AGES.theirs(kind),
    count: order.passengers.filter((each) => each === kind).length,
  }));
  const vehicles = order.vehicles.map(({ kind, lengthCm, heightCm, accessories }) => ({
    item: VEHICLES.theirs(kind),
    count: 1,
    length: lengthCm / 100,
    height: heightCm / 100,
    loads: accessories.map((accessory) => LOADS.theirs(accessory)),
  }));
  const chosen = ([order.cabins, order.seats, order.meals] as const).flatMap((items, kind) =>
    items.map(({ code, quantity }) => ({
      item: [CABINS, SEATS, MEALS][kind]?.theirs(code),
      count: quantity,
    })),
  );
  const pets = order.pets > 0 ? [{ item: PET, count: order.pets }] : [];
  const items = [...persons, ...vehicles, ...pets, ...chosen];
  const fare = FARES.theirs(order.family);
  if (!fare || items.some(({ item }) => item === undefined)) return null;
  return {
    requestId: order.orderKey,
    tripId: order.sailingRef,
    fare,
    items,
    ...(order.expectedCents !== undefined && { expectedAmount: amountOf(order.expectedCents) }),
  };
}

/** Travellers in Lyko's words: what is not told is null. */
export function toWirePassengers(ticketId: string, { travellers, vehiclePlates }: Manifest): object {
  return {
    ticketId,
    passengers: travellers.map((traveller) => ({
      item: AGES.theirs(traveller.kind),
      surname: traveller.familyName,
      forenames: traveller.givenNames,
      gender: GENDERS[traveller.sex],
      dateOfBirth: traveller.birthDate,
      nationality: traveller.nationality,
      idDocument: traveller.document
        ? {
            type: DOCUMENTS[traveller.document.type],
            number: traveller.document.number,
            validUntil: traveller.document.expiresOn,
          }
        : null,
      needs: traveller.specialCare ?? null,
      emergencyContact: traveller.emergencyPhone ?? null,
    })),
    plates: vehiclePlates,
  };
}
