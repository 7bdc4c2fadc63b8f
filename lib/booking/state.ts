import type { BookingStatus } from './types';

/**
 * Which state may follow which. What is not here never happens.
 *
 * - `expired → confirming | refund_pending`: money that arrives after the half hour takes the places once more, or goes back.
 * - `cancelled → awaiting_payment`: only a booking that was withdrawn because its party changed (`party-changed`).
 * - `payment_processing → awaiting_payment`: a delayed payment method has failed.
 * - `refunded → refund_pending`: the bank has sent the money back to us; it is owed again.
 */
const NEXT: Readonly<Record<BookingStatus, readonly BookingStatus[]>> = {
  awaiting_payment: ['payment_processing', 'confirming', 'refund_pending', 'expired', 'cancelled'],
  payment_processing: ['awaiting_payment', 'confirming', 'refund_pending'],
  confirming: ['confirmed', 'refund_pending', 'stuck'],
  confirmed: [],
  expired: ['confirming', 'refund_pending'],
  cancelled: ['awaiting_payment'],
  refund_pending: ['refunded', 'stuck'],
  refunded: ['refund_pending'],
  stuck: ['confirming', 'confirmed', 'refund_pending', 'refunded'],
};

/** True when a booking may go from one state to the other. */
export function canMove(from: BookingStatus, to: BookingStatus): boolean {
  return NEXT[from].includes(to);
}

/** States in which the party is booked on its sailings: the index `bookings_one_per_party` counts these. */
export const LIVE_STATUSES: readonly BookingStatus[] = [
  'awaiting_payment',
  'payment_processing',
  'confirming',
  'confirmed',
  'stuck',
];
