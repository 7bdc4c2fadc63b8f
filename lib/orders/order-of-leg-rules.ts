import type { LegSelection, PartyItems } from '@/lib/pricing/types';
import { outerSize } from '@/lib/pricing/vehicle-rules';

/** What is chosen on a leg and who travels, as an operator is asked to keep it: counts and sizes, no names. */
export function orderedOf(party: PartyItems, selection: LegSelection) {
  return {
    family: selection.fareFamily,
    passengers: party.passengers,
    vehicles: party.vehicles.map((vehicle) => ({
      kind: vehicle.type,
      ...outerSize(vehicle),
      accessories: vehicle.accessories,
    })),
    pets: party.pets,
    cabins: selection.cabins,
    seats: selection.seats,
    meals: selection.meals,
  };
}
