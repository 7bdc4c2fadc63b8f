import { ageOn, type LocalDate } from '@/lib/kernel/dates';
import type { AgeBands } from '@/lib/network/types';
import { PASSENGER_TYPES, type PartyItems, type PassengerType } from './types';

/**
 * The fare type of someone by the operator's bands: the age on the day of departure decides, on the clock of
 * the port of departure. Bands differ by operator (Grimaldi counts infants below 3, others below 2).
 */
export function passengerTypeOn(
  birthDate: LocalDate,
  departureDay: LocalDate,
  bands: AgeBands,
): PassengerType {
  const age = ageOn(birthDate, departureDay);
  if (age < bands.childFrom) return 'infant';
  return age < bands.adultFrom ? 'child' : 'adult';
}

/** How many of each type travel. */
export function countByType(party: PartyItems): Readonly<Record<PassengerType, number>> {
  const counts = { adult: 0, child: 0, infant: 0 };
  for (const type of party.passengers) counts[type] += 1;
  return counts;
}

/** How many owe something that begins at `fromType`: `infant` is everybody, `adult` adults alone. */
export function countFrom(party: PartyItems, fromType: PassengerType): number {
  const rank = (type: PassengerType) => PASSENGER_TYPES.indexOf(type);
  return party.passengers.filter((type) => rank(type) <= rank(fromType)).length;
}

/** Passengers of a party from counts, adults first. */
export function passengersOf(counts: Readonly<Record<PassengerType, number>>): PassengerType[] {
  return PASSENGER_TYPES.flatMap((type) => Array.from({ length: counts[type] }, () => type));
}
