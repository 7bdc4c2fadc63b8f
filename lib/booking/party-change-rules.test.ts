import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countByType, PARTY_LIMITS, passengersProblem } from '@/lib/pricing/party-rules';
import { PASSENGER_TYPES, type PassengerType } from '@/lib/pricing/types';
import { additionProblem, type Member, removalProblem } from './party-change-rules';

const adult = (age: number | null = null): Member => ({ type: 'adult', age });
const child = (age: number | null = null): Member => ({ type: 'child', age });
const infant: Member = { type: 'infant', age: null };
const CTN = ['ctn'];
const GNV = ['gnv'];

describe('somebody joins', () => {
  it('up to what a booking carries', () => {
    const nine = Array.from({ length: PARTY_LIMITS.passengers }, () => 'adult' as const);
    expect(additionProblem(nine.slice(1), 'child')).toBeNull();
    expect(additionProblem(nine, 'child')).toBe('too-many-passengers');
    expect(additionProblem(['adult', 'infant'], 'infant')).toBeNull();
    expect(additionProblem(['adult', 'infant', 'infant'], 'infant')).toBe('too-many-infants');
    expect(additionProblem(['adult', 'infant', 'infant'], 'adult')).toBeNull();
  });
});

describe('somebody leaves', () => {
  it('but never the last, and never the last adult', () => {
    expect(removalProblem([adult()], 0, CTN)).toBe('no-adult');
    expect(removalProblem([adult(), child()], 0, CTN)).toBe('no-adult');
    expect(removalProblem([adult(), child()], 1, CTN)).toBeNull();
    expect(removalProblem([adult(), adult()], 0, CTN)).toBeNull();
  });

  it('but no adult on whose lap an infant travels', () => {
    expect(removalProblem([adult(), adult(), infant, infant, infant], 0, CTN)).toBe('too-many-infants');
    expect(removalProblem([adult(), adult(), infant, infant], 0, CTN)).toBeNull();
  });

  it('but not who accompanies minors at the adult fare, except where the operator takes these alone', () => {
    expect(removalProblem([adult(40), adult(15)], 0, CTN)).toBe('no-adult');
    expect(removalProblem([adult(40), adult(15)], 0, GNV)).toBeNull();
    expect(removalProblem([adult(40), adult(13)], 0, GNV)).toBe('no-adult');
    expect(removalProblem([adult(40), adult(15)], 0, ['gnv', 'ctn'])).toBe('no-adult');
    expect(removalProblem([adult(40), adult(15)], 1, CTN)).toBeNull();
    expect(removalProblem([adult(40), adult(null)], 0, CTN)).toBeNull();
    expect(removalProblem([adult(15), adult(16), child(8)], 2, CTN)).toBeNull();
  });
});

it('whatever is allowed one after the other leads to a party that can be booked', () => {
  const orders = fc.array(
    fc.oneof(
      fc.record({ join: fc.constantFrom(...PASSENGER_TYPES) }),
      fc.record({ leave: fc.nat({ max: 9 }) }),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(orders, (all) => {
      let party: PassengerType[] = ['adult'];
      for (const order of all) {
        if ('join' in order) {
          if (!additionProblem(party, order.join)) party = [...party, order.join];
        } else if (order.leave < party.length) {
          const members = party.map((type) => ({ type, age: null }));
          if (!removalProblem(members, order.leave, CTN)) party = party.filter((_, i) => i !== order.leave);
        }
        expect(passengersProblem(countByType({ passengers: party }))).toBeNull();
      }
    }),
  );
});
