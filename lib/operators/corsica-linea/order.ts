import type { HoldOrder, Manifest } from '../words';
import { CARGO, FARES, LOUNGE_SEAT, MENUS, roomOf, VEHICLES } from './codes';

/** An order in Corsica Linea's words, or null where it has no word for something in it. */
export function toWireOrder(order: HoldOrder): object | null {
  const fare = FARES.theirs(order.family);
  const rooms = order.cabins.map(({ code, quantity }) => ({ room: roomOf(code), count: quantity }));
  const menus = order.meals.map(({ code, quantity }) => ({ menu: MENUS.theirs(code), count: quantity }));
  const vehicles = order.vehicles.map(({ kind, lengthCm, heightCm, accessories }) => ({
    kind: VEHICLES.theirs(kind),
    'length-mm': lengthCm * 10,
    'height-mm': heightCm * 10,
    cargo: accessories.map((accessory) => CARGO.theirs(accessory)),
  }));
  const words = [
    fare,
    ...rooms.map(({ room }) => room),
    ...menus.map(({ menu }) => menu),
    ...vehicles.map(({ kind }) => kind),
  ];
  if (words.includes(undefined) || order.seats.some(({ code }) => code !== LOUNGE_SEAT)) return null;
  return {
    crossing: order.sailingRef,
    fare,
    persons: order.passengers,
    vehicles,
    pets: order.pets,
    rooms,
    'lounge-seats': order.seats.reduce((sum, { quantity }) => sum + quantity, 0),
    menus,
  };
}

/** Travellers in Corsica Linea's words: days are the seconds of their midnight in UTC. */
export function toWireManifest({ travellers, vehiclePlates }: Manifest): object {
  return {
    persons: travellers.map((traveller) => ({
      age: traveller.kind,
      'family-name': traveller.familyName,
      'given-names': traveller.givenNames,
      sex: traveller.sex,
      born: midnight(traveller.birthDate),
      citizenship: traveller.nationality,
      ...(traveller.document && {
        paper: {
          kind: traveller.document.type,
          number: traveller.document.number,
          until: midnight(traveller.document.expiresOn),
        },
      }),
      ...(traveller.specialCare && { care: traveller.specialCare }),
      ...(traveller.emergencyPhone && { 'call-in-emergency': traveller.emergencyPhone }),
    })),
    plates: vehiclePlates,
  };
}

const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;
