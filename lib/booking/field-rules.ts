import { z } from 'zod';
import { isLocalDate } from '@/lib/kernel/dates';

/** Letters of the Latin script with their accents, apostrophes, hyphens and spaces: what a passport's data page can show. */
const NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’ -]*$/u;
/** No control characters, no half characters, nothing that cannot be printed. */
const PRINTABLE = /^[^\p{C}]*$/u;
const PHONE = /^(\+[1-9]\d{6,14}|0\d{8,10})$/;
const PLATE = /^[A-Z0-9][A-Z0-9 .-]{1,14}$/;
const DOCUMENT_NUMBER = /^[A-Z0-9]{4,20}$/;
const NOT_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** True for an ISO 3166-1 alpha-2 code that names a country. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NOT_COUNTRIES.has(code) && regions.of(code) !== undefined;
}

const oneLine = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/** A name as in the passport, 1 to 40 characters. */
export const nameField = z
  .string('required')
  .max(80, 'too-long')
  .transform(oneLine)
  .pipe(
    z.string().min(1, { error: 'required', abort: true }).max(40, 'too-long').regex(NAME, 'name-letters'),
  );

/** A line of free text. */
export const textField = (max: number) =>
  z
    .string('required')
    .max(max * 2, 'too-long')
    .transform(oneLine)
    .pipe(z.string().max(max, 'too-long').regex(PRINTABLE, 'unreadable-characters'));

/** A calendar day that exists, `YYYY-MM-DD`. */
export const dayField = z
  .string('required')
  .min(1, { error: 'required', abort: true })
  .refine((text) => text === '' || isLocalDate(text), 'date-does-not-exist')
  .meta({ format: 'date', example: '2027-07-14' });

/** A telephone number: international with `+` or `00`, or national with its leading 0. Spaces and marks are taken out. */
export const phoneField = z
  .string('required')
  .min(1, { error: 'required', abort: true })
  .max(40, 'phone-not-valid')
  .transform((text) => text.replace(/[\s().\-/\u00a0\u202f]/g, '').replace(/^00/, '+'))
  .pipe(z.string().regex(PHONE, 'phone-not-valid'));

export const emailField = z
  .string('required')
  .min(1, { error: 'required', abort: true })
  .max(254, 'too-long')
  .meta({ format: 'email', example: 'camille@example.test' })
  .transform((text) => text.trim())
  .pipe(z.email('email-not-valid'));

export const countryField = z
  .string('required')
  .max(4, 'country-not-valid')
  .transform((text) => text.trim().toUpperCase())
  .pipe(
    z
      .string()
      .min(1, { error: 'required', abort: true })
      .refine((text) => text === '' || isCountry(text), 'country-not-valid'),
  );

/** A registration plate, loosely: the shapes of the world differ too much for more. */
export const plateField = z
  .string('required')
  .max(30, 'plate-not-valid')
  .transform((text) => oneLine(text).toUpperCase())
  .pipe(z.string().regex(PLATE, 'plate-not-valid'));

export const documentNumberField = z
  .string('required')
  .min(1, { error: 'required', abort: true })
  .max(40, 'document-number-not-valid')
  .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(DOCUMENT_NUMBER, 'document-number-not-valid'));
