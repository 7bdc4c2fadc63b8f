import { describe, expect, it } from 'vitest';
import { durationMs, instantMs } from './duration';

describe('time strings', () => {
  it('adds its parts up', () => {
    expect(durationMs('2h45m')).toBe(9_900_000);
    expect(durationMs('300ms')).toBe(300);
    expect(durationMs('1w2d')).toBe(777_600_000);
    expect(durationMs('1.5s')).toBe(1_500);
  });

  it('refuses what is not one', () => {
    for (const text of ['', '5', 'h', '5 m', '1y', '3m garbage'])
      expect(() => durationMs(text)).toThrow(RangeError);
  });

  it('reads ISO dates as instants, anything else as a distance from now', () => {
    expect(instantMs('2027-07-14T20:00:00Z', 5)).toBe(Date.UTC(2027, 6, 14, 20));
    expect(instantMs('1s', 5)).toBe(1_005);
  });
});
