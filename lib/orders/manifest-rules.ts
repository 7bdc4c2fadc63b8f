import type { OpenedTraveller } from './types';

/**
 * Who travels, as the operator has to know it: names, birth date, sex and nationality of everybody; care and a number for
 * an emergency where they were given (Directive 98/41/EC, art. 5, as amended by (EU) 2017/2109).
 */
export function manifestOf(
  travellers: readonly OpenedTraveller[],
  vehicles: readonly { readonly plate: string | null }[],
  bookingPhone: string,
) {
  return {
    travellers: travellers.map((each) => ({
      kind: each.type,
      familyName: each.familyName,
      givenNames: each.givenName,
      sex: each.sex,
      birthDate: each.birthDate,
      nationality: each.nationality,
      emergencyPhone: each.phone ?? bookingPhone,
      ...(each.document && { document: each.document }),
      ...(each.needsAssistance > 0 && { specialCare: each.assistanceNote ?? 'assistance' }),
    })),
    vehiclePlates: vehicles.flatMap(({ plate }) => (plate ? [plate] : [])),
  };
}
