import { LIVE_STATUSES } from '@/lib/booking/state';
import type { BookingStatus } from '@/lib/booking/types';

/** Reason of a booking that was withdrawn because its party changed; it comes back when the travellers are sent again. */
export const PARTY_CHANGED = 'party-changed';

interface BookingState {
  readonly status: BookingStatus;
  readonly statusReason: string | null;
}

/** Whether the places of the hold are the booking's business now. */
export function bookingKeeps(booking: BookingState | null | undefined): boolean {
  return booking != null && LIVE_STATUSES.includes(booking.status);
}

/** Whether a booking is out of sight until its party is sent anew. */
export function isWithdrawn(booking: BookingState): boolean {
  return booking.status === 'cancelled' && booking.statusReason === PARTY_CHANGED;
}

/** Whether money is on its way or has arrived, so that the hold lives on past its half hour. */
export function isPaying(booking: BookingState | null): boolean {
  return booking !== null && ['payment_processing', 'confirming', 'stuck'].includes(booking.status);
}
