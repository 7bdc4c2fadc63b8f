import { countByType, PARTY_LIMITS, passengersOf, passengersProblem } from '@/lib/pricing/party-rules';
import { type PartyItems, VEHICLE_TYPES, type VehicleType } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';

/** A party as a form has it: counts, and vehicles by type. */
export interface PartyCounts {
  readonly adults: number;
  readonly children: number;
  readonly infants: number;
  readonly pets: number;
  readonly vehicles: readonly VehicleType[];
}

const PARTY_CODE = /^(\d)-(\d)-(\d)-(\d)\.(none|[a-z-]+(?:\.[a-z-]+)?)$/;

export function isVehicleType(text: string): text is VehicleType {
  return (VEHICLE_TYPES as readonly string[]).includes(text);
}

/** True when a search may carry the party: 1 to 9 passengers with an adult, and not too much else. */
export function isPartyInBounds({ adults, children, infants, pets, vehicles }: PartyCounts): boolean {
  return (
    passengersProblem({ adult: adults, child: children, infant: infants }) === null &&
    pets <= PARTY_LIMITS.pets &&
    vehicles.length <= PARTY_LIMITS.vehicles
  );
}

/** The counts of a party; a vehicle's own dimensions are not in them. */
export function countsOf(party: PartyItems): PartyCounts {
  const { adult, child, infant } = countByType(party);
  return {
    adults: adult,
    children: child,
    infants: infant,
    pets: party.pets,
    vehicles: party.vehicles.map((vehicle) => vehicle.type),
  };
}

/** A party from its counts, vehicles with the dimensions usual for their type. */
export function partyFrom(counts: PartyCounts): PartyItems {
  const { adults, children, infants, pets, vehicles } = counts;
  return {
    passengers: passengersOf({ adult: adults, child: children, infant: infants }),
    vehicles: vehicles.map(standardVehicle),
    pets,
  };
}

/** `2-1-0-0.car`: the party in one path segment. */
export function partyCode(party: PartyItems): string {
  const { adults, children, infants, pets, vehicles } = countsOf(party);
  const counts = [adults, children, infants, pets].join('-');
  return `${counts}.${vehicles.join('.') || 'none'}`;
}

/** The party of a path segment; null when it is not one, or out of bounds. */
export function parsePartyCode(code: string): PartyItems | null {
  const match = PARTY_CODE.exec(code);
  if (!match) return null;
  const [adults = 0, children = 0, infants = 0, pets = 0] = match.slice(1, 5).map(Number);
  const vehicles = (match[5] ?? '').split('.').filter((part) => part !== 'none');
  if (!vehicles.every(isVehicleType)) return null;
  const counts = { adults, children, infants, pets, vehicles };
  return isPartyInBounds(counts) ? partyFrom(counts) : null;
}
