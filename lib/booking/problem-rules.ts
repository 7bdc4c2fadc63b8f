/** What can be wrong with a field as it is typed (`field-rules.ts`, `input.ts`). */
const FIELD_CODES = [
  'required',
  'too-long',
  'name-letters',
  'unreadable-characters',
  'date-does-not-exist',
  'phone-not-valid',
  'email-not-valid',
  'country-not-valid',
  'plate-not-valid',
  'document-number-not-valid',
  'terms-not-accepted',
] as const;

/** What can be wrong with travellers and vehicles on a trip (`passenger-rules.ts`). */
const TRIP_CODES = [
  'required',
  'party-does-not-match-hold',
  'vehicles-do-not-match-hold',
  'no-adult',
  'birth-date-in-future',
  'birth-date-too-old',
  'age-does-not-match-type',
  'document-required',
  'document-type-not-accepted',
  'document-expired',
  'document-expires-before-departure',
  'document-expires-before-end',
] as const;

/** What a traveller should know though nothing is wrong. */
export const NOTICE_CODES = [
  'other-type-on-return',
  'other-type-on-transfer',
  'assistance-short-notice',
] as const;

/** Every code beside a field of the booking forms: each has a text in `booking.problem`, in every language. */
export const PROBLEM_CODES = [...new Set([...FIELD_CODES, ...TRIP_CODES])];

export type TripCode = (typeof TRIP_CODES)[number];
export type NoticeCode = (typeof NOTICE_CODES)[number];
