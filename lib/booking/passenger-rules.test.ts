import { describe, expect, it } from 'vitest';
import type { PassengerInput } from './input';
import { partlyRead } from './partly-read';
import { type TripFacts, travellerNotices, travellerProblems, vehicleProblems } from './passenger-rules';

const BANDS = { childFrom: 2, adultFrom: 12, childPercent: 50, infantPercent: 0 };
const OUT: TripFacts['legs'][number] = {
  direction: 'outbound',
  operatorCode: 'ctn',
  fromCountry: 'FR',
  toCountry: 'TN',
  departureDay: '2027-07-14',
  arrivalDay: '2027-07-15',
  ageBands: BANDS,
  hoursAhead: 500,
};
const BACK: TripFacts['legs'][number] = {
  ...OUT,
  direction: 'return',
  fromCountry: 'TN',
  toCountry: 'FR',
  departureDay: '2027-08-01',
  arrivalDay: '2027-08-02',
};

const adult: PassengerInput = {
  type: 'adult',
  title: 'mr',
  givenName: 'Ada',
  familyName: 'Bel',
  birthDate: '1990-05-01',
  sex: 'unspecified',
  nationality: 'FR',
  document: { type: 'passport', number: '11AA11111', expiresOn: '2030-01-01' },
};

function trip(types: TripFacts['party']['passengers'], legs: TripFacts['legs'] = [OUT]): TripFacts {
  return { today: '2027-06-01', party: { passengers: types, vehicles: [], pets: 0 }, legs };
}

const codes = (problems: Record<string, readonly { code: string }[]>) =>
  Object.fromEntries(Object.entries(problems).map(([path, list]) => [path, list.map((each) => each.code)]));

describe('ages', () => {
  it('on the day of sailing decide the type: a birthday on that day counts', () => {
    const child = { ...adult, type: 'child' as const };
    const both: TripFacts['party']['passengers'] = ['adult', 'child'];
    const born = (birthDate: string) => travellerProblems([adult, { ...child, birthDate }], trip(both));
    expect(born('2015-07-15')).toEqual({});
    expect(born('2015-07-14')).toEqual({
      'passengers.1.birthDate': [
        {
          code: 'age-does-not-match-type',
          params: { age: 12, type: 'adult', declared: 'child', date: '2027-07-14' },
        },
      ],
    });
    expect(codes(born('2025-07-15'))).toEqual({ 'passengers.1.birthDate': ['age-does-not-match-type'] });
    expect(born('2025-07-14')).toEqual({});
  });

  it('bands are the operator’s own', () => {
    const legs = [{ ...OUT, ageBands: { ...BANDS, childFrom: 3 } }];
    const infant = { ...adult, type: 'infant' as const, birthDate: '2024-08-01' };
    expect(travellerProblems([adult, infant], trip(['adult', 'infant'], legs))).toEqual({});
    expect(codes(travellerProblems([adult, infant], trip(['adult', 'infant'])))).toEqual({
      'passengers.1.birthDate': ['age-does-not-match-type'],
    });
  });

  it('cannot be in the future, nor from another century', () => {
    const born = (birthDate: string) => codes(travellerProblems([{ ...adult, birthDate }], trip(['adult'])));
    expect(born('2027-06-02')['passengers.0.birthDate']).toEqual(['birth-date-in-future']);
    expect(born('1890-01-01')['passengers.0.birthDate']).toEqual(['birth-date-too-old']);
  });

  it('that reach another band before the return are told, and are no problem', () => {
    const child = { ...adult, type: 'child' as const, birthDate: '2015-07-20' };
    const facts = trip(['adult', 'child'], [OUT, BACK]);
    expect(travellerProblems([adult, child], facts)).toEqual({});
    expect(travellerNotices([adult, child], facts)).toEqual({
      'passengers.1.birthDate': [
        { code: 'other-type-on-return', params: { type: 'adult', date: '2027-08-01' } },
      ],
    });
  });

  it('that are in another band of the second ship of a way are told as that', () => {
    const infant = { ...adult, type: 'infant' as const, birthDate: '2024-08-01' };
    const legs = [
      { ...OUT, ageBands: { ...BANDS, childFrom: 3 } },
      { ...OUT, departureDay: '2027-07-15' },
      BACK,
    ];
    const facts = trip(['adult', 'infant'], legs);
    expect(travellerProblems([adult, infant], facts)).toEqual({});
    expect(travellerNotices([adult, infant], facts)).toEqual({
      'passengers.1.birthDate': [
        { code: 'other-type-on-transfer', params: { type: 'child', date: '2027-07-15' } },
      ],
    });
  });
});

