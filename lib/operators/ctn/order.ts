import type { HoldOrder, Manifest } from '../words';
import { CATEGORIES, PIECES, PRESTATIONS, SEXES, TARIFS, VEHICULES } from './codes';
import { jourOf } from './map';

/** `5,60` metres. */
const metres = (cm: number) => (cm / 100).toFixed(2).replace('.', ',');

/** An order in CTN's words, or null where it has no word for something in it. */
export function toWireOrder(order: HoldOrder): object | null {
  const tarif = TARIFS.theirs(order.family);
  const items = [...order.cabins, ...order.seats, ...order.meals].map(
    ({ code, quantity }) => [PRESTATIONS.theirs(code), quantity] as const,
  );
  const types = order.vehicles.map(({ kind }) => VEHICULES.theirs(kind));
  if ([tarif, ...types, ...items.map(([code]) => code)].includes(undefined)) return null;
  const count = (kind: string) => order.passengers.filter((each) => each === kind).length;
  return {
    reference_client: order.orderKey,
    traversee: order.sailingRef,
    tarif,
    passagers: { adultes: count('adult'), enfants: count('child'), bebes: count('infant') },
    vehicules: order.vehicles.map(({ lengthCm, heightCm, accessories }, index) => ({
      type: types[index],
      longueur: metres(lengthCm),
      hauteur: metres(heightCm),
      coffre: accessories.includes('roof-box'),
      porte_velos: accessories.includes('bike-rack'),
    })),
    animaux: order.pets,
    prestations: Object.fromEntries(items),
  };
}

/** Travellers in CTN's words: what is not told is said to be nothing. */
export function toWirePassengers({ travellers, vehiclePlates }: Manifest): object {
  return {
    passagers: travellers.map((traveller) => ({
      categorie: CATEGORIES[traveller.kind],
      nom: traveller.familyName,
      prenoms: traveller.givenNames,
      sexe: SEXES[traveller.sex],
      ne_le: jourOf(traveller.birthDate),
      nationalite: traveller.nationality,
      piece: traveller.document
        ? {
            nature: PIECES[traveller.document.type],
            numero: traveller.document.number,
            expire_le: jourOf(traveller.document.expiresOn),
          }
        : null,
      soins: traveller.specialCare ?? null,
      urgence: traveller.emergencyPhone ?? null,
    })),
    immatriculations: vehiclePlates,
  };
}
