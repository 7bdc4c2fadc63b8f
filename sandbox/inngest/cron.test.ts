import { expect, it } from 'vitest';
import { nextCron } from './cron';

const at = (iso: string): number => Date.parse(iso);

it('counts in UTC unless the line names a zone', () => {
  expect(nextCron('0 8 * * *', at('2027-07-14T09:00:00Z'))).toBe(at('2027-07-15T08:00:00Z'));
  expect(nextCron('TZ=Europe/Paris 0 8 * * *', at('2027-07-14T05:00:00Z'))).toBe(at('2027-07-14T06:00:00Z'));
});

it('is strictly after now', () => {
  expect(nextCron('*/5 * * * *', at('2027-07-14T09:05:00Z'))).toBe(at('2027-07-14T09:10:00Z'));
});

it('refuses what is not a cron line', () => {
  expect(() => nextCron('every monday', 0)).toThrow();
  expect(() => nextCron('', 0)).toThrow();
});
