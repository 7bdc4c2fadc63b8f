import type { LocalDate } from '@/lib/kernel/dates';

/*
 * What is said between the product and any operator. Money is whole cents of euros, lengths are centimetres, durations
 * whole minutes, a moment is an instant (`Date`), a day is the calendar's at the port of departure. The codes are the
 * product's own: adapters translate each company's. They are spelt out here because an operator knows no domain.
 */

export const PASSENGER_KINDS = ['adult', 'child', 'infant'] as const;
export type PassengerKind = (typeof PASSENGER_KINDS)[number];

export const FARE_FAMILY_CODES = ['basic', 'standard', 'flex'] as const;
export type FareFamilyCode = (typeof FARE_FAMILY_CODES)[number];

export const VEHICLE_KINDS = [
  'car',
  'suv',
  'van',
  'motorcycle',
  'camper',
  'caravan',
  'truck',
  'trailer',
  'bicycle',
  'jet-ski',
] as const;
export type VehicleKind = (typeof VEHICLE_KINDS)[number];

export const ACCESSORY_KINDS = ['roof-box', 'bike-rack'] as const;
export type AccessoryKind = (typeof ACCESSORY_KINDS)[number];

/** One direction, and the days of departure asked for: both ends are included. */
export interface RouteQuery {
  /** `FRMRS-TNLGN`: two UN/LOCODEs. */
  readonly routeId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A departure as the operator has it in its timetable. */
export interface OperatorSailing {
  /** The operator's own name for it; says nothing to anybody else, and stays the same when ship or hour change. */
  readonly sailingRef: string;
  /** The company that sails, by the product's code: an aggregator speaks for several. */
  readonly operatorCode: string;
  readonly routeId: string;
  readonly shipName: string;
  /** As published. Where the ship is late, `delayMinutes` comes on top. */
  readonly departsAt: Date;
  readonly arrivesAt: Date;
  readonly delayMinutes: number;
  readonly status: 'scheduled' | 'cancelled';
}

/** From `hoursBefore` departure and more, `keptPercent` of the price is kept. Longest notice first; the last is at 0. */
export interface CancellationTerm {
  readonly hoursBefore: number;
  readonly keptPercent: number;
}

/** One fare family of a sailing: whatever depends on the family, per person or vehicle and leg, dues not included. */
export interface FamilyOffer {
  readonly family: FareFamilyCode;
  readonly passengerCents: Readonly<Record<PassengerKind, number>>;
  /** For a vehicle within the base length; kinds that are not carried are missing. */
  readonly vehicleCents: Readonly<Partial<Record<VehicleKind, number>>>;
  readonly cancellation: readonly CancellationTerm[];
  /** Null: cannot be changed. */
  readonly changeFeeCents: number | null;
}

/** What a vehicle's size and load cost on top, whatever the family. */
export interface VehicleSupplements {
  readonly baseLengthCm: number;
  /** Per started metre over the base length. */
  readonly perExtraMetreCents: number;
  /** Lowest first; the highest step that is reached is charged, alone. */
  readonly heightSteps: readonly { readonly fromCm: number; readonly cents: number }[];
  readonly accessoryCents: Readonly<Record<AccessoryKind, number>>;
}

/** A due of its own on the invoice, for each passenger of `from` and older. */
export interface Due {
  readonly code: 'port-dues' | 'tunisia-levy' | 'ets';
  readonly cents: number;
  readonly from: PassengerKind;
}

/** Something sold by the piece, under the product's code (`inside-4`, `seat-recliner`, `dinner`). */
export interface PricedItem {
  readonly code: string;
  readonly cents: number;
}
export interface CountedItem extends PricedItem {
  /** How many are left, as of `seenAt`; never below 0. */
  readonly left: number;
}

/** Prices and what is left of one sailing, as the operator sells it at one moment. */
export interface SailingOffer {
  readonly sailing: OperatorSailing;
  /** When the operator said so. */
  readonly seenAt: Date;
  /** Cheapest first. */
  readonly families: readonly FamilyOffer[];
  readonly supplements: VehicleSupplements;
  readonly dues: readonly Due[];
  readonly petCents: number;
  readonly cabins: readonly (CountedItem & { readonly berths: number })[];
  readonly seats: readonly CountedItem[];
  readonly meals: readonly PricedItem[];
  readonly passengersLeft: number;
  /** Of all vehicles together. */
  readonly laneCmLeft: number;
}

/** A sailing that one books elsewhere. */
export interface Redirect {
  readonly sailing: OperatorSailing;
  /** The least that it is expected to cost one person there; null where nothing is told. */
  readonly fromCents: number | null;
  /** The page where it is booked: https, and of the house that is asked. */
  readonly bookAt: string;
}

export interface ChosenItem {
  readonly code: string;
  readonly quantity: number;
}

/** Who and what shall be carried on one sailing. No names: they come with the manifest. */
export interface HoldOrder {
  /** Made once and kept with the leg: every attempt at this hold carries it, and no other hold does. */
  readonly orderKey: string;
  readonly sailingRef: string;
  readonly family: FareFamilyCode;
  readonly passengers: readonly PassengerKind[];
  /** Lengths and heights as declared, accessories included. */
  readonly vehicles: readonly {
    readonly kind: VehicleKind;
    readonly lengthCm: number;
    readonly heightCm: number;
    readonly accessories: readonly AccessoryKind[];
  }[];
  readonly pets: number;
  readonly cabins: readonly ChosenItem[];
  readonly seats: readonly ChosenItem[];
  readonly meals: readonly ChosenItem[];
  /** When given, nothing is held at any other price: the answer is `price-changed`. */
  readonly expectedCents?: number;
}

/** Places that the operator keeps for us. */
export interface OperatorHold {
  readonly holdRef: string;
  /** Afterwards they are gone, unless confirmed. */
  readonly expiresAt: Date;
  /** What the operator will charge us: the sum of the lines, checked. */
  readonly totalCents: number;
  readonly lines: readonly {
    readonly text: string;
    readonly quantity: number;
    readonly totalCents: number;
  }[];
}

/** A hold that has become a journey. */
export interface OperatorTicket {
  readonly ticketRef: string;
  readonly totalCents: number;
}

/** What became of a ticket that was given back: the two add up to its price. */
export interface Cancellation {
  readonly keptCents: number;
  readonly returnedCents: number;
}

/** What the operator's books say of an order. */
export type OrderState =
  | { readonly state: 'held'; readonly hold: OperatorHold }
  | { readonly state: 'ticketed'; readonly ticket: OperatorTicket; readonly holdRef: string }
  | { readonly state: 'released' | 'expired' | 'cancelled' }
  | { readonly state: 'unknown' };

/** A traveller as Directive 98/41/EC wants one known on voyages over 20 nautical miles. */
export interface ManifestTraveller {
  readonly kind: PassengerKind;
  readonly familyName: string;
  readonly givenNames: string;
  readonly sex: 'female' | 'male' | 'unspecified';
  readonly birthDate: LocalDate;
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  /** Where the crossing asks for one. */
  readonly document?: {
    readonly type: 'passport' | 'identity-card' | 'residence-permit';
    readonly number: string;
    readonly expiresOn: LocalDate;
  };
  /** Care that the traveller asked for, in their words. */
  readonly specialCare?: string;
  readonly emergencyPhone?: string;
}

export interface Manifest {
  readonly travellers: readonly ManifestTraveller[];
  readonly vehiclePlates: readonly string[];
}

/** What an operator's webhook tells: a hint that something is to be asked for anew, except where it says the fact itself. */
export type OperatorNotice =
  | { readonly kind: 'availability-changed' | 'sailing-cancelled'; readonly sailingRef: string }
  | { readonly kind: 'ship-replaced'; readonly sailingRef: string; readonly shipName: string }
  | { readonly kind: 'delayed'; readonly sailingRef: string; readonly delayMinutes: number };
