import type { PassengerCo2 } from '@/lib/carbon/passenger-rules';
import type { Direction } from '@/lib/inventory/leg-place-rules';
import type { SailingAvailability } from '@/lib/inventory/types';
import type { Localized } from '@/lib/kernel/locale';
import type { Transfer } from '@/lib/network/transfer-rules';
import type { CancellationStep, FareConditions, FareFamily } from '@/lib/network/types';
import type { CabinTariff, MealTariff, PartyItems, QuoteLine, SeatTariff } from '@/lib/pricing/types';
import type { SupplyState } from '@/lib/supply/age-rules';

/** One fare of one sailing for the party that asked. Cents. */
export interface FareOffer {
  readonly family: FareFamily;
  /** What one adult pays for the crossing, vehicle and dues aside. */
  readonly perAdultCents: number;
  /** The whole party: fares, vehicles, pets, dues. */
  readonly totalCents: number;
  readonly lines: readonly QuoteLine[];
  readonly conditions: FareConditions;
  readonly cancellation: readonly CancellationStep[];
}

/** One sailing as a result list shows it. */
export interface SailingOffer {
  readonly id: string;
  readonly operator: { readonly code: string; readonly name: string };
  readonly ship: { readonly code: string; readonly name: string; readonly amenities: readonly string[] };
  readonly from: string;
  readonly to: string;
  /** Instants with the offset of the port: `2027-07-14T17:30:00+02:00`. */
  readonly departsAt: string;
  readonly arrivesAt: string;
  /** Minutes later than published, as the operator expects; 0 when it is on time. */
  readonly delayMinutes: number;
  /** How well the operator's prices and places are known; `answeredAt` (port's offset) of those that are `last-known`. */
  readonly supply: { readonly state: SupplyState['state']; readonly answeredAt: string | null };
  readonly durationMinutes: number;
  readonly co2: PassengerCo2;
  /** Cheapest family first: basic, standard, flex. */
  readonly fares: readonly FareOffer[];
  readonly availability: SailingAvailability;
  /** Cabins and their prices on this sailing. */
  readonly cabins: readonly CabinTariff[];
  readonly seats: readonly SeatTariff[];
  readonly meals: readonly MealTariff[];
  /** What of the party no longer fits; empty when it can be booked. */
  readonly missing: readonly ('passengers' | 'vehicles')[];
  /** True on the lowest total that can be booked in the list. */
  readonly best: boolean;
}

/** Two sailings of one way with a change of ships between, where nothing sails directly. */
export interface Combination
  extends Pick<
    SailingOffer,
    'from' | 'to' | 'departsAt' | 'arrivesAt' | 'durationMinutes' | 'co2' | 'fares' | 'missing' | 'best'
  > {
  /** `<first sailing>+<second sailing>` */
  readonly id: string;
  readonly sailings: readonly [first: SailingOffer, second: SailingOffer];
  readonly transfer: Transfer;
}

/** A way from port to port as a result list shows it. */
export type WayOffer = SailingOffer | Combination;

/** One direction that is asked for. */
export interface LegQuery {
  readonly from: string;
  readonly to: string;
  readonly date: string;
}

/** A whole search, as the form and the URL carry it. */
export interface SearchQuery {
  readonly outbound: LegQuery;
  readonly inbound: LegQuery | null;
  readonly party: PartyItems;
}

/** A port as a form offers it. */
export interface PortChoice {
  readonly code: string;
  readonly country: string;
  readonly names: Localized;
}

/** A departure instead of one that was lost. */
export interface Alternative {
  readonly offer: WayOffer;
  /** What was booked, and costs so much here for the whole party: the figure of the list. */
  readonly family: FareFamily;
  readonly totalCents: number;
  /** The search whose list it stands in. */
  readonly query: SearchQuery;
}

/** What may stand in for one way of a trip, nearest in time first; empty where nothing has room. */
export interface WayAlternatives {
  readonly direction: Direction;
  readonly asked: LegQuery;
  readonly offers: readonly Alternative[];
}

/** What may stand in for a trip. */
export interface Alternatives {
  /** The search of the lost trip. */
  readonly query: SearchQuery;
  /** False where a vehicle has sizes of its own: the list counts the usual ones. */
  readonly usualVehicles: boolean;
  readonly ways: readonly WayAlternatives[];
}
