import type { Localized } from '@/lib/kernel/locale';
import type { CancellationStep, FareConditions, FareFamily } from '@/lib/network/types';
import type { LegSelection, PartyItems, Quote, Tariff } from '@/lib/pricing/types';
import type { Direction } from './leg-place-rules';
import type { HoldStatus, SailingAvailability } from './types';

/** One leg of a hold with what its pages show. */
export interface HoldLegView {
  readonly position: number;
  readonly direction: Direction;
  readonly sailingId: string;
  readonly operator: { readonly code: string; readonly name: string };
  readonly ship: { readonly code: string; readonly name: string };
  readonly from: string;
  readonly to: string;
  /** ISO instants with the port's offset. */
  readonly departsAt: string;
  readonly arrivesAt: string;
  /** Minutes later than published, as the operator expects; 0 when it is on time. */
  readonly delayMinutes: number;
  /** Day of departure on the port's clock: ages are counted on it. */
  readonly departureDay: string;
  readonly durationMinutes: number;
  /** Where to be, and how many minutes before departure at the latest. */
  readonly terminal: Localized;
  readonly checkInPassengerMinutes: number;
  readonly checkInVehicleMinutes: number;
  readonly fareFamily: FareFamily;
  readonly selection: LegSelection;
  readonly tariff: Tariff;
  readonly conditions: FareConditions;
  readonly cancellation: readonly CancellationStep[];
  /** What is left for others now, this hold's own places not counted. */
  readonly availability: SailingAvailability;
}

/** A hold as its pages and the API show it. */
export interface HoldView {
  readonly id: string;
  readonly status: HoldStatus;
  /** ISO instant, UTC. */
  readonly expiresAt: string;
  readonly party: PartyItems;
  readonly legs: readonly HoldLegView[];
  readonly quote: Quote;
  readonly version: number;
  /** Reference of the booking made from it, if any. */
  readonly bookingReference: string | null;
}
