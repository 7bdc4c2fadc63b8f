import { z } from 'zod';
import { holdIdInput } from '@/lib/inventory/input';
import { LOCALES } from '@/lib/kernel/locale';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { PASSENGER_TYPES, VEHICLE_TYPES } from '@/lib/pricing/types';
import {
  countryField,
  dayField,
  documentNumberField,
  emailField,
  nameField,
  phoneField,
  plateField,
  textField,
} from './field-rules';
import { DOCUMENT_TYPES, SEXES, TITLES } from './types';

const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, 'required');

export const contactInput = z.object({ email: emailField, phone: phoneField });

export const documentInput = z.object({
  type: choice(DOCUMENT_TYPES),
  number: documentNumberField,
  expiresOn: dayField,
});

/** One traveller as the forms and the API give them. */
export const passengerInput = z.object({
  type: choice(PASSENGER_TYPES),
  title: choice(TITLES),
  givenName: nameField,
  familyName: nameField,
  birthDate: dayField,
  sex: choice(SEXES),
  nationality: countryField,
  document: documentInput.optional(),
  placeOfBirth: textField(60).optional(),
  phone: phoneField.optional(),
  /** Help with boarding for reduced mobility; `note` says what is needed. */
  assistance: z.object({ needed: z.boolean(), note: textField(300).optional() }).optional(),
});
export type PassengerInput = z.output<typeof passengerInput>;

/** One vehicle; its dimensions are those of the hold. Order is that of the hold. */
export const vehicleDetailsInput = z.object({
  type: choice(VEHICLE_TYPES),
  make: textField(40),
  model: textField(40),
  plate: plateField.optional(),
});
export type VehicleDetailsInput = z.output<typeof vehicleDetailsInput>;

export const travellersInput = z
  .array(passengerInput)
  .min(1, 'no-passengers')
  .max(PARTY_LIMITS.passengers, 'too-many-passengers');
export const vehicleListInput = z.array(vehicleDetailsInput).max(PARTY_LIMITS.vehicles, 'too-many-vehicles');

/** `POST /api/v1/bookings`. */
export const placeBookingInput = z
  .object({
    holdId: holdIdInput,
    contact: contactInput,
    passengers: travellersInput,
    vehicles: vehicleListInput.default([]),
    locale: z.enum(LOCALES),
    acceptTerms: z.literal(true, 'terms-not-accepted'),
  })
  .meta({ id: 'PlaceBooking' });
export type PlaceBookingInput = z.input<typeof placeBookingInput>;

/** What finds a trip: typed by hand, so spaces, case and a missing prefix are forgiven. */
export const findBookingInput = z.object({ reference: z.string().max(60), email: z.string().max(254) });
export type FindBookingInput = z.input<typeof findBookingInput>;
