import type { LocalDate } from '@/lib/kernel/dates';

import type { PassengerType } from '@/lib/pricing/types';

export type { PassengerType };

/**
 * awaiting_payment → (payment_processing →) confirming → confirmed
 * awaiting_payment → expired | cancelled
 * confirming → refund_pending → refunded, where the operator or the stock refuses
 * confirming | refund_pending → stuck, when nothing has moved for too long; the repair job takes it on from there
 */
export const BOOKING_STATUSES = [
  'awaiting_payment',
  'payment_processing',
  'confirming',
  'confirmed',
  'expired',
  'cancelled',
  'refund_pending',
  'refunded',
  'stuck',
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export const TITLES = ['mrs', 'mr'] as const;
export type Title = (typeof TITLES)[number];
export const SEXES = ['female', 'male', 'unspecified'] as const;
export type Sex = (typeof SEXES)[number];
export const DOCUMENT_TYPES = ['passport', 'identity-card', 'residence-permit'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface TravelDocument {
  readonly type: DocumentType;
  readonly number: string;
  readonly expiresOn: string;
}

/** A traveller of whom some fields cannot be read: the rules look at those that can. Undefined is what cannot. */
export interface PartlyRead {
  readonly isPart: true;
  readonly type: PassengerType;
  readonly birthDate: LocalDate | undefined;
  /** Null: none was given. */
  readonly document: { readonly type?: DocumentType; readonly expiresOn?: LocalDate } | null;
}
