import { checkInClosesAt } from '@/lib/network/check-in-rules';
import { HOLD_MINUTES } from './types';

/** What decides whether places on a sailing can still be taken. */
interface Departure {
  readonly status: 'scheduled' | 'cancelled';
  readonly departsAt: Date;
  readonly checkInPassengerMinutes: number;
  readonly checkInVehicleMinutes: number;
}

/** Why a sailing cannot be sold at `now`, or null when it can. */
export function refusalToSell(
  sailing: Departure,
  withVehicle: boolean,
  now: Date,
): 'sailing-cancelled' | 'sailing-departed' | 'check-in-closed' | null {
  if (sailing.status === 'cancelled') return 'sailing-cancelled';
  if (sailing.departsAt <= now) return 'sailing-departed';
  return checkInClosesAt(sailing, withVehicle) <= now ? 'check-in-closed' : null;
}

/** When a hold placed at `now` ends: after its half hour, or when the check-in of the first leg closes. */
export function holdEnd(first: Departure, withVehicle: boolean, now: Date): Date {
  const halfHour = now.getTime() + HOLD_MINUTES * 60_000;
  return new Date(Math.min(halfHour, checkInClosesAt(first, withVehicle).getTime()));
}
