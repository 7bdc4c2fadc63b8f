import type { StockRow } from '@/lib/inventory/availability-rules';
import type { FareFamily } from '@/lib/network/types';
import type {
  Accessory,
  DueTariff,
  PassengerType,
  Tariff,
  VehicleTariff,
  VehicleType,
} from '@/lib/pricing/types';
import type { StoredSailing } from '@/lib/sailings/offer-rules';
import type { SailingStatus } from '@/lib/sailings/types';

/* What operators tell and what we keep of it, as far as the two are compared. An operator's own words fit these. */

/** A departure in an operator's timetable. */
export interface ToldSailing {
  readonly sailingRef: string;
  readonly operatorCode: string;
  readonly routeId: string;
  readonly shipName: string;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
  readonly delayMinutes: number;
  readonly status: SailingStatus;
}

interface Priced {
  readonly code: string;
  readonly cents: number;
}
interface Counted extends Priced {
  readonly left: number;
}

/** Prices of a departure and what is left of it. */
export interface ToldOffer {
  readonly sailing: Pick<ToldSailing, 'sailingRef'>;
  readonly families: readonly {
    readonly family: FareFamily;
    readonly passengerCents: Readonly<Record<PassengerType, number>>;
    readonly vehicleCents: Readonly<Partial<Record<VehicleType, number>>>;
  }[];
  readonly supplements: Omit<VehicleTariff, 'base' | 'accessoryCents'> & {
    readonly accessoryCents: Readonly<Record<Accessory, number>>;
  };
  readonly dues: readonly {
    readonly code: DueTariff['code'];
    readonly cents: number;
    readonly from: PassengerType;
  }[];
  readonly petCents: number;
  readonly cabins: readonly (Counted & { readonly berths: number })[];
  readonly seats: readonly Counted[];
  readonly meals: readonly Priced[];
  readonly passengersLeft: number;
  readonly laneCmLeft: number;
}

/** A sailing as we have it, with the operator's name for it once it is known. */
export interface KnownSailing extends StoredSailing {
  readonly sailingRef: string | null;
  readonly stock: readonly KnownStock[];
}

/** A stock line, and how much of what is held here the operator holds for us too: its figure knows of that. */
export interface KnownStock extends StockRow {
  readonly heldThere?: number;
}

/** What of a sailing is not as we have it; absent where it is. */
export interface SailingPatch {
  readonly id: string;
  readonly routeId: string;
  /** As we have it: pages of this day show it. */
  readonly day: string;
  readonly sailingRef?: string;
  readonly shipCode?: string;
  readonly departureDay?: string;
  readonly departsAt?: Date;
  readonly arrivesAt?: Date;
  readonly delayMinutes?: number;
  readonly status?: SailingStatus;
  readonly tariff?: Tariff;
}

/** What an operator has left of a stock line, and how much of it was ours in its books before it was asked. */
export interface LineTold {
  readonly id: string;
  readonly sailingId: string;
  readonly left: number;
  readonly oursBefore: number;
}

/** A sailing that we did not have. */
export type NewSailing = Omit<KnownSailing, 'sailingRef'> & { readonly sailingRef: string };

/** Why something that was told is not followed. */
export interface NotFollowed {
  readonly sailingRef: string;
  readonly why: 'unknown-ship' | 'no-price-like-ours' | 'nothing-to-go-by';
}

/** What has to be written so that ours is theirs. */
export interface Differences {
  readonly patches: readonly SailingPatch[];
  readonly lines: readonly LineTold[];
  readonly newLines: readonly (StockRow & { readonly sailingId: string })[];
  readonly added: readonly NewSailing[];
  readonly notFollowed: readonly NotFollowed[];
}

/** What of a webhook we act on: which sailing to look at, by the operator's name for it, and why. */
export interface Notice {
  readonly kind: 'availability-changed' | 'sailing-cancelled' | 'ship-replaced' | 'delayed';
  readonly sailingRef: string;
}
