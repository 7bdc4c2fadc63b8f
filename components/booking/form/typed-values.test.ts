import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centimetresOf, dayOf, plateOf, typedDay, typedMetres } from './typed-values';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day is read as people type it', () => {
  it('day first, with any mark between, or none', () => {
    for (const typed of [
      '09/03/1988',
      '9/3/1988',
      ' 9.3.1988 ',
      '9 3 1988',
      '09031988',
      '1988-03-09',
      '9-3-1988',
    ])
      expect(dayOf(typed)).toBe('1988-03-09');
  });

  it('and only when it exists, with a whole year', () => {
    for (const typed of [
      '31/02/1990',
      '29/02/2027',
      '00/01/2000',
      '9/3/88',
      '03/1988',
      'demain',
      '',
      '9/13/1988',
    ])
      expect(dayOf(typed)).toBeNull();
  });

  it('and what a field shows is read back as the same day, however its marks are changed', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '.', '-', ' ', ' / ', ''), (iso, mark) => {
        expect(dayOf(typedDay(iso).replaceAll('/', mark))).toBe(iso);
      }),
    );
  });

  it('whatever is typed, it answers with a day or with nothing', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = dayOf(typed);
        expect(read === null || /^\d{4}-\d{2}-\d{2}$/.test(read)).toBe(true);
      }),
    );
  });
});

describe('a length is read as people type it', () => {
  it('in metres with comma or point, in centimetres, or said', () => {
    for (const typed of ['4,35', '4.35', '4,35 m', '435', '435 cm', '4 m 35', ' 4,350 '])
      expect(centimetresOf(typed)).toBe(435);
    expect(centimetresOf('2')).toBe(200);
    expect(centimetresOf('2 m 5')).toBe(250);
  });

  it('and nothing else', () => {
    for (const typed of ['', 'grand', '-4', '4,3,5', '0,05', '4000', '4 km'])
      expect(centimetresOf(typed)).toBeNull();
  });

  it('and what a field shows is read back to the centimetre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 3000 }), fc.constantFrom<',' | '.'>(',', '.'), (cm, decimal) => {
        expect(centimetresOf(typedMetres(cm, decimal))).toBe(cm);
      }),
    );
  });
});

describe('a plate is stored in one way of writing', () => {
  it('whatever stands between its parts', () => {
    for (const typed of ['gh 482 kt', 'GH-482-KT', ' gh.482.kt', 'gh - 482 - kt'])
      expect(plateOf(typed)).toBe('GH-482-KT');
  });
});
