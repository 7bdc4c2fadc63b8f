import type { PassengerType, Sex, TravelDocument } from '@/lib/booking/types';

/**
 * Where an order at an operator stands in our book:
 * asked → held → ticketed → given-back
 * asked → refused; asked | held → ended
 * `asked`: a hold was asked for, and how that ended is not known. Only asking again, or looking, tells.
 */
export const ORDER_STATES = ['asked', 'held', 'ticketed', 'refused', 'ended', 'given-back'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** An order as rules see it. Cents of euros. */
export interface Order {
  /** `VF-2345678-0-1-0`: reference, leg, version of the hold, attempt. */
  readonly key: string;
  readonly bookingId: string;
  readonly position: number;
  readonly sailingId: string;
  readonly supplier: string;
  readonly state: OrderState;
  readonly version: number;
  readonly attempt: number;
  readonly holdRef: string | null;
  readonly ticketRef: string | null;
  readonly expiresAt: Date | null;
  readonly soldCents: number;
}

/** Of the operator's books: what `OperatorPort.find` says of an order. */
export type TheirState = 'held' | 'ticketed' | 'released' | 'expired' | 'cancelled' | 'unknown';

/** A traveller with what is sealed opened: for the operator's eyes, never kept. */
export interface OpenedTraveller {
  readonly type: PassengerType;
  readonly familyName: string;
  readonly givenName: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly nationality: string;
  readonly phone: string | null;
  readonly document: TravelDocument | null;
  readonly needsAssistance: number;
  readonly assistanceNote: string | null;
}
