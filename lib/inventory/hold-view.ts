import { isoWithOffset } from '@/lib/kernel/dates';
import { Fault } from '@/lib/kernel/errors';
import type { Network } from '@/lib/network/types';
import type { SailingForSale } from '@/lib/sailings/types';
import { isPaying, isWithdrawn } from './booking-of-hold-rules';
import type { HoldLegRow, StoredHold } from './repository';
import type { HoldStatus } from './types';
import type { HoldLegView, HoldView } from './views';

/** What pages and the API are shown of a hold. Throws a Fault where a sailing or rule of it is unknown. */
export function holdView(
  { hold, legs, booking }: StoredHold,
  sailings: readonly SailingForSale[],
  network: Network,
  now: Date,
): HoldView {
  return {
    id: hold.id,
    status: statusAt(hold, booking, now),
    expiresAt: hold.expiresAt.toISOString(),
    party: hold.party,
    legs: legs.map((leg) => legView(leg, sailings, network)),
    quote: hold.quote,
    version: hold.version,
    bookingReference: booking && !isWithdrawn(booking) ? booking.reference : null,
  };
}

/** One leg as it was sold: names and hours of today, price and rules of the day of booking. */
export function legView(leg: HoldLegRow, sailings: readonly SailingForSale[], network: Network): HoldLegView {
  const sailing = sailings.find((each) => each.id === leg.sailingId);
  if (!sailing) throw new Fault('sailing-of-hold-unknown', { message: leg.sailingId });
  const { fareFamily } = leg.selection;
  const rule = network.fareRules.find(
    (each) =>
      each.operatorCode === sailing.operator.code &&
      each.family === fareFamily &&
      each.version === leg.fareRuleVersion,
  );
  if (!rule) throw new Fault('fare-rule-of-hold-unknown', { message: leg.sailingId });
  return {
    position: leg.position,
    direction: leg.direction,
    sailingId: sailing.id,
    operator: { code: sailing.operator.code, name: sailing.operator.name },
    ship: { code: sailing.ship.code, name: sailing.ship.name },
    from: sailing.from.code,
    to: sailing.to.code,
    departsAt: isoWithOffset(sailing.departsAt, sailing.from.timeZone),
    arrivesAt: isoWithOffset(sailing.arrivesAt, sailing.to.timeZone),
    delayMinutes: sailing.delayMinutes,
    departureDay: sailing.departureDay,
    durationMinutes: sailing.durationMinutes,
    terminal: sailing.terminal,
    checkInPassengerMinutes: sailing.checkInPassengerMinutes,
    checkInVehicleMinutes: sailing.checkInVehicleMinutes,
    fareFamily,
    selection: leg.selection,
    tariff: leg.tariff,
    conditions: rule.conditions,
    cancellation: rule.cancellation,
    availability: sailing.availability,
  };
}

/** A hold whose time is over is over, also in the minute before the job says so; a payment under way keeps it. */
function statusAt(hold: StoredHold['hold'], booking: StoredHold['booking'], now: Date): HoldStatus {
  if (hold.status !== 'active' || hold.expiresAt > now) return hold.status;
  return isPaying(booking) ? 'active' : 'expired';
}
