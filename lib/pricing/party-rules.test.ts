import { describe, expect, it } from 'vitest';
import { countFrom, passengersProblem, passengerTypeOn } from './party-rules';

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

it.each([
  [{ adult: 1, child: 0, infant: 0 }, null],
  [{ adult: 3, child: 0, infant: 6 }, null],
  [{ adult: 0, child: 2, infant: 0 }, 'no-adult'],
  [{ adult: 0, child: 0, infant: 0 }, 'no-adult'],
  [{ adult: 1, child: 0, infant: 3 }, 'too-many-infants'],
  [{ adult: 4, child: 6, infant: 0 }, 'too-many-passengers'],
])('%o on one booking: %s', (counts, problem) => {
  expect(passengersProblem(counts)).toBe(problem);
});
