import type { Localized } from '@/lib/kernel/locale';

export const FARE_FAMILIES = ['basic', 'standard', 'flex'] as const;
export type FareFamily = (typeof FARE_FAMILIES)[number];

/** Ages in full years on the day of sailing: infant below `childFrom`, child below `adultFrom`. */
export interface AgeBands {
  readonly childFrom: number;
  readonly adultFrom: number;
  /** Percent of the adult fare that a child pays, 0 to 100; likewise an infant. */
  readonly childPercent: number;
  readonly infantPercent: number;
}

/** One step of a cancellation grid: from `hoursBefore` departure and more, `keptPercent` of the price is kept. Longest notice first; the last step has `hoursBefore: 0`. */
export interface CancellationStep {
  readonly hoursBefore: number;
  readonly keptPercent: number;
}

/** What a fare family allows. Cents; `null` means that it cannot be done at all. */
export interface FareConditions {
  readonly changeFeeCents: number | null;
  readonly refundable: boolean;
}

export interface Port {
  readonly code: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly names: Localized;
}

export interface Operator {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly ageBands: AgeBands;
}

/** What one finds on board; each has a name in the messages and an icon. */
export const AMENITIES = ['restaurant', 'cabins', 'seats', 'pets', 'shop', 'playroom', 'pool'] as const;
export type Amenity = (typeof AMENITIES)[number];

export interface Ship {
  readonly code: string;
  readonly operatorCode: string;
  readonly name: string;
  /** Decimetres; null where it is not known. */
  readonly lengthDm: number | null;
  readonly passengers: number;
  readonly cars: number;
  readonly cabins: number;
  /** True while its figures are to be verified. */
  readonly approximate: boolean;
  readonly amenities: readonly string[];
}

/** Where an operator leaves from on a route, and how early one must be there. */
export interface Service {
  readonly routeId: string;
  readonly operatorCode: string;
  readonly terminal: Localized;
  readonly checkInPassengerMinutes: number;
  readonly checkInVehicleMinutes: number;
}

/** One direction between two ports, `FRMRS-TNLGN`, and who sails it how fast. */
export interface Route {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly nauticalMiles: number;
  readonly operatorCodes: readonly string[];
  /** Shortest and longest published crossing in minutes; 0 where nothing is in the timetable. */
  readonly minMinutes: number;
  readonly maxMinutes: number;
}

/** A route with the ports at both ends. */
export interface Line {
  readonly route: Route;
  readonly from: Port;
  readonly to: Port;
}

/** A fare family of an operator under one version of its rules. */
export interface FareRule {
  readonly operatorCode: string;
  readonly family: FareFamily;
  readonly version: number;
  readonly bookedFrom: Date;
  readonly bookedUntil: Date | null;
  readonly conditions: FareConditions;
  readonly cancellation: readonly CancellationStep[];
  readonly source: string;
  readonly approximate: boolean;
}

/** The whole network in maps. */
export interface Network {
  readonly ports: ReadonlyMap<string, Port>;
  readonly operators: ReadonlyMap<string, Operator>;
  readonly ships: ReadonlyMap<string, Ship>;
  /** By `serviceKey`. */
  readonly services: ReadonlyMap<string, Service>;
  readonly fareRules: readonly FareRule[];
}

/** Key of a service in `Network.services`. */
export function serviceKey(routeId: string, operatorCode: string): string {
  return `${routeId}|${operatorCode}`;
}
