import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageOn,
  daysBetween,
  isLocalDate,
  isoWithOffset,
  localDateOf,
  offsetMinutes,
  wallClock,
  zonedInstant,
} from './dates';

const ZONES = [
  'Europe/Paris',
  'Europe/Rome',
  'Africa/Tunis',
  'Africa/Algiers',
  'Africa/Casablanca',
  'Europe/Madrid',
];
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const zone = fc.constantFrom(...ZONES);

describe('calendar days', () => {
  it('a day that does not exist is not a day', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    for (const text of ['2027-02-29', '2027-13-01', '2027-04-31', '2027-1-1', 'tomorrow', '']) {
      expect(isLocalDate(text)).toBe(false);
    }
  });

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n);
      }),
    );
  });

  it('an age is reached on the birthday, and on 1 March for those born on 29 February', () => {
    expect(ageOn('2015-07-14', '2027-07-13')).toBe(11);
    expect(ageOn('2015-07-14', '2027-07-14')).toBe(12);
    expect(ageOn('2016-02-29', '2027-02-28')).toBe(10);
    expect(ageOn('2016-02-29', '2027-03-01')).toBe(11);
  });
});

describe('instants and places', () => {
  it('knows the offsets of the ports, summer and winter', () => {
    expect(isoWithOffset(new Date('2027-07-14T15:30:00Z'), 'Europe/Paris')).toBe('2027-07-14T17:30:00+02:00');
    expect(isoWithOffset(new Date('2027-01-14T15:30:00Z'), 'Europe/Paris')).toBe('2027-01-14T16:30:00+01:00');
    expect(isoWithOffset(new Date('2027-07-15T12:30:00Z'), 'Africa/Tunis')).toBe('2027-07-15T13:30:00+01:00');
    expect(localDateOf(new Date('2027-07-14T22:30:00Z'), 'Europe/Paris')).toBe('2027-07-15');
  });

  it('a departure read back on the port’s clock is the departure that was meant', () => {
    const hour = fc.integer({ min: 4, max: 23 });
    fc.assert(
      fc.property(day, hour, zone, (d, h, timeZone) => {
        const time = `${String(h).padStart(2, '0')}:30`;
        expect(wallClock(zonedInstant(d, time, timeZone), timeZone)).toBe(`${d}T${time}:00`);
      }),
    );
  });

  it('an hour skipped by the clock change gives the instant after it', () => {
    expect(zonedInstant('2027-03-28', '02:30', 'Europe/Paris').toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    );
    expect(zonedInstant('2027-10-31', '02:30', 'Europe/Paris').toISOString()).toBe(
      '2027-10-31T00:30:00.000Z',
    );
  });

  it('an ISO text with offset is the same instant', () => {
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, zone, (date, timeZone) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(new Date(isoWithOffset(whole, timeZone)).getTime()).toBe(whole.getTime());
        expect(Math.abs(offsetMinutes(whole, timeZone))).toBeLessThanOrEqual(120);
      }),
    );
  });
});
