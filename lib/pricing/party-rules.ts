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

/** What travels on one booking at most. Larger parties are groups (PRODUCT B13). */
export const PARTY_LIMITS = {
  passengers: 9,
  vehicles: 2,
  pets: 3,
  /** Infants travel on a lap or in a shared berth: two for each adult. */
  infantsPerAdult: 2,
} as const;

/** Why these passengers cannot be one booking. */
export type PassengersProblem = 'no-adult' | 'too-many-infants' | 'too-many-passengers';

/** The first reason why these passengers cannot be one booking; null when they can. */
export function passengersProblem(counts: Readonly<Record<PassengerType, number>>): PassengersProblem | null {
  const { adult, child, infant } = counts;
  if (adult < 1) return 'no-adult';
  if (infant > adult * PARTY_LIMITS.infantsPerAdult) return 'too-many-infants';
  return adult + child + infant > PARTY_LIMITS.passengers ? 'too-many-passengers' : null;
}

/** How many of each type travel. */
export function countByType(party: Pick<PartyItems, 'passengers'>): Readonly<Record<PassengerType, number>> {
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
