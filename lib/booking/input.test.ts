import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldProblems } from '@/lib/platform/api/field-problems';
import {
  countryField,
  dayField,
  documentNumberField,
  emailField,
  nameField,
  phoneField,
  plateField,
} from './field-rules';
import { referenceOf } from './find-booking';
import { placeBookingInput } from './input';

const accepts = (field: { safeParse(value: unknown): { success: boolean } }, ...values: string[]) => {
  for (const value of values) expect([value, field.safeParse(value).success]).toEqual([value, true]);
};
const refuses = (field: { safeParse(value: unknown): { success: boolean } }, ...values: string[]) => {
  for (const value of values) expect([value, field.safeParse(value).success]).toEqual([value, false]);
};

describe('fields as people type them', () => {
  it('names are those of the data page: Latin letters with their marks', () => {
    accepts(nameField, 'Élise', 'O’Brien', "D'Amico", 'Jean-Pierre', 'Ben Ali', 'Şahin', 'Łukasz', 'Ng', 'A');
    refuses(nameField, '', '  ', 'محمد', 'R2D2', 'a'.repeat(41), '-Anne', 'Anne😀', '\u0000', 'A_B');
    expect(nameField.parse('  Jean   Pierre ')).toBe('Jean Pierre');
    expect(nameField.parse('E\u0301lise')).toBe('\u00c9lise');
  });

  it('days exist', () => {
    accepts(dayField, '2028-02-29', '1988-03-09');
    refuses(dayField, '', '2027-02-29', '1988-3-9', '09/03/1988', '9999-99-99');
  });

  it('telephone numbers lose their spaces, not their country', () => {
    expect(phoneField.parse('06 12.34-56 78')).toBe('0612345678');
    expect(phoneField.parse('00216 20 123 456')).toBe('+21620123456');
    expect(phoneField.parse('+33 (0)6 12 34 56 78'.replace('(0)', ''))).toBe('+33612345678');
    refuses(phoneField, '', '12', 'call me', '+0123456789', '+1234567890123456');
  });

  it('e-mail, country, plate and document number', () => {
    accepts(emailField, 'a.b+c@example.test', ' a@example.test ');
    refuses(emailField, '', 'a@', 'a b@example.test', `${'a'.repeat(250)}@example.test`);
    accepts(countryField, 'FR', 'tn', ' dz ');
    refuses(countryField, '', 'ZZ', 'EU', 'XX', 'F', 'FRA');
    expect(plateField.parse('gh 482 kt')).toBe('GH 482 KT');
    accepts(plateField, '123 TUN 4567', 'AB-123-CD');
    refuses(plateField, '', '-', 'تونس', 'A'.repeat(20));
    expect(documentNumberField.parse(' 12 ab-34567 ')).toBe('12AB34567');
    refuses(documentNumberField, '', '123', 'A'.repeat(21), 'é1234');
  });

  it('reading what was read changes nothing', () => {
    const fields = [nameField, phoneField, emailField, countryField, plateField, documentNumberField];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary', maxLength: 40 }), (field, text) => {
        const first = field.safeParse(text);
        if (first.success) expect(field.parse(first.data)).toBe(first.data);
      }),
    );
  });
});

describe('a booking', () => {
  it('with everything wrong says so once beside each field', () => {
    const parsed = placeBookingInput.safeParse({
      holdId: 'nothing',
      contact: { email: '', phone: '' },
      passengers: [{ type: 'adult', title: '', givenName: '', familyName: '', birthDate: '', sex: '' }],
      locale: 'fr',
      acceptTerms: false,
    });
    expect(parsed.error && fieldProblems(parsed.error)).toEqual({
      holdId: [{ code: 'unknown-hold' }],
      'contact.email': [{ code: 'required' }],
      'contact.phone': [{ code: 'required' }],
      'passengers.0.title': [{ code: 'required' }],
      'passengers.0.givenName': [{ code: 'required' }],
      'passengers.0.familyName': [{ code: 'required' }],
      'passengers.0.birthDate': [{ code: 'required' }],
      'passengers.0.sex': [{ code: 'required' }],
      'passengers.0.nationality': [{ code: 'required' }],
      acceptTerms: [{ code: 'terms-not-accepted' }],
    });
  });
});

it('a reference is read however it was typed, and nothing else is a reference', () => {
  for (const typed of ['VF-7K2M4QX', 'vf7k2m4qx', ' 7K2M-4QX ', 'vf 7k2 m4qx'])
    expect(referenceOf(typed)).toBe('VF-7K2M4QX');
  for (const typed of ['', 'VF-', 'VF-7K2M4Q', 'VF-7K2M4QXX', 'VF-7K2M4Q0', "' or 1=1"])
    expect(referenceOf(typed)).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = referenceOf(text);
      if (read !== null) expect(referenceOf(read)).toBe(read);
    }),
  );
});
