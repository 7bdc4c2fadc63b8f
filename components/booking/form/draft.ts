import type { Draft as KeptDraft } from '@/lib/inventory/input';

/**
 * Fields of a passenger, named by the path at which problems are reported. `key` says who it is while others come and
 * go (rows.ts); nobody types it.
 */
export const PASSENGER_FIELDS = [
  'key',
  'title',
  'givenName',
  'familyName',
  'birthDate',
  'sex',
  'nationality',
  'placeOfBirth',
  'phone',
  'document.type',
  'document.number',
  'document.expiresOn',
  'assistance.needed',
  'assistance.note',
] as const;
export const CONTACT_FIELDS = ['email', 'phone'] as const;
/** Fields of a vehicle; `accessories` holds codes joined by commas, lengths are as typed, in metres. */
export const VEHICLE_FIELDS = [
  'key',
  'type',
  'make',
  'model',
  'plate',
  'lengthCm',
  'heightCm',
  'accessories',
] as const;

type Typed<Field extends string> = Readonly<Record<Field, string>>;
export type PassengerDraft = Typed<(typeof PASSENGER_FIELDS)[number]>;
export type ContactDraft = Typed<(typeof CONTACT_FIELDS)[number]>;
export type VehicleDraft = Typed<(typeof VEHICLE_FIELDS)[number]>;

/** What the traveller has typed, as typed: right or wrong, nothing is lost. Kept sealed with the hold. */
export interface Draft {
  readonly contact: ContactDraft;
  readonly passengers: readonly PassengerDraft[];
  readonly vehicles: readonly VehicleDraft[];
}

/** Longest text that is kept of a field, as `draftInput` takes it. */
const LONGEST = 500;

/** The fields of a record, each as text; what is not there is empty. */
function typed<Field extends string>(
  fields: readonly Field[],
  read: (field: Field) => unknown,
): Typed<Field> {
  const entries = fields.map((field) => {
    const value = read(field);
    return [field, typeof value === 'string' ? value.slice(0, LONGEST) : ''] as const;
  });
  return Object.fromEntries(entries) as Typed<Field>;
}

/** A draft from what was kept with the hold, sized to its party. */
export function draftFrom(kept: KeptDraft | null, size: { passengers: number; vehicles: number }): Draft {
  return {
    contact: typed(CONTACT_FIELDS, (field) => kept?.contact?.[field]),
    passengers: Array.from({ length: size.passengers }, (_, index) =>
      typed(PASSENGER_FIELDS, (field) => kept?.passengers?.[index]?.[field]),
    ),
    vehicles: Array.from({ length: size.vehicles }, (_, index) =>
      typed(VEHICLE_FIELDS, (field) => kept?.vehicles?.[index]?.[field]),
    ),
  };
}

/** The name of a field of a form: `passengers.0.givenName`, the path at which its problems are reported. */
export function fieldName(list: 'passengers' | 'vehicles', index: number, field: string): string {
  return `${list}.${index}.${field}`;
}

/** Passengers and contact of a submitted form, as typed. `count` is the size of the party. */
export function readPassengers(form: FormData, count: number): Pick<Draft, 'contact' | 'passengers'> {
  return {
    contact: typed(CONTACT_FIELDS, (field) => form.get(`contact.${field}`)),
    passengers: Array.from({ length: count }, (_, index) =>
      typed(PASSENGER_FIELDS, (field) => form.get(fieldName('passengers', index, field))),
    ),
  };
}

/** Vehicles of a submitted form, as typed. `count` is how many the form showed. */
export function readVehicles(form: FormData, count: number): Pick<Draft, 'vehicles'> {
  return {
    vehicles: Array.from({ length: count }, (_, index) =>
      typed(VEHICLE_FIELDS, (field) => {
        const values = form.getAll(fieldName('vehicles', index, field));
        return values.filter((value) => typeof value === 'string').join(',');
      }),
    ),
  };
}

/** The draft as the hold keeps it. */
export function toKept(draft: Partial<Draft>): KeptDraft {
  return {
    ...(draft.contact && { contact: { ...draft.contact } }),
    ...(draft.passengers && { passengers: draft.passengers.map((each) => ({ ...each })) }),
    ...(draft.vehicles && { vehicles: draft.vehicles.map((each) => ({ ...each })) }),
  };
}
