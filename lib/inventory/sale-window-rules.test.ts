import { describe, expect, it } from 'vitest';
import { checkInClosesAt } from '@/lib/network/check-in-rules';
import { holdEnd, refusalToSell } from './sale-window-rules';

const sailing = {
  status: 'scheduled' as const,
  departsAt: new Date('2027-07-14T15:30:00Z'),
  checkInPassengerMinutes: 60,
  checkInVehicleMinutes: 120,
};
const at = (time: string) => new Date(`2027-07-14T${time}Z`);

describe('until when a sailing is sold', () => {
  it('until check-in closes, earlier with a vehicle', () => {
    expect(checkInClosesAt(sailing, false)).toEqual(at('14:30:00'));
    expect(refusalToSell(sailing, false, at('14:29:59'))).toBeNull();
    expect(refusalToSell(sailing, false, at('14:30:00'))).toBe('check-in-closed');
    expect(refusalToSell(sailing, true, at('13:30:00'))).toBe('check-in-closed');
    expect(refusalToSell(sailing, true, at('15:30:00'))).toBe('sailing-departed');
    expect(refusalToSell({ ...sailing, status: 'cancelled' }, true, at('10:00:00'))).toBe(
      'sailing-cancelled',
    );
  });

  it('a hold lasts half an hour, and not beyond check-in', () => {
    expect(holdEnd(sailing, false, at('12:00:00'))).toEqual(at('12:30:00'));
    expect(holdEnd(sailing, false, at('14:20:00'))).toEqual(at('14:30:00'));
    expect(holdEnd(sailing, true, at('13:20:00'))).toEqual(at('13:30:00'));
  });
});
