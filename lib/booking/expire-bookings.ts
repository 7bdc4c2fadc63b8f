import { inTransaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import { freeHold } from '@/lib/inventory/settle-hold';
import type { Context } from '@/lib/kernel/context';
import { recordAudit } from '@/lib/platform/audit';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { moveBooking } from './move-booking';
import { unpaidBookings } from './repository';

const BATCH = 100;

/** Undoes the ending of a booking that was paid at this very moment. */
class PaidMeanwhile extends Error {}

/**
 * The job: ends bookings that were not paid within their half hour, and gives their places back. One transaction each:
 * one that fails does not keep the others. Safe to repeat and to run twice at once.
 */
export async function expireBookings(ctx: Context): Promise<{ expired: number }> {
  let expired = 0;
  for (;;) {
    const batch = await unpaidBookings(ctx.now, BATCH);
    let ended = 0;
    for (const booking of batch) if (await tryToExpire(ctx, booking)) ended += 1;
    expired += ended;
    if (batch.length < BATCH || ended === 0) break;
  }
  if (expired > 0) relaySoon();
  return { expired };
}

/**
 * Ends one booking whose time is over, or whose operator has no room any more; false when it was paid, or ended,
 * meanwhile.
 */
export async function expireBooking(
  ctx: Context,
  booking: { readonly id: string; readonly holdId: string },
  reason: 'not-paid-in-time' | 'operator-refused' = 'not-paid-in-time',
): Promise<boolean> {
  try {
    await inTransaction(async (tx) => {
      await freeHold(tx, booking.holdId, 'expired', ctx.now);
      const moved = await moveBooking(tx, booking.id, ['awaiting_payment'], 'expired', {
        reason,
        now: ctx.now,
      });
      if (!moved) throw new PaidMeanwhile();
      await recordAudit(tx, ctx, 'expire-booking', booking.id);
      await recordEvent(tx, ctx.now, 'booking/booking.expired', { bookingId: booking.id });
    });
    return true;
  } catch (error) {
    if (error instanceof PaidMeanwhile) return false;
    throw error;
  }
}

async function tryToExpire(ctx: Context, booking: { id: string; holdId: string }): Promise<boolean> {
  try {
    return await expireBooking(ctx, booking);
  } catch (error) {
    logger.error(
      { booking: booking.id, error: describeError(error) },
      'an unpaid booking could not be ended',
    );
    return false;
  }
}
