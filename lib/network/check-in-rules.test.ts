import { expect, it } from 'vitest';
import { checkInClosesAt } from './check-in-rules';

const crossing = {
  departsAt: '2027-07-14T17:30:00+02:00',
  checkInPassengerMinutes: 60,
  checkInVehicleMinutes: 180,
};

it('asks vehicles earlier than people on foot', () => {
  expect(checkInClosesAt(crossing, true).toISOString()).toBe('2027-07-14T12:30:00.000Z');
  expect(checkInClosesAt(crossing, false).toISOString()).toBe('2027-07-14T14:30:00.000Z');
});

it('never asks who drives later than who walks', () => {
  const odd = { ...crossing, departsAt: new Date('2027-07-14T15:30:00Z'), checkInVehicleMinutes: 30 };
  expect(checkInClosesAt(odd, true).toISOString()).toBe('2027-07-14T14:30:00.000Z');
});
