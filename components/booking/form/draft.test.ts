import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBookingInput } from '@/lib/booking/input';
import { draftInput } from '@/lib/inventory/input';
import type { PartyItems } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { bookingCandidate } from './booking-input';
import {
  type Draft,
  draftFrom,
  fieldName,
  PASSENGER_FIELDS,
  readPassengers,
  readVehicles,
  toKept,
  VEHICLE_FIELDS,
} from './draft';
import { heldVehicle, shownVehicle, suggested } from './vehicle-input';

const typedText = fc.string({ maxLength: 80 });

/** What a browser would send of a draft. */
function formOf(draft: Draft): FormData {
  const form = new FormData();
  form.set('contact.email', draft.contact.email);
  form.set('contact.phone', draft.contact.phone);
  draft.passengers.forEach((passenger, index) => {
    for (const field of PASSENGER_FIELDS) form.set(fieldName('passengers', index, field), passenger[field]);
  });
  draft.vehicles.forEach((vehicle, index) => {
    for (const field of VEHICLE_FIELDS) form.append(fieldName('vehicles', index, field), vehicle[field]);
  });
  return form;
}

const record = <Field extends string>(fields: readonly Field[]): fc.Arbitrary<Record<Field, string>> =>
  fc
    .array(typedText, { minLength: fields.length, maxLength: fields.length })
    .map(
      (texts) =>
        Object.fromEntries(fields.map((field, i) => [field, texts[i] ?? ''])) as Record<Field, string>,
    );
const drafts: fc.Arbitrary<Draft> = fc.record({
  contact: record(['email', 'phone']),
  passengers: fc.array(record(PASSENGER_FIELDS), { maxLength: 4 }),
  vehicles: fc.array(record(VEHICLE_FIELDS), { maxLength: 2 }),
});

describe('what was typed', () => {
  it('is never lost: sent, kept and opened again it is the same, right or wrong', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const size = { passengers: draft.passengers.length, vehicles: draft.vehicles.length };
        const form = formOf(draft);
        const read = { ...readPassengers(form, size.passengers), ...readVehicles(form, size.vehicles) };
        const kept = draftInput.parse(toKept(read));
        expect(draftFrom(kept, size)).toEqual(draft);
      }),
    );
  });

  it('of a larger form than allowed is cut, not refused', () => {
    const form = new FormData();
    form.set('passengers.0.givenName', 'x'.repeat(5000));
    expect(() => draftInput.parse(toKept(readPassengers(form, 1)))).not.toThrow();
  });

  it('follows the size of the party, with empty fields for whoever is new', () => {
    const one = draftFrom({ passengers: [{ givenName: 'Inès' }] }, { passengers: 2, vehicles: 1 });
    expect(one.passengers.map((each) => each.givenName)).toEqual(['Inès', '']);
    expect(one.vehicles).toHaveLength(1);
  });
});

const party: PartyItems = { passengers: ['adult', 'child'], vehicles: [standardVehicle('car')], pets: 0 };
const filled = draftFrom(
  {
    contact: { email: ' ines@exemple.fr ', phone: '06 12 34 56 78' },
    passengers: [
      {
        title: 'mrs',
        givenName: ' Inès ',
        familyName: 'Ben  Salah',
        birthDate: '9.3.1988',
        sex: 'female',
        nationality: 'FR',
        'document.number': '21ab 45678',
        'document.expiresOn': '02062030',
      },
      {
        title: 'mr',
        givenName: 'Adam',
        familyName: 'Ben Salah',
        birthDate: '12/08/2019',
        sex: 'male',
        nationality: 'TN',
        'assistance.needed': 'yes',
      },
    ],
    vehicles: [{ make: 'Peugeot', model: '5008', plate: 'gh 482 kt' }],
  },
  { passengers: 2, vehicles: 1 },
);
const options = { locale: 'fr', acceptTerms: true, documentAsked: false } as const;
const hold = { id: `hold_${'0'.repeat(32)}`, party };

describe('a filled form', () => {
  it('is a booking as the API takes it', () => {
    const booking = placeBookingInput.parse(bookingCandidate(filled, hold, options));
    expect(booking.contact).toEqual({ email: 'ines@exemple.fr', phone: '0612345678' });
    expect(booking.passengers[0]).toMatchObject({
      type: 'adult',
      givenName: 'Inès',
      familyName: 'Ben Salah',
      birthDate: '1988-03-09',
      document: { type: 'passport', number: '21AB45678', expiresOn: '2030-06-02' },
    });
    expect(booking.passengers[1]?.document).toBeUndefined();
    expect(booking.passengers[1]?.assistance).toEqual({ needed: true });
    expect(booking.vehicles).toEqual([{ type: 'car', make: 'Peugeot', model: '5008', plate: 'GH-482-KT' }]);
  });

  it('has its problems at the fields as they are named in the form', () => {
    const asked = bookingCandidate(filled, hold, { ...options, documentAsked: true });
    const parsed = placeBookingInput.safeParse(asked);
    expect(parsed.success).toBe(false);
    const paths = parsed.error?.issues.map((issue) => issue.path.join('.'));
    expect(paths).toEqual(['passengers.1.document.number', 'passengers.1.document.expiresOn']);
  });

  it('never breaks the schema, whatever was typed', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(() => placeBookingInput.safeParse(bookingCandidate(draft, hold, options))).not.toThrow();
      }),
    );
  });
});

describe('the vehicle that a form describes', () => {
  const car = standardVehicle('car');
  const empty = draftFrom(null, { passengers: 0, vehicles: 1 }).vehicles[0] as Draft['vehicles'][number];

  it('shown and sent back unchanged is the vehicle that is held', () => {
    const held = { ...car, lengthCm: 463, heightCm: 171, accessories: ['roof-box' as const] };
    for (const decimal of [',', '.'] as const) {
      expect(heldVehicle(shownVehicle(empty, held, decimal), held, 0)).toEqual({
        vehicle: held,
        problems: {},
      });
    }
  });

  it('of another type has the usual size of that type, unless a size was typed', () => {
    const camper = standardVehicle('camper');
    expect(heldVehicle({ ...empty, type: 'camper' }, car, 0).vehicle).toEqual(camper);
    expect(heldVehicle({ ...empty, type: 'camper', lengthCm: '7,20' }, car, 0).vehicle.lengthCm).toBe(720);
  });

  it('of another type than is held, as when it was refused, is shown with the usual size of its type', () => {
    expect(shownVehicle({ ...empty, type: 'camper' }, car, ',')).toMatchObject({
      type: 'camper',
      lengthCm: '6,50',
      heightCm: '2,90',
    });
  });

  it('keeps what is held where a size cannot be read, and says so at the field', () => {
    const { vehicle, problems } = heldVehicle({ ...empty, lengthCm: 'grande', heightCm: '1,5O' }, car, 1);
    expect(vehicle).toEqual(car);
    expect(Object.keys(problems)).toEqual(['vehicles.1.lengthCm', 'vehicles.1.heightCm']);
  });

  it('takes the usual size of a known model where none was typed', () => {
    const usual = { lengthCm: 479, heightCm: 169 };
    expect(suggested(empty, usual)).toMatchObject({ lengthCm: '4,79', heightCm: '1,69' });
    expect(suggested({ ...empty, lengthCm: '4,90' }, usual).lengthCm).toBe('4,90');
    expect(suggested(empty, null)).toBe(empty);
  });
});
