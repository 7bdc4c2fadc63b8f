import { inTransaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { isFault, type OperatorAnswer } from '@/lib/operators/answer';
import type { OperatorPort } from '@/lib/operators/port';
import { carrierNamed } from '@/lib/operators/registry';
import { moveOrder, noteInHistory, noteLeg, ordersOf } from './repository';
import type { Order } from './types';

/** Why an order ended by our doing; kept with it. */
export type EndReason =
  | 'booking-over'
  | 'superseded'
  | 'other-leg-refused'
  | 'refused'
  | 'renewed'
  | 'compared';

/**
 * Gives back everything that operators keep for a booking, holds and tickets. Again is no error.
 * Throws a retryable Fault `operator-unavailable` when one cannot be told: nothing that is kept is forgotten.
 */
export async function endOrders(ctx: Context, bookingId: string, reason: EndReason): Promise<void> {
  for (const order of await ordersOf(bookingId)) await endOrder(ctx, order, reason);
  relaySoon();
}

/** One order; of an order that ended already nothing is left to give back. */
export async function endOrder(ctx: Context, order: Order, reason: EndReason): Promise<void> {
  if (order.state !== 'asked' && order.state !== 'held' && order.state !== 'ticketed') return;
  const port = carrierNamed(order.supplier);
  if (!port) throw new Fault('operator-unavailable', { message: order.supplier, retryable: true });
  if (order.state === 'ticketed' && order.ticketRef) return giveBack(ctx, port, order, order.ticketRef);
  if (order.state === 'held' && order.holdRef) return release(ctx, port, order, order.holdRef, reason);
  // It is not known whether it was made: their book tells.
  const theirs = answerOf(order, await port.find(order.key));
  if (theirs.state === 'held') return release(ctx, port, order, theirs.hold.holdRef, reason);
  if (theirs.state === 'ticketed') return giveBack(ctx, port, order, theirs.ticket.ticketRef);
  await noteEnded(ctx, order, reason);
}

async function release(
  ctx: Context,
  port: OperatorPort,
  order: Order,
  holdRef: string,
  reason: EndReason,
): Promise<void> {
  const answer = await port.release(holdRef);
  if (!answer.ok && answer.problem.kind === 'refused') {
    // It has become a ticket meanwhile: somebody died between making it and writing it down.
    const theirs = answerOf(order, await port.find(order.key));
    if (theirs.state === 'ticketed') return giveBack(ctx, port, order, theirs.ticket.ticketRef);
  }
  answerOf(order, answer);
  await noteEnded(ctx, order, reason);
}

async function giveBack(ctx: Context, port: OperatorPort, order: Order, ticketRef: string): Promise<void> {
  const { keptCents } = answerOf(order, await port.cancel(ticketRef));
  await inTransaction(async (tx) => {
    const change = { ticketRef, keptCents };
    const from = ['asked', 'held', 'ticketed', 'refused', 'ended'] as const;
    if (!(await moveOrder(tx, order.key, from, 'given-back', ctx.now, change))) return;
    await noteLeg(tx, order, 'released');
    await noteInHistory(tx, order.bookingId, ctx.now, 'operator.given-back', {
      leg: order.position,
      keptCents,
    });
    await recordEvent(tx, ctx.now, 'supply/order.changed', { sailingId: order.sailingId });
  });
}

/** Notes that the operator keeps nothing under this order any more. */
export async function noteEnded(ctx: Context, order: Order, reason: string): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await moveOrder(tx, order.key, ['asked', 'held'], 'ended', ctx.now, { reason }))) return;
    await recordEvent(tx, ctx.now, 'supply/order.changed', { sailingId: order.sailingId });
  });
}

/** The value of an answer. What is no answer is thrown, so that the work is taken up again. */
function answerOf<T>(order: Order, answer: OperatorAnswer<T>): T {
  if (answer.ok) return answer.value;
  const { problem } = answer;
  const why = 'why' in problem ? problem.why : problem.kind;
  throw new Fault(isFault(problem) ? 'operator-unavailable' : 'operator-disagrees', {
    message: `${order.supplier}: ${why}`,
    retryable: true,
  });
}
