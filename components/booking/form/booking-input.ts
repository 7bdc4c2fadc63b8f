import type { PlaceBookingInput } from '@/lib/booking/input';
import type { Locale } from '@/lib/kernel/locale';
import type { PartyItems, VehicleItem } from '@/lib/pricing/types';
import type { ContactDraft, Draft, PassengerDraft, VehicleDraft } from './draft';
import { dayOf, plateOf } from './typed-values';

/** A booking as the forms give it: texts where the schema wants choices, for the schema to judge. */
export type Candidate<T> = T extends readonly (infer Each)[]
  ? Candidate<Each>[]
  : T extends object
    ? { [Key in keyof T]: Candidate<T[Key]> }
    : T extends string
      ? string
      : T;

export type PassengerCandidate = Candidate<PlaceBookingInput['passengers'][number]>;
export type VehicleCandidate = Candidate<NonNullable<PlaceBookingInput['vehicles']>[number]>;

/**
 * One traveller as `passengerInput` reads it. A day that cannot be read stays as it was typed, so that the schema says
 * so at its field. A document belongs to it when the route asks for one, or when something of it was typed.
 */
export function passengerCandidate(
  draft: PassengerDraft,
  type: PartyItems['passengers'][number],
  options: { documentAsked: boolean },
): PassengerCandidate {
  const hasDocument = options.documentAsked || draft['document.number'].trim() !== '';
  return {
    type,
    title: draft.title,
    givenName: draft.givenName,
    familyName: draft.familyName,
    birthDate: day(draft.birthDate),
    sex: draft.sex,
    nationality: draft.nationality,
    ...(hasDocument && {
      document: {
        type: draft['document.type'] || 'passport',
        number: draft['document.number'],
        expiresOn: day(draft['document.expiresOn']),
      },
    }),
    ...(draft.placeOfBirth.trim() !== '' && { placeOfBirth: draft.placeOfBirth }),
    ...(draft.phone.trim() !== '' && { phone: draft.phone }),
    ...(draft['assistance.needed'] !== '' && {
      assistance: {
        needed: true,
        ...(draft['assistance.note'].trim() !== '' && { note: draft['assistance.note'] }),
      },
    }),
  };
}

/** One vehicle as `vehicleDetailsInput` reads it; its type and size are those of the hold. */
export function vehicleCandidate(draft: VehicleDraft, held: VehicleItem): VehicleCandidate {
  return {
    type: held.type,
    make: draft.make,
    model: draft.model,
    ...(draft.plate.trim() !== '' && { plate: plateOf(draft.plate) }),
  };
}

export function contactCandidate(draft: ContactDraft): Candidate<PlaceBookingInput['contact']> {
  return { email: draft.email, phone: draft.phone };
}

/** The whole booking as `placeBookingInput` reads it. */
export function bookingCandidate(
  draft: Draft,
  hold: { readonly id: string; readonly party: PartyItems },
  options: { locale: Locale; acceptTerms: boolean; documentAsked: boolean },
): Record<keyof PlaceBookingInput, unknown> {
  return {
    holdId: hold.id,
    contact: contactCandidate(draft.contact),
    passengers: hold.party.passengers.flatMap((type, index) => {
      const typed = draft.passengers[index];
      return typed ? [passengerCandidate(typed, type, options)] : [];
    }),
    vehicles: hold.party.vehicles.flatMap((vehicle, index) => {
      const typed = draft.vehicles[index];
      return typed ? [vehicleCandidate(typed, vehicle)] : [];
    }),
    locale: options.locale,
    acceptTerms: options.acceptTerms,
  };
}

function day(typed: string): string {
  return dayOf(typed) ?? typed.trim();
}
