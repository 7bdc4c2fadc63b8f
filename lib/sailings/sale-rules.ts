import type { SailingAvailability } from '@/lib/inventory/types';
import { crossingOnly, quoteTrip } from '@/lib/pricing/quote';
import type { PartyItems, Tariff } from '@/lib/pricing/types';
import { laneNeeded } from '@/lib/pricing/vehicle-rules';

/** What of a party no longer fits on a sailing; empty when all of it does. */
export function missingFor(
  party: PartyItems,
  availability: SailingAvailability,
): ('passengers' | 'vehicles')[] {
  const missing: ('passengers' | 'vehicles')[] = [];
  if (party.passengers.length > availability.passengers.left) missing.push('passengers');
  if (laneNeeded(party.vehicles) > availability.vehicles.laneCm) missing.push('vehicles');
  return missing;
}

/** Lowest total in cents for the party: the crossing in Basic. The same figure in the list, the strip and the calendar. */
export function lowestTotalCents(party: PartyItems, tariff: Tariff): number {
  return quoteTrip(party, [{ tariff, selection: crossingOnly('basic') }]).totalCents;
}
