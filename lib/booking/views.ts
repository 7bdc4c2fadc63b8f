import type { HoldLegView } from '@/lib/inventory/views';
import type { Quote, VehicleItem } from '@/lib/pricing/types';
import type { BookingStatus, PassengerType, Sex, Title } from './types';

/** A booking as its page and the API show it to whoever holds its access token. Documents of travel are never in it. */
export interface BookingView {
  readonly id: string;
  readonly reference: string;
  /** The hold it was made of: while unpaid it can be changed there. */
  readonly holdId: string;
  readonly status: BookingStatus;
  readonly statusReason: string | null;
  /** ISO instant, UTC. */
  readonly statusChangedAt: string;
  readonly locale: string;
  readonly contact: { readonly email: string; readonly phone: string };
  readonly legs: readonly (HoldLegView & { readonly operatorReference: string | null })[];
  readonly passengers: readonly {
    readonly id: string;
    readonly position: number;
    readonly type: PassengerType;
    readonly title: Title;
    readonly givenName: string;
    readonly familyName: string;
    readonly birthDate: string;
  }[];
  readonly vehicles: readonly (VehicleItem & {
    readonly make: string;
    readonly model: string;
    readonly plate: string | null;
  })[];
  readonly pets: number;
  readonly quote: Quote;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly confirmedAt: string | null;
}

/** What placing a booking answers. The token is told once, here; only its hash and a sealed copy are kept. */
export interface PlacedBooking {
  readonly reference: string;
  readonly accessToken: string;
  readonly status: BookingStatus;
  readonly totalCents: number;
  /** ISO instant, UTC. */
  readonly expiresAt: string;
}

/** A booking as documents and e-mails need it. The token makes links: it never goes into a log or an event. */
export interface SystemBooking extends Omit<BookingView, 'passengers'> {
  readonly holdId: string;
  readonly accessToken: string;
  readonly passengers: readonly (BookingView['passengers'][number] & {
    readonly sex: Sex;
    readonly nationality: string;
    readonly needsAssistance: boolean;
  })[];
}
