import { inTransaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { done, type Result, refuse } from '@/lib/kernel/errors';
import { isFault } from '@/lib/operators/answer';
import { carrierNamed } from '@/lib/operators/registry';
import type { OperatorTicket } from '@/lib/operators/words';
import { noteEnded } from './end-orders';
import { holdLeg, holdOrders, unavailable } from './hold-orders';
import { type LegToOrder, legsToOrder, moveOrder, noteInHistory, noteLeg } from './repository';
import type { Order } from './types';

/** How often a hold that turns out to be over is taken once more before it is left to the next attempt. */
const ROUNDS = 2;

/**
 * Makes tickets of all legs of a paid booking, in order, each written down before the next is asked for. All legs are
 * held before the first becomes a ticket, so that a leg that is gone costs no other's cancellation. A hold that is over
 * meanwhile is taken anew while there is room. Again is no error. Refused where an operator says no for good.
 * Throws a retryable Fault `operator-unavailable` without an answer.
 */
export async function ticketOrders(
  ctx: Context,
  bookingId: string,
): Promise<Result<null, 'operator-refused'>> {
  const held = await holdOrders(ctx, bookingId);
  if (!held.ok) return held;
  for (const leg of await legsToOrder(bookingId)) {
    if (!(await ticketLeg(ctx, leg))) return refuse('operator-refused', { sailingId: leg.sailingId });
  }
  relaySoon();
  return done(null);
}

async function ticketLeg(ctx: Context, leg: LegToOrder): Promise<boolean> {
  for (let round = 1; round <= ROUNDS; round++) {
    const held = await holdLeg(ctx, leg);
    if (!held.ok) return false;
    const order = held.value;
    if (order.state === 'ticketed') return true;
    const answer = await carrierNamed(order.supplier)?.confirm(order.holdRef ?? '', leg.reference);
    if (!answer) throw unavailable(order.supplier, 'not configured');
    if (answer.ok) {
      await noteTicket(ctx, order, answer.value);
      return true;
    }
    const { problem } = answer;
    if (isFault(problem)) throw unavailable(order.supplier, 'why' in problem ? problem.why : problem.kind);
    if (problem.kind !== 'gone') {
      await noteNoTicket(ctx, order, problem.kind);
      return false;
    }
    await noteEnded(ctx, order, 'gone');
  }
  throw unavailable(leg.operatorCode, 'holds end before they can be confirmed');
}

/** Writes a ticket down, where travellers and their documents find it. */
export async function noteTicket(ctx: Context, order: Order, ticket: OperatorTicket): Promise<void> {
  const { ticketRef, totalCents: chargedCents } = ticket;
  await inTransaction(async (tx) => {
    const change = { ticketRef, chargedCents };
    if (!(await moveOrder(tx, order.key, ['asked', 'held'], 'ticketed', ctx.now, change))) return;
    await noteLeg(tx, order, 'confirmed', ticketRef);
    await recordEvent(tx, ctx.now, 'supply/order.changed', { sailingId: order.sailingId });
  });
}

/** The hold is still there: whoever refunds the booking gives it back. */
async function noteNoTicket(ctx: Context, order: Order, why: string): Promise<void> {
  await inTransaction(async (tx) => {
    await noteLeg(tx, order, 'refused');
    await noteInHistory(tx, order.bookingId, ctx.now, 'operator.refused', { leg: order.position, why });
  });
}
