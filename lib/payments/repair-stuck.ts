import { inTransaction } from '@/db/transaction';
import { moveBooking } from '@/lib/booking/move-booking';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { stripe } from '@/lib/providers/stripe/client';
import { bookingsWaiting } from './bookings-repository';
import { confirmBooking } from './confirm-booking';
import { unprocessedEvents } from './events-repository';
import { historyOf, noteInHistory } from './history-repository';
import { processPaymentEvent } from './process-payment-event';
import { refundPayment } from './refund-payment';
import { dueRefunds } from './refunds-repository';
import { mayRepair, STUCK_AFTER } from './repair-rules';
import { reviewPayments } from './review-payments';

/** What moves by itself does so within a second or two: after this it is taken up here. */
const PATIENCE_MS = 15_000;
const BATCH = 50;

/**
 * The job that finds what has stopped half-way, whoever died, and takes it on: webhooks that nobody worked on, payments
 * whose webhook never came, sagas and refunds that stand still. Everything it calls is safe to repeat, also beside the
 * job that it stands in for. What it does to a booking is in the booking's history; what fails three times is `stuck`.
 */
export async function repairStuck(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - PATIENCE_MS);
  for (const eventId of await unprocessedEvents(before, BATCH))
    await attempt('event', eventId, () => processPaymentEvent(ctx, eventId));
  if (stripe) await reviewPayments(ctx);
  for (const booking of await bookingsWaiting(['confirming', 'stuck'], before, BATCH))
    await repairBooking(ctx, booking.id, 'confirm', async () => {
      const step = await confirmBooking(ctx, booking.id);
      return step !== 'over';
    });
  for (const refund of await dueRefunds(before, BATCH))
    await repairBooking(ctx, refund.bookingId, 'refund', () => refundPayment(ctx, refund.id));
}

/** One booking at its own pace; true from `work` when there was something to do. */
async function repairBooking(
  ctx: Context,
  bookingId: string,
  what: 'confirm' | 'refund',
  work: () => Promise<boolean>,
): Promise<void> {
  const failures = await historyOf(bookingId, 'repair.failed');
  if (!mayRepair(failures, ctx.now)) return;
  try {
    if (await work()) await noteInHistory(bookingId, ctx.now, 'repair.done', { what });
  } catch (error) {
    logger.error(
      { booking: bookingId, what, error: describeError(error) },
      'a booking could not be repaired',
    );
    const code = error instanceof Fault ? error.code : 'unexpected';
    await noteInHistory(bookingId, ctx.now, 'repair.failed', { what, code });
    if (failures.times + 1 >= STUCK_AFTER) await callStuck(ctx, bookingId, `${what}-failing`);
  }
}

async function callStuck(ctx: Context, bookingId: string, reason: string): Promise<void> {
  await inTransaction((tx) =>
    moveBooking(tx, bookingId, ['confirming', 'refund_pending'], 'stuck', { reason, now: ctx.now }),
  );
}

async function attempt(what: string, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error(
      { what, id, error: describeError(error) },
      'something that stood still could not be taken on',
    );
  }
}
