import type { Transaction } from '@/db/transaction';
import { moveBooking } from '@/lib/booking/move-booking';
import { recordEvent } from '@/lib/events/record-event';
import type { Context } from '@/lib/kernel/context';
import { logger } from '@/lib/platform/logger';
import type { ProviderRefund } from '@/lib/providers/stripe/types';
import { noteInHistory } from './history-repository';
import { nextRefundCheck, nextRefundTry } from './refund-pace-rules';
import { changeRefund, lockRefund, type RefundRow, type RefundTask } from './refunds-repository';
import { movePayment } from './repository';
import { endsBooking } from './settlement-rules';

/**
 * Writes down what the provider says of a refund: by its answer, by a webhook, or by being asked; whichever comes
 * first counts, the others change nothing. Notices come in any order, also those of tries before: one that has failed
 * says nothing any more. True when something was learnt.
 */
export async function settleRefund(
  tx: Transaction,
  ctx: Context,
  task: RefundTask,
  refund: ProviderRefund,
): Promise<boolean> {
  const row = await lockRefund(tx, task.id);
  if (!row || row.failedAtProvider.includes(refund.id)) return false;
  if (refund.status === 'failed') return fail(tx, ctx, task.bookingId, row, refund.id);
  if (row.status === 'succeeded') return false;
  if (refund.status === 'succeeded') return succeed(tx, ctx, task.bookingId, row, refund.id);
  await changeRefund(tx, row.id, {
    status: 'pending',
    providerRefundId: refund.id,
    dueAt: nextRefundCheck(ctx.now),
  });
  return row.status !== 'pending';
}

/**
 * Writes down that the provider has refused to make the refund: it counts as a try that failed. Of several who were
 * refused at the same time one counts, and none where the refund was heard of meanwhile. True when it was counted.
 */
export async function refusedRefund(tx: Transaction, ctx: Context, task: RefundTask): Promise<boolean> {
  const row = await lockRefund(tx, task.id);
  if (!row || row.status !== task.status) return false;
  if (row.failedAtProvider.length !== task.failedAtProvider.length) return false;
  return fail(tx, ctx, task.bookingId, row, null);
}

/** The money is on its way: a booking that waited for it has ended. */
async function succeed(
  tx: Transaction,
  ctx: Context,
  bookingId: string,
  row: RefundRow,
  providerId: string,
): Promise<true> {
  const { reason, amountCents: cents } = row;
  await changeRefund(tx, row.id, {
    status: 'succeeded',
    providerRefundId: providerId,
    settledAt: ctx.now,
    dueAt: null,
  });
  await movePayment(row.paymentId, 'refunded', {}, tx);
  if (endsBooking(reason))
    await moveBooking(tx, bookingId, ['refund_pending', 'stuck'], 'refunded', { reason, now: ctx.now });
  await noteInHistory(bookingId, ctx.now, 'refund.settled', { reason, cents }, tx);
  await recordEvent(tx, ctx.now, 'payments/refund.settled', {
    refundId: row.id,
    paymentId: row.paymentId,
    bookingId,
  });
  return true;
}

/**
 * The bank did not take it, at once or weeks after it seemed settled (a closed card), or the provider refused to make it
 * (no `providerId` then): it is owed again, and tried again later. After the last try a person has to find another way.
 */
async function fail(
  tx: Transaction,
  ctx: Context,
  bookingId: string,
  row: RefundRow,
  providerId: string | null,
): Promise<boolean> {
  if (row.status === 'succeeded' && row.providerRefundId !== providerId) return false;
  const { reason } = row;
  const times = row.failedAtProvider.length + 1;
  const failedAtProvider = [...row.failedAtProvider, providerId ?? `refused-${times}`];
  const dueAt = nextRefundTry(times, ctx.now);
  await changeRefund(tx, row.id, {
    status: 'failed',
    ...(providerId && { providerRefundId: providerId }),
    failedAtProvider,
    dueAt,
    settledAt: null,
  });
  if (row.status === 'succeeded') {
    await movePayment(row.paymentId, 'refund_pending', {}, tx);
    if (endsBooking(reason))
      await moveBooking(tx, bookingId, ['refunded'], 'refund_pending', { reason, now: ctx.now });
  }
  await noteInHistory(bookingId, ctx.now, 'refund.failed', { reason, times, isLast: dueAt === null }, tx);
  if (dueAt) logger.warn({ refund: row.id, times }, 'a refund has failed at the provider; it is tried again');
  else await giveUp(tx, ctx, bookingId, row);
  return true;
}

async function giveUp(tx: Transaction, ctx: Context, bookingId: string, row: RefundRow): Promise<void> {
  if (endsBooking(row.reason))
    await moveBooking(tx, bookingId, ['refund_pending'], 'stuck', { reason: 'refund-failed', now: ctx.now });
  await recordEvent(tx, ctx.now, 'payments/refund.failed', {
    refundId: row.id,
    paymentId: row.paymentId,
    bookingId,
  });
  logger.error({ refund: row.id }, 'a refund has failed at the provider for the last time');
}
