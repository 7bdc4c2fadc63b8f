import { describe, expect, it } from 'vitest';
import { mayRepair } from './repair-rules';

const NOW = new Date('2027-07-01T12:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe('a repair', () => {
  it('is tried at once when none has failed', () => {
    expect(mayRepair({ times: 0, lastAt: null }, NOW)).toBe(true);
  });

  it('leaves some time after a failure', () => {
    expect(mayRepair({ times: 1, lastAt: ago(20) }, NOW)).toBe(false);
    expect(mayRepair({ times: 1, lastAt: ago(60) }, NOW)).toBe(true);
  });

  it('goes on for a stuck booking, more slowly', () => {
    expect(mayRepair({ times: 3, lastAt: ago(60) }, NOW)).toBe(false);
    expect(mayRepair({ times: 300, lastAt: ago(301) }, NOW)).toBe(true);
  });
});
