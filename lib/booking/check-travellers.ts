import type { HoldView } from '@/lib/inventory/views';
import type { Context } from '@/lib/kernel/context';
import type { PassengerInput } from './input';
import { type FieldProblems, travellerNotices, travellerProblems } from './passenger-rules';
import { tripFacts } from './trip-facts';
import type { PartlyRead } from './types';

/**
 * What the passenger step shows before a booking is made: problems that stop it, and notices that do not, beside those of
 * the fields that could not be read. Paths are those of the booking (`passengers.0.birthDate`).
 */
export async function checkTravellers(
  ctx: Context,
  hold: HoldView,
  passengers: readonly (PassengerInput | PartlyRead)[],
): Promise<{ readonly problems: FieldProblems; readonly notices: FieldProblems }> {
  const trip = await tripFacts(hold, ctx.now);
  return { problems: travellerProblems(passengers, trip), notices: travellerNotices(passengers, trip) };
}
