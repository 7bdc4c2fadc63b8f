import type { Direction } from '@/lib/inventory/leg-place-rules';
import { ageOn, type LocalDate } from '@/lib/kernel/dates';
import type { FieldProblem } from '@/lib/kernel/errors';
import type { AgeBands } from '@/lib/network/types';
import { passengerTypeOn } from '@/lib/pricing/party-rules';
import type { PartyItems } from '@/lib/pricing/types';
import { documentNeed } from './document-rules';
import type { PassengerInput, VehicleDetailsInput } from './input';
import { isAccompanied, LEGAL_AGE } from './minor-rules';
import type { TripCode } from './problem-rules';
import type { PartlyRead } from './types';

/** Problems by path of the field: `passengers.0.birthDate`. */
export type FieldProblems = Record<string, FieldProblem[]>;

/** What the rules know of the trip. Days are those on the clock of the port. */
export interface TripFacts {
  /** The day it is now, in the port of departure. */
  readonly today: LocalDate;
  readonly party: PartyItems;
  readonly legs: readonly {
    readonly direction: Direction;
    readonly operatorCode: string;
    readonly fromCountry: string;
    readonly toCountry: string;
    readonly departureDay: LocalDate;
    readonly arrivalDay: LocalDate;
    readonly ageBands: AgeBands;
    /** Whole hours from now to departure. */
    readonly hoursAhead: number;
  }[];
}

const OLDEST = 120;
/** Notice for assistance with reduced mobility: Regulation (EU) 1177/2010, Art. 11(2). */
const ASSISTANCE_NOTICE_HOURS = 48;
/** Vehicles that carry no registration plate. */
const WITHOUT_PLATE: ReadonlySet<string> = new Set(['bicycle', 'jet-ski']);

/**
 * What is wrong with the travellers of a trip; empty when nothing is. Fields have been read one by one before. Of one who
 * could be read in part, that part is looked at; what a party is as a whole, once everybody could be read.
 */
export function travellerProblems(
  passengers: readonly (PassengerInput | PartlyRead)[],
  trip: TripFacts,
): FieldProblems {
  const problems: FieldProblems = {};
  const report = (path: string, code: TripCode, params?: FieldProblem['params']) => {
    problems[path] = [...(problems[path] ?? []), { code, ...(params && { params }) }];
  };
  const whole = passengers.filter(isWhole);
  if (whole.length === passengers.length && !sameTypes(whole, trip.party.passengers))
    report('passengers', 'party-does-not-match-hold');
  for (const [index, passenger] of passengers.entries()) {
    const at = `passengers.${index}`;
    birthDateProblem(passenger, trip, (code, params) => report(`${at}.birthDate`, code, params));
    documentProblem(passenger, trip, (field, code, params) => report(`${at}.${field}`, code, params));
  }
  if (whole.length < passengers.length) return problems;
  const outbound = trip.legs[0];
  const ages = whole.map((each) => ageOn(each.birthDate, outbound?.departureDay ?? trip.today));
  const operators = trip.legs.map((leg) => leg.operatorCode);
  if (!isAccompanied(ages, operators)) report('passengers', 'no-adult', { age: LEGAL_AGE });
  return problems;
}

/** What is wrong with the vehicles: they are those of the hold, in its order, with a plate where there is one. */
export function vehicleProblems(
  vehicles: readonly VehicleDetailsInput[],
  held: PartyItems['vehicles'],
): FieldProblems {
  const problems: FieldProblems = {};
  const matches =
    vehicles.length === held.length && held.every((vehicle, index) => vehicles[index]?.type === vehicle.type);
  if (!matches) problems.vehicles = [{ code: 'vehicles-do-not-match-hold' }];
  for (const [index, vehicle] of vehicles.entries()) {
    if (WITHOUT_PLATE.has(vehicle.type)) continue;
    for (const field of ['make', 'model'] as const)
      if (vehicle[field] === '') problems[`vehicles.${index}.${field}`] = [{ code: 'required' }];
    if (!vehicle.plate) problems[`vehicles.${index}.plate`] = [{ code: 'required' }];
  }
  return problems;
}

