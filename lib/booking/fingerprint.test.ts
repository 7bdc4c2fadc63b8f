import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partyFingerprint } from './fingerprint';

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const name = fc.stringMatching(/^[A-Z][a-z]{1,9}$/);
const person = fc.record({ givenName: name, familyName: name, birthDate: day });
const party = fc.array(person, { minLength: 1, maxLength: 9 });
const sailings = fc.uniqueArray(fc.stringMatching(/^[a-z]{3}-\d{4}$/), { minLength: 1, maxLength: 2 });

describe('the fingerprint of a party', () => {
  it('knows the same people, in whatever order and spelling', () => {
    fc.assert(
      fc.property(party, sailings, (people, ids) => {
        const respelt = [...people].reverse().map((each) => ({
          ...each,
          givenName: ` ${each.givenName.toUpperCase()} `,
          familyName: each.familyName.replace(/e/g, 'é').replace(/^(.)/, '$1-'),
        }));
        expect(partyFingerprint(respelt, [...ids].reverse())).toBe(partyFingerprint(people, ids));
      }),
    );
  });

  it('tells other people and other sailings apart', () => {
    fc.assert(
      fc.property(party, person, sailings, (people, extra, ids) => {
        const fingerprint = partyFingerprint(people, ids);
        expect(partyFingerprint([...people, extra], ids)).not.toBe(fingerprint);
        expect(partyFingerprint(people, [...ids, 'another'])).not.toBe(fingerprint);
      }),
    );
    const twin = { givenName: 'Ada', familyName: 'Bel', birthDate: '2020-01-01' };
    expect(partyFingerprint([twin], ['a'])).not.toBe(
      partyFingerprint([{ ...twin, birthDate: '2020-01-02' }], ['a']),
    );
    expect(partyFingerprint([twin], ['a'])).not.toBe(
      partyFingerprint([{ ...twin, givenName: 'Adab', familyName: 'El' }], ['a']),
    );
  });

  it('says nothing of who they are', () => {
    expect(
      partyFingerprint([{ givenName: 'Ada', familyName: 'Bel', birthDate: '2020-01-01' }], ['a']),
    ).toMatch(/^[0-9a-f]{64}$/);
  });
});
