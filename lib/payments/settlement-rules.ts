import type { BookingStatus } from '@/lib/booking/types';
import type { HoldStatus } from '@/lib/inventory/types';

/** Why money goes back. Stored as the reason of the refund, and of the booking's state where the booking ends by it. */
export type RefundReason =
  | 'amount-mismatch'
  | 'amount-changed'
  | 'booking-cancelled'
  | 'booked-again'
  | 'paid-twice'
  | 'sold-out-after-hold'
  | 'operator-refused';

/** What is done with money that has arrived. */
export type Settlement =
  /** The places are still held: the booking goes on. */
  | { readonly kind: 'claim' }
  /** The hold has ended: the booking goes on if the same places can be taken again. */
  | { readonly kind: 'retake' }
  | { readonly kind: 'refund'; readonly reason: RefundReason };

/** What a settlement is decided from. Amounts in cents. */
export interface Arrival {
  readonly paidCents: number;
  readonly currency: string;
  /** What this payment asked. */
  readonly askedCents: number;
  /** What the booking costs now. */
  readonly bookingCents: number;
  readonly booking: BookingStatus;
  readonly hold: HoldStatus;
}

/**
 * One payment carries a booking; whatever comes besides goes back. A payment that arrives after the hold ended
 * is honoured while the places can be had (PRODUCT B10, issue 2 §6).
 */
export function settlementOf(arrival: Arrival): Settlement {
  const { booking } = arrival;
  if (arrival.paidCents !== arrival.askedCents || arrival.currency !== 'eur')
    return { kind: 'refund', reason: 'amount-mismatch' };
  if (booking === 'cancelled') return { kind: 'refund', reason: 'booking-cancelled' };
  if (booking !== 'awaiting_payment' && booking !== 'payment_processing' && booking !== 'expired')
    return { kind: 'refund', reason: 'paid-twice' };
  if (arrival.askedCents !== arrival.bookingCents) return { kind: 'refund', reason: 'amount-changed' };
  return { kind: booking !== 'expired' && arrival.hold === 'active' ? 'claim' : 'retake' };
}

/** Whether the booking itself ends with this refund; the others give back money that no booking needs. */
export function endsBooking(reason: string): boolean {
  return reason === 'sold-out-after-hold' || reason === 'operator-refused';
}