describe('a party', () => {
  it('has somebody of age, or an operator that takes them alone', () => {
    const teenager = { ...adult, birthDate: '2012-01-01' };
    expect(codes(travellerProblems([teenager], trip(['adult'])))).toEqual({ passengers: ['no-adult'] });
    const gnv = [{ ...OUT, operatorCode: 'gnv' }];
    expect(travellerProblems([teenager], trip(['adult'], gnv))).toEqual({});
    expect(codes(travellerProblems([teenager], trip(['adult'], [...gnv, BACK])))).toEqual({
      passengers: ['no-adult'],
    });
    const younger = { ...adult, birthDate: '2014-01-01' };
    expect(codes(travellerProblems([younger], trip(['adult'], gnv)))).toEqual({ passengers: ['no-adult'] });
  });

  it('is the one that was held, in whatever order', () => {
    const child = { ...adult, type: 'child' as const, birthDate: '2017-01-01' };
    expect(travellerProblems([child, adult], trip(['adult', 'child']))).toEqual({});
    expect(codes(travellerProblems([adult], trip(['adult', 'child'])))).toEqual({
      passengers: ['party-does-not-match-hold'],
    });
  });
});

describe('documents', () => {
  const with_ = (document: PassengerInput['document'], legs: TripFacts['legs'] = [OUT, BACK]) => {
    const { document: _, ...rest } = adult;
    return travellerProblems([document ? { ...rest, document } : rest], trip(['adult'], legs));
  };
  const passport = (expiresOn: string) => ({ type: 'passport' as const, number: 'A1234567', expiresOn });

  it('are valid until the last day of the trip, that day included', () => {
    expect(with_(passport('2027-08-02'))).toEqual({});
    const code = (expiresOn: string) =>
      with_(passport(expiresOn))['passengers.0.document.expiresOn']?.[0]?.code;
    expect(code('2027-08-01')).toBe('document-expires-before-end');
    expect(code('2027-07-13')).toBe('document-expires-before-departure');
    expect(code('2027-05-31')).toBe('document-expired');
  });

  it('are passports outside Schengen, and asked for', () => {
    const card = { ...passport('2035-01-01'), type: 'identity-card' as const };
    expect(codes(with_(undefined))).toEqual({ 'passengers.0.document.number': ['document-required'] });
    expect(codes(with_(card))).toEqual({ 'passengers.0.document.type': ['document-type-not-accepted'] });
  });

  it('are identity cards too within Schengen, residence permits within one country, and nobody must give them', () => {
    const within = [{ ...OUT, toCountry: 'IT' }];
    const corsica = [{ ...OUT, toCountry: 'FR' }];
    const card = { ...passport('2035-01-01'), type: 'identity-card' as const };
    const permit = { ...passport('2035-01-01'), type: 'residence-permit' as const };
    expect(with_(undefined, within)).toEqual({});
    expect(with_(card, within)).toEqual({});
    expect(codes(with_(permit, within))).toEqual({
      'passengers.0.document.type': ['document-type-not-accepted'],
    });
    expect(with_(permit, corsica)).toEqual({});
  });
});

describe('vehicles', () => {
  const car = { type: 'car' as const, lengthCm: 450, heightCm: 160, accessories: [] };
  it('are those that were held, with a plate where they carry one', () => {
    const given = { type: 'car' as const, make: 'Peugeot', model: '308', plate: 'GH-482-KT' };
    expect(vehicleProblems([given], [car])).toEqual({});
    expect(codes(vehicleProblems([], [car]))).toEqual({ vehicles: ['vehicles-do-not-match-hold'] });
    const { plate: _, ...unplated } = given;
    expect(codes(vehicleProblems([unplated], [car]))).toEqual({ 'vehicles.0.plate': ['required'] });
    const bicycle = { type: 'bicycle' as const, make: '', model: '' };
    expect(vehicleProblems([bicycle], [{ ...car, type: 'bicycle' }])).toEqual({});
  });
});

it('assistance asked for late is told, not refused', () => {
  const person = { ...adult, assistance: { needed: true } };
  const soon = trip(['adult'], [{ ...OUT, hoursAhead: 47 }]);
  expect(travellerProblems([person], soon)).toEqual({});
  expect(travellerNotices([person], soon)).toEqual({
    'passengers.0.assistance': [{ code: 'assistance-short-notice', params: { hours: 48 } }],
  });
  expect(travellerNotices([person], trip(['adult']))).toEqual({});
});

describe('a traveller who could be read in part', () => {
  const expired = { ...adult.document, expiresOn: '2027-05-01' };
  const spoilt = { ...adult, givenName: '', document: { ...expired, number: '' } };

  it('is told of an expired document and a wrong age beside what could not be read', () => {
    const part = partlyRead('adult', { ...spoilt, birthDate: '2020-01-01' });
    expect(codes(travellerProblems([adult, part], trip(['adult', 'adult'])))).toEqual({
      'passengers.1.birthDate': ['age-does-not-match-type'],
      'passengers.1.document.expiresOn': ['document-expired'],
    });
  });

  it('is told nothing of what could not be read, and the party nothing as a whole', () => {
    const unread = { ...spoilt, birthDate: '31.2.', document: { type: 'passport', expiresOn: 'soon' } };
    expect(travellerProblems([partlyRead('adult', unread)], trip(['adult', 'child']))).toEqual({});
    expect(travellerNotices([partlyRead('adult', unread)], trip(['adult']))).toEqual({});
  });

  it('is asked for a document where none was given', () => {
    const { document: _, ...without } = spoilt;
    expect(codes(travellerProblems([partlyRead('adult', without)], trip(['adult'])))).toEqual({
      'passengers.0.document.number': ['document-required'],
    });
  });
});
