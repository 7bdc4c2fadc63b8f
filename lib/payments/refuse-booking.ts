import { inTransaction } from '@/db/transaction';
import { moveBooking } from '@/lib/booking/move-booking';
import { relaySoon } from '@/lib/events/relay-outbox';
import { freeHold } from '@/lib/inventory/settle-hold';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { endOrders } from '@/lib/orders/end-orders';
import { recordAudit } from '@/lib/platform/audit';
import { bookingInSaga } from './bookings-repository';
import { findCarryingPayment } from './repository';
import { requestRefund } from './request-refund';
import type { RefundReason } from './settlement-rules';

/**
 * A paid booking that cannot be kept: what operators hold or have ticketed is given back to them, then places, booking
 * and money are settled in one transaction. Safe to repeat. Throws when an operator cannot be told.
 */
export async function refuseBooking(
  ctx: Context,
  bookingId: string,
  reason: Extract<RefundReason, 'operator-refused' | 'sold-out-after-hold'>,
): Promise<void> {
  const booking = await bookingInSaga(bookingId);
  if (!booking) return;
  await endOrders(ctx, bookingId, 'refused');
  await inTransaction(async (tx) => {
    await freeHold(tx, booking.holdId, 'released', ctx.now);
    const moved = await moveBooking(tx, bookingId, ['confirming', 'stuck'], 'refund_pending', {
      reason,
      now: ctx.now,
    });
    if (!moved) throw new Fault('booking-moved-meanwhile', { retryable: true });
    const payment = await findCarryingPayment(tx, bookingId);
    if (!payment) throw new Fault('booking-without-payment', { message: bookingId });
    await requestRefund(tx, ctx, { payment, amountCents: payment.amountCents, reason });
    await recordAudit(tx, ctx, 'refuse-booking', bookingId, { reason });
  });
  relaySoon();
}
