import { expireBooking } from '@/lib/booking/expire-bookings';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { endOrder } from './end-orders';
import { holdOrders } from './hold-orders';
import {
  bookingsToRenew,
  bookingsWithIdleOrders,
  legsToOrder,
  type OrderRow,
  ordersOf,
  waitingBooking,
} from './repository';

/** Whoever ends a booking gives its places back at once; what is left after this was left by somebody who died. */
const PATIENCE_MS = 15_000;
/** Looked at every minute, a hold is renewed twice before it could end. */
const RENEW_MS = 3 * 60_000;
const BATCH = 100;

/** The job: gives back what operators keep for bookings that are over, or under orders that no longer count. */
export async function endIdleOrders(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - PATIENCE_MS);
  for (const bookingId of await bookingsWithIdleOrders(before, BATCH))
    await attempt(bookingId, async () => {
      for (const order of await idleOrders(bookingId)) await endOrder(ctx, order, 'booking-over');
    });
  relaySoon();
}

/** All of a booking that waits for nothing; of one that waits, those beside the order that counts. */
async function idleOrders(bookingId: string): Promise<readonly OrderRow[]> {
  const [orders, waits, legs] = await Promise.all([
    ordersOf(bookingId),
    waitingBooking(bookingId),
    legsToOrder(bookingId),
  ]);
  const open = orders.filter(({ state }) => state === 'asked' || state === 'held');
  if (!waits) return open;
  return open.filter((order) =>
    legs.some((leg) => leg.position === order.position && order.version < leg.version),
  );
}

/**
 * The job: an operator's hold is shorter than ours (20 minutes at CTN), so it is taken anew before it ends, as long as
 * the booking waits for its money. Where the places are gone, the booking ends before anybody pays for them.
 */
export async function renewOrders(ctx: Context): Promise<void> {
  const until = new Date(ctx.now.getTime() + RENEW_MS);
  for (const bookingId of await bookingsToRenew(until, ctx.now, BATCH))
    await attempt(bookingId, async () => {
      const held = await holdOrders(ctx, bookingId, RENEW_MS);
      const booking = held.ok ? null : await waitingBooking(bookingId);
      if (booking?.status === 'awaiting_payment') await expireBooking(ctx, booking, 'operator-refused');
    });
  relaySoon();
}

async function attempt(bookingId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.warn(
      { booking: bookingId, error: describeError(error) },
      'orders of a booking wait for another try',
    );
  }
}
