import type { PartyItems } from '@/lib/pricing/types';
import { seal } from '@/lib/privacy/seal';
import type { PassengerInput, VehicleDetailsInput } from './input';
import type { PartyRows } from './repository';

/** The rows of a party: documents and notes on health are sealed, vehicles have the dimensions that were held. */
export function partyRows(
  passengers: readonly PassengerInput[],
  vehicles: readonly VehicleDetailsInput[],
  held: PartyItems['vehicles'],
): PartyRows {
  return {
    passengers: passengers.map((each, position) => ({
      position,
      type: each.type,
      title: each.title,
      givenName: each.givenName,
      familyName: each.familyName,
      birthDate: each.birthDate,
      sex: each.sex,
      nationality: each.nationality,
      placeOfBirth: each.placeOfBirth || null,
      phone: each.phone ?? null,
      needsAssistance: each.assistance?.needed ? 1 : 0,
      sealedAssistanceNote: each.assistance?.note ? seal(each.assistance.note) : null,
      sealedDocument: each.document ? seal(JSON.stringify(each.document)) : null,
    })),
    vehicles: held.map((size, position) => ({
      position,
      type: size.type,
      make: vehicles[position]?.make ?? '',
      model: vehicles[position]?.model ?? '',
      plate: vehicles[position]?.plate ?? null,
      lengthCm: size.lengthCm,
      heightCm: size.heightCm,
      accessories: size.accessories,
    })),
  };
}
