import { inTransaction } from '@/db/transaction';
import { moveBooking } from '@/lib/booking/move-booking';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import { retakeHold, sellHold } from '@/lib/inventory/settle-hold';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { ticketOrders } from '@/lib/orders/ticket-orders';
import { recordAudit } from '@/lib/platform/audit';
import { bookingInSaga, markConfirmed } from './bookings-repository';
import { refuseBooking } from './refuse-booking';

/** Where the saga stands after a step: go on, or the booking is beyond it. */
export type SagaStep = 'go-on' | 'refused' | 'over';

/**
 * The saga from paid to confirmed, or to refund, in one go. Each step is safe to repeat and begins by looking where
 * the booking stands, so it can be resumed by anyone after any crash (docs/payments.md).
 */
export async function confirmBooking(ctx: Context, bookingId: string): Promise<SagaStep> {
  const asked = await confirmWithOperators(ctx, bookingId);
  if (asked === 'over') return 'over';
  if (asked === 'refused') {
    await refuseBooking(ctx, bookingId, 'operator-refused');
    return 'refused';
  }
  return finishConfirmation(ctx, bookingId);
}

/** Has each leg's hold made a ticket by its operator. Throws `operator-unavailable` (retryable) without an answer. */
export async function confirmWithOperators(ctx: Context, bookingId: string): Promise<SagaStep> {
  const booking = await bookingInSaga(bookingId);
  if (!booking) return 'over';
  const ticketed = await ticketOrders(ctx, bookingId);
  return ticketed.ok ? 'go-on' : 'refused';
}

/**
 * All operators have said yes: the held places are sold and the booking is confirmed, in one transaction. Places that
 * were lost meanwhile are taken again; where they are gone, the booking is refused.
 */
export async function finishConfirmation(ctx: Context, bookingId: string): Promise<SagaStep> {
  const outcome = await inTransaction(async (tx): Promise<SagaStep> => {
    const booking = await bookingInSaga(bookingId, tx);
    if (!booking) return 'over';
    if (booking.holdStatus === 'active') await sellHold(tx, booking.holdId, ctx.now);
    else if (booking.holdStatus !== 'converted' && !(await retakeHold(tx, booking.holdId, ctx.now)))
      return 'refused';
    const moved = await moveBooking(tx, bookingId, ['confirming', 'stuck'], 'confirmed', {
      reason: null,
      now: ctx.now,
    });
    if (!moved) throw new Fault('booking-moved-meanwhile', { retryable: true });
    await markConfirmed(tx, bookingId, ctx.now);
    await recordAudit(tx, ctx, 'confirm-booking', bookingId);
    await recordEvent(tx, ctx.now, 'booking/booking.confirmed', { bookingId });
    return 'go-on';
  });
  if (outcome === 'refused') await refuseBooking(ctx, bookingId, 'sold-out-after-hold');
  relaySoon();
  return outcome;
}
