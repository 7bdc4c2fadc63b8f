import type { StockRow } from '@/lib/inventory/availability-rules';
import type { SailingAvailability } from '@/lib/inventory/types';
import type { Localized } from '@/lib/kernel/locale';
import type { FamilyRule } from '@/lib/network/fare-rules';
import type { FareFamily, Operator, Port } from '@/lib/network/types';
import type { Tariff } from '@/lib/pricing/types';

export type SailingStatus = 'scheduled' | 'cancelled';

/** A sailing with all that selling it needs, as of one moment. */
export interface SailingForSale {
  readonly id: string;
  readonly routeId: string;
  readonly status: SailingStatus;
  /** True once it has left, by the moment it was asked for. */
  readonly departed: boolean;
  readonly operator: Operator;
  readonly ship: { readonly code: string; readonly name: string; readonly amenities: readonly string[] };
  readonly from: Port;
  readonly to: Port;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
  /** Minutes later than published, as the operator expects; 0 when it is on time. */
  readonly delayMinutes: number;
  /** Day of departure on the clock of the port of departure. */
  readonly departureDay: string;
  readonly durationMinutes: number;
  readonly terminal: Localized;
  readonly checkInPassengerMinutes: number;
  readonly checkInVehicleMinutes: number;
  /** Today's tariff: what `tariffAt` makes of the published one. A hold stores it. */
  readonly tariff: Tariff;
  /** Conditions and cancellation grid by family, in the version in force for a booking made now. */
  readonly fareRules: Readonly<Record<FareFamily, FamilyRule>>;
  readonly availability: SailingAvailability;
  /** The countable lines behind `availability`, for whoever takes from them. */
  readonly stock: readonly StockRow[];
}

/** One day of a strip or a calendar for a party. */
export interface DayPrice {
  readonly day: string;
  /** Sailings of the day that have not left. */
  readonly sailings: number;
  /** Lowest total of the party among those that can still be booked; null when there is none. */
  readonly totalCents: number | null;
}

/** The lowest total of one adult in a month. */
export interface MonthPrice {
  /** `2027-07` */
  readonly month: string;
  readonly sailings: number;
  /** Dues included; null when nothing can be booked. */
  readonly totalCents: number | null;
  /** The first day with that price. */
  readonly day: string | null;
}

/** The lowest total of one adult in a direction, as it stands today, dues included. */
export interface LowestPrice {
  readonly routeId: string;
  readonly day: string;
  readonly totalCents: number;
}
