import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegSelection } from '@/lib/pricing/types';
import { afterPress, COMFORTS, chosenOf, pressText, readPress } from './comfort';
import { arcOf, minutesAndSeconds, minuteToAnnounce, RING } from './remaining-time';
import { minutesAhead } from './travel-times';

const none: LegSelection = { fareFamily: 'basic', cabins: [], seats: [], meals: [] };
const presses = fc.record({
  position: fc.constantFrom(0, 1, 2, 3),
  comfort: fc.constantFrom(...COMFORTS),
  code: fc.constantFrom('inside-4', 'suite-2', 'seat-recliner', 'dinner-child'),
  by: fc.constantFrom<1 | -1>(1, -1),
});

describe('a press on a plus or a minus', () => {
  it('is read back from its button, and anything else is none', () => {
    fc.assert(
      fc.property(presses, (press) => {
        expect(readPress(pressText(press))).toEqual(press);
      }),
    );
    for (const text of ['', '4:cabins:inside-4:1', '0:pools:x:1', '0:cabins:inside-4:5', '0:cabins::1'])
      expect(readPress(text)).toBeNull();
  });

  it('counts up and down and never below nothing', () => {
    fc.assert(
      fc.property(fc.array(presses, { maxLength: 30 }), (all) => {
        let after: LegSelection = none;
        for (const press of all) after = { ...after, [press.comfort]: afterPress(after, press) };
        for (const comfort of COMFORTS) {
          for (const each of after[comfort]) expect(each.quantity).toBeGreaterThan(0);
          expect(new Set(after[comfort].map((each) => each.code)).size).toBe(after[comfort].length);
        }
      }),
    );
    const up = afterPress(none, { position: 0, comfort: 'cabins', code: 'inside-4', by: 1 });
    expect(chosenOf({ ...none, cabins: up }, 'cabins', 'inside-4')).toBe(1);
  });
});

describe('the time that is left', () => {
  it('is said in minutes and seconds, never below nothing', () => {
    expect(minutesAndSeconds(1_421_999)).toEqual({ minutes: 23, seconds: 41 });
    expect(minutesAndSeconds(-5)).toEqual({ minutes: 0, seconds: 0 });
    expect(arcOf(1_800_000, 1_800_000)).toBe(RING);
    expect(arcOf(-1, 1_800_000)).toBe(0);
  });

  it('is announced once at five minutes and once at one, at no other moment', () => {
    const spoken: number[] = [];
    for (let left = 1_800_000; left > -10_000; left -= 1000) {
      const minute = minuteToAnnounce(left, left - 1000);
      if (minute) spoken.push(minute);
    }
    expect(spoken).toEqual([5, 1]);
  });
});

describe('the day of travel', () => {
  it('knows how the clocks of the two ports differ', () => {
    expect(minutesAhead('2027-07-14T17:30:00+02:00', '2027-07-15T13:30:00+01:00')).toBe(-60);
    expect(minutesAhead('2027-01-14T17:30:00+01:00', '2027-01-15T13:30:00+01:00')).toBe(0);
  });
});
