import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, newReference, newToken, REFERENCE_PATTERN, sameDigest, sha256 } from './ids';
import { eur, percentOf, sumCents } from './money';

describe('money', () => {
  it('is whole cents or nothing', () => {
    expect(eur(74916)).toEqual({ amount: 74916, currency: 'EUR' });
    expect(() => eur(0.1)).toThrow(RangeError);
    expect(() => sumCents([1, 0.5])).toThrow(RangeError);
  });

  it('a percentage is rounded half up to a cent and never leaves its bounds', () => {
    expect(percentOf(15900, 50)).toBe(7950);
    expect(percentOf(333, 50)).toBe(167);
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 0, max: 100 }), (cents, percent) => {
        const part = percentOf(cents, percent);
        expect(Number.isSafeInteger(part)).toBe(true);
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(cents);
      }),
    );
  });
});

describe('names of things', () => {
  it('a reference has the shape that doors accept, and does not count upwards', () => {
    const references = Array.from({ length: 500 }, newReference);
    for (const reference of references) expect(reference).toMatch(REFERENCE_PATTERN);
    expect(new Set(references).size).toBe(500);
    expect([...references].sort()).not.toEqual(references);
  });

  it('tokens carry 256 bits and ids say what they name', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(newId('hold')).toMatch(/^hold_[0-9a-f]{32}$/);
  });

  it('digests are compared whole', () => {
    expect(sameDigest(sha256('a'), sha256('a'))).toBe(true);
    expect(sameDigest(sha256('a'), sha256('b'))).toBe(false);
    expect(sameDigest(sha256('a'), 'short')).toBe(false);
  });
});
