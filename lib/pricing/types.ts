import type { AgeBands, FareFamily } from '@/lib/network/types';

export const PASSENGER_TYPES = ['adult', 'child', 'infant'] as const;
export type PassengerType = (typeof PASSENGER_TYPES)[number];

export const VEHICLE_TYPES = [
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
export type VehicleType = (typeof VEHICLE_TYPES)[number];

export const ACCESSORIES = ['roof-box', 'bike-rack'] as const;
export type Accessory = (typeof ACCESSORIES)[number];

/** A vehicle as far as price and space care. Lengths in centimetres, accessories not yet added. */
export interface VehicleItem {
  readonly type: VehicleType;
  readonly lengthCm: number;
  readonly heightCm: number;
  readonly accessories: readonly Accessory[];
}

/** The party as far as price and space care. */
export interface PartyItems {
  readonly passengers: readonly PassengerType[];
  readonly vehicles: readonly VehicleItem[];
  readonly pets: number;
}

/** What is chosen on one leg. Codes of cabins, seats and meals are those of the sailing's tariff. */
export interface LegSelection {
  readonly fareFamily: FareFamily;
  readonly cabins: readonly { readonly code: string; readonly quantity: number }[];
  readonly seats: readonly { readonly code: string; readonly quantity: number }[];
  readonly meals: readonly { readonly code: string; readonly quantity: number }[];
}

export type CabinType = 'inside' | 'outside' | 'suite' | 'pet';

/** A cabin (or seat) as sold: `code` names its stock line on the sailing. */
export interface CabinTariff {
  readonly code: string;
  readonly type: CabinType;
  readonly berths: number;
  readonly priceCents: number;
}
export interface SeatTariff {
  readonly code: string;
  readonly priceCents: number;
}
export interface MealTariff {
  readonly code: string;
  readonly priceCents: number;
}

/** Dues and levies are lines of their own, per passenger and leg. */
export interface DueTariff {
  readonly code: 'port-dues' | 'tunisia-levy' | 'ets';
  readonly cents: number;
  /** Ages from which it is owed; 0 for everybody. */
  readonly fromType: PassengerType;
}

export interface VehicleTariff {
  /** Price in cents of the base length by vehicle type. */
  readonly base: Readonly<Record<VehicleType, number>>;
  readonly baseLengthCm: number;
  readonly perExtraMetreCents: number;
  /** Supplements by height reached, ascending; the highest one that applies is charged. */
  readonly heightSteps: readonly { readonly fromCm: number; readonly cents: number }[];
  /** Flat price in cents of each declared accessory, beside the length or height that it adds. */
  readonly accessoryCents: Readonly<Record<Accessory, number>>;
}

/**
 * Everything that decides the price of one sailing for any party: the quote is a pure function of it.
 * `adultCents` is the Basic fare of today, season, weekday, days ahead and load already in it when it was
 * made by `tariffAt`; a hold stores it, and so guarantees the price.
 */
export interface Tariff {
  readonly adultCents: number;
  /** Percent added to the passenger fare and the vehicle by family: basic 0. */
  readonly familyPercent: Readonly<Record<FareFamily, number>>;
  readonly ageBands: AgeBands;
  readonly vehicle: VehicleTariff;
  readonly petCents: number;
  readonly dues: readonly DueTariff[];
  readonly cabins: readonly CabinTariff[];
  readonly seats: readonly SeatTariff[];
  readonly meals: readonly MealTariff[];
}

export type LineCode =
  | 'fare-adult'
  | 'fare-child'
  | 'fare-infant'
  | `vehicle-${VehicleType}`
  | 'vehicle-length'
  | 'vehicle-height'
  | 'vehicle-accessory'
  | 'pet'
  | 'cabin'
  | 'seat'
  | 'meal'
  | 'port-dues'
  | 'tunisia-levy'
  | 'ets'
  | 'discount'
  | 'tax';

/** One line of a quote: `quantity × unitCents = totalCents`, always. `detail` says which (cabin code, meal code, metres). */
export interface QuoteLine {
  readonly leg: number;
  readonly code: LineCode;
  readonly detail?: string;
  readonly quantity: number;
  readonly unitCents: number;
  readonly totalCents: number;
}

/** The price of a trip: legs in order, and the sum equal to the parts. */
export interface Quote {
  readonly currency: 'EUR';
  readonly lines: readonly QuoteLine[];
  readonly legTotals: readonly number[];
  readonly totalCents: number;
}
