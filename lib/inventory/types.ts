export type StockKind = 'passengers' | 'vehicles' | 'cabin' | 'seat';

/** `active` keeps places; `converted` belongs to a confirmed booking; `expired` and `released` keep nothing. */
export type HoldStatus = 'active' | 'converted' | 'expired' | 'released';

/** Minutes a hold lasts. */
export const HOLD_MINUTES = 30;

/** What one stock line owes a hold. */
export interface StockNeed {
  readonly stockLineId: string;
  readonly quantity: number;
}

export type AvailabilityState = 'available' | 'limited' | 'full';

/** What is left of one thing; `left` is the exact count. */
export interface Left {
  readonly state: AvailabilityState;
  readonly left: number;
}

/** Availability of one sailing. `vehicles.left` counts standard places of 5 m; `laneCm` is the exact space. */
export interface SailingAvailability {
  readonly passengers: Left;
  readonly vehicles: Left & { readonly laneCm: number };
  readonly cabins: readonly (Left & { readonly code: string; readonly berths: number })[];
  readonly seats: readonly (Left & { readonly code: string })[];
}