/** What a traveller should know though nothing is wrong: another age band on a later crossing, little notice for assistance. */
export function travellerNotices(
  passengers: readonly (PassengerInput | PartlyRead)[],
  trip: TripFacts,
): FieldProblems {
  const notices: FieldProblems = {};
  const [first, ...others] = trip.legs;
  for (const [index, passenger] of passengers.entries()) {
    if (!isWhole(passenger)) continue;
    const there = first && passengerTypeOn(passenger.birthDate, first.departureDay, first.ageBands);
    const other = others.find(
      (leg) => passengerTypeOn(passenger.birthDate, leg.departureDay, leg.ageBands) !== there,
    );
    if (other)
      notices[`passengers.${index}.birthDate`] = [
        {
          code: other.direction === 'return' ? 'other-type-on-return' : 'other-type-on-transfer',
          params: {
            type: passengerTypeOn(passenger.birthDate, other.departureDay, other.ageBands),
            date: other.departureDay,
          },
        },
      ];
    if (passenger.assistance?.needed && (first?.hoursAhead ?? 0) < ASSISTANCE_NOTICE_HOURS)
      notices[`passengers.${index}.assistance`] = [
        { code: 'assistance-short-notice', params: { hours: ASSISTANCE_NOTICE_HOURS } },
      ];
  }
  return notices;
}

/** The day and the operator of the first crossing decide the fare (PRODUCT B2); the price of the others follows it. */
function birthDateProblem(
  { type: declared, birthDate }: PassengerInput | PartlyRead,
  trip: TripFacts,
  report: (code: TripCode, params?: FieldProblem['params']) => void,
): void {
  if (birthDate === undefined) return;
  const outbound = trip.legs[0];
  if (birthDate > trip.today) {
    report('birth-date-in-future');
    return;
  }
  if (!outbound) return;
  const age = ageOn(birthDate, outbound.departureDay);
  if (age > OLDEST) {
    report('birth-date-too-old');
    return;
  }
  const type = passengerTypeOn(birthDate, outbound.departureDay, outbound.ageBands);
  if (type !== declared)
    report('age-does-not-match-type', {
      age,
      type,
      declared,
      date: outbound.departureDay,
    });
}

/** A document is of a type that the route takes, and valid on the last day of the trip. */
function documentProblem(
  { document }: PassengerInput | PartlyRead,
  trip: TripFacts,
  report: (field: string, code: TripCode, params?: FieldProblem['params']) => void,
): void {
  const need = documentNeed(trip.legs.map((leg) => ({ from: leg.fromCountry, to: leg.toCountry })));
  if (!document) {
    if (need.required) report('document.number', 'document-required');
    return;
  }
  const { type, expiresOn } = document;
  if (type && !need.accepted.includes(type)) report('document.type', 'document-type-not-accepted');
  const last = trip.legs.at(-1)?.arrivalDay ?? trip.today;
  if (expiresOn === undefined || expiresOn >= last) return;
  const params = { type: type ?? 'passport', date: expiresOn, last };
  if (expiresOn < trip.today) report('document.expiresOn', 'document-expired', params);
  else if (expiresOn < (trip.legs[0]?.departureDay ?? last))
    report('document.expiresOn', 'document-expires-before-departure', params);
  else report('document.expiresOn', 'document-expires-before-end', params);
}

function isWhole(passenger: PassengerInput | PartlyRead): passenger is PassengerInput {
  return !('isPart' in passenger);
}

function sameTypes(passengers: readonly PassengerInput[], held: PartyItems['passengers']): boolean {
  const given = passengers.map((each) => each.type).sort();
  const expected = [...held].sort();
  return given.length === expected.length && given.every((type, index) => type === expected[index]);
}
