import type { BookingStatus } from '@/lib/booking/types';
import type { HoldStatus } from '@/lib/inventory/types';

/** Stripe keeps a session open for 30 minutes at least (Checkout Session `expires_at`), counted on its own clock. */
const SHORTEST_SESSION_MS = 30 * 60_000;
/** Time for the request to arrive, and for a repeated one. */
const MARGIN_MS = 2 * 60_000;

/** Why a booking cannot be paid now, or null when it can. The hold is what is sold: without it nothing is asked. */
export function refusalToPay(
  booking: { readonly status: BookingStatus; readonly expiresAt: Date; readonly holdStatus: HoldStatus },
  now: Date,
): 'already-paid' | 'booking-expired' | 'not-payable' | null {
  switch (booking.status) {
    case 'payment_processing':
    case 'confirming':
    case 'confirmed':
    case 'stuck':
      return 'already-paid';
    case 'cancelled':
    case 'refund_pending':
    case 'refunded':
      return 'not-payable';
    case 'expired':
      return 'booking-expired';
    case 'awaiting_payment':
      return booking.expiresAt <= now || booking.holdStatus !== 'active' ? 'booking-expired' : null;
  }
}

/**
 * When the checkout page closes by itself: with the hold, or as soon after it as the provider allows. Ours is shorter:
 * a job closes the page when the hold ends, and money that arrives all the same is settled by the saga.
 */
export function sessionEnd(holdEnd: Date, now: Date): Date {
  return new Date(Math.max(holdEnd.getTime(), now.getTime() + SHORTEST_SESSION_MS + MARGIN_MS));
}

const NOTICE_MS = 10 * 60_000;
/** Nobody is reminded of what they did a moment ago. */
const PEACE_MS = 3 * 60_000;

/** When to say that an unpaid booking will end: ten minutes before; later for one placed late, not at all at the last. */
export function noticeBeforeEnd(placedAt: Date, endsAt: Date): Date | null {
  const at = Math.max(endsAt.getTime() - NOTICE_MS, placedAt.getTime() + PEACE_MS);
  return at < endsAt.getTime() - 60_000 ? new Date(at) : null;
}
