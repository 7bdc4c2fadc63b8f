import { describe, expect, it } from 'vitest';
import { countFrom, passengerTypeOn } from './party-rules';

const usual = { childFrom: 2, adultFrom: 12, childPercent: 50, infantPercent: 0 };
const grimaldi = { ...usual, childFrom: 3 };

describe('the age on the day of sailing decides', () => {
  it.each([
    ['2025-07-15', 'infant'],
    ['2025-07-14', 'child'],
    ['2015-07-15', 'child'],
    ['2015-07-14', 'adult'],
  ])('born %s sails on 2027-07-14 as %s', (birthDate, type) => {
    expect(passengerTypeOn(birthDate, '2027-07-14', usual)).toBe(type);
  });

  it('by the bands of the operator: at two and a half an infant with Grimaldi, a child with others', () => {
    expect(passengerTypeOn('2025-01-10', '2027-07-14', grimaldi)).toBe('infant');
    expect(passengerTypeOn('2025-01-10', '2027-07-14', usual)).toBe('child');
  });
});

it('a due from children up spares infants', () => {
  const party = { passengers: ['adult', 'child', 'infant'], vehicles: [], pets: 0 } as const;
  expect(countFrom(party, 'infant')).toBe(3);
  expect(countFrom(party, 'child')).toBe(2);
  expect(countFrom(party, 'adult')).toBe(1);
});
