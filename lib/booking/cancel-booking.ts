import { inTransaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import { freeHold } from '@/lib/inventory/settle-hold';
import type { Context } from '@/lib/kernel/context';
import { done, type Result, refuse } from '@/lib/kernel/errors';
import { recordAudit } from '@/lib/platform/audit';
import { authorisedBooking } from './authorise';
import { moveBooking } from './move-booking';
import type { BookingStatus } from './types';

export type CancelRefusal = 'not-found' | 'not-cancellable-yet' | 'hold-expired';

/** Undoes a cancellation that a payment has overtaken. */
class PaidMeanwhile extends Error {}

/**
 * Cancels a booking that is not paid, for whoever holds its access token, and gives its places back. Once money is on
 * its way: `not-cancellable-yet`. Cancelling twice is no error; one that has ended by itself is `hold-expired`.
 */
export async function cancelBooking(
  ctx: Context,
  reference: string,
): Promise<Result<{ reference: string; status: BookingStatus }, CancelRefusal>> {
  const booking = await authorisedBooking(ctx, reference);
  if (!booking) return refuse('not-found');
  if (booking.status === 'cancelled') return done({ reference, status: 'cancelled' });
  if (booking.status === 'expired') return refuse('hold-expired');
  if (booking.status !== 'awaiting_payment') return refuse('not-cancellable-yet');
  try {
    await inTransaction(async (tx) => {
      await freeHold(tx, booking.holdId, 'released', ctx.now);
      const reason = { reason: 'cancelled-by-traveller', now: ctx.now };
      if (!(await moveBooking(tx, booking.id, ['awaiting_payment'], 'cancelled', reason)))
        throw new PaidMeanwhile();
      await recordAudit(tx, ctx, 'cancel-booking', booking.id);
      await recordEvent(tx, ctx.now, 'booking/booking.cancelled', { bookingId: booking.id });
    });
  } catch (error) {
    if (error instanceof PaidMeanwhile) return refuse('not-cancellable-yet');
    throw error;
  }
  relaySoon();
  return done({ reference, status: 'cancelled' });
}
