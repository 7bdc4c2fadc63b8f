import type { Draft, PassengerDraft, VehicleDraft } from './draft';
import { emptyPassenger, emptyVehicle, parseDraft } from './draft';

const PASSENGER_FIELDS = Object.keys(emptyPassenger()) as (keyof PassengerDraft)[];
const VEHICLE_TEXTS = [
  'type',
  'make',
  'model',
  'plate',
  'length',
  'height',
] as const satisfies readonly (keyof VehicleDraft)[];

/** The name of a field of a form: the same path that problems are reported at, `passengers.0.givenName`. */
export function fieldName(list: 'passengers' | 'vehicles', index: number, field: string): string {
  return `${list}.${index}.${field}`;
}

/** Takes the passengers and the contact of a submitted form into the draft. `count` is the size of the party. */
export function readPassengers(form: FormData, draft: Draft, count: number): Draft {
  const passengers = Array.from({ length: count }, (_, index) => {
    const known = draft.passengers[index] ?? emptyPassenger();
    const typed: Partial<Record<keyof PassengerDraft, string>> = { assistance: '' };
    for (const field of PASSENGER_FIELDS) {
      const value = form.get(fieldName('passengers', index, field));
      if (typeof value === 'string') typed[field] = value;
    }
    return { ...known, ...typed };
  });
  const email = form.get('contact.email');
  return parseDraft({ ...draft, passengers, email: typeof email === 'string' ? email : draft.email });
}

/** Takes the vehicles of a submitted form into the draft. `count` is the number of vehicles that the form showed. */
export function readVehicles(form: FormData, draft: Draft, count: number): Draft {
  const vehicles = Array.from({ length: count }, (_, index) => {
    const typed: Partial<Record<keyof VehicleDraft, string | string[]>> = {};
    for (const field of VEHICLE_TEXTS) {
      const value = form.get(fieldName('vehicles', index, field));
      if (typeof value === 'string') typed[field] = value;
    }
    typed.accessories = form
      .getAll(fieldName('vehicles', index, 'accessories'))
      .filter((value) => typeof value === 'string');
    return { ...emptyVehicle(), ...draft.vehicles[index], ...typed };
  });
  return parseDraft({ ...draft, vehicles });
}
