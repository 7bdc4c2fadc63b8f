import { inTransaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { done, Fault, type Result, refuse } from '@/lib/kernel/errors';
import { isFault, type OperatorProblem } from '@/lib/operators/answer';
import { carrierNamed, carrierOf } from '@/lib/operators/registry';
import type { OperatorHold } from '@/lib/operators/words';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { nameAtSupplier } from '@/lib/supply/name-at-supplier';
import { endOrder } from './end-orders';
import { lossCents, MARGIN_MS, nextOrder, orderKey, superseded } from './next-order-rules';
import { orderedOf } from './order-of-leg-rules';
import {
  insertOrder,
  type LegToOrder,
  legsToOrder,
  moveOrder,
  noteInHistory,
  noteLeg,
  ordersOf,
} from './repository';
import type { Order } from './types';

/** Why an operator keeps no places for a leg: a reason that asking again does not change. */
export type NotKept = Extract<OperatorProblem['kind'], 'sold-out' | 'gone' | 'refused'>;

/**
 * Has the places of all legs kept at their operators, as our hold has them now: asked before money is (PRODUCT B10), so
 * that what was sold elsewhere is found out before anything is charged. Again is no error, also after a crash or beside
 * another process: an order that is there is not made twice. All legs or none: refused, with the sailing and why, it
 * gives back what it had. A hold counts that lasts `marginMs` longer. The price is ours and stays, whatever the operator charges by now; what that loses is written down.
 * Throws a retryable Fault `operator-unavailable` when an operator does not answer: then nothing is known.
 */
export async function holdOrders(
  ctx: Context,
  bookingId: string,
  marginMs = MARGIN_MS,
): Promise<Result<null, 'operator-refused'>> {
  const legs = await legsToOrder(bookingId);
  const asked = await Promise.allSettled(legs.map((leg) => holdLeg(ctx, leg, marginMs)));
  relaySoon();
  const kept = asked.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  for (const [index, answer] of kept.entries()) {
    if (answer.ok) continue;
    await letGo(ctx, bookingId);
    return refuse('operator-refused', { sailingId: legs[index]?.sailingId ?? '', why: answer.refusal.code });
  }
  return done(null);
}

/** The other legs' places are of no use alone. An operator that cannot be told keeps them until its hold is over. */
async function letGo(ctx: Context, bookingId: string): Promise<void> {
  for (const order of await ordersOf(bookingId)) {
    if (order.state !== 'held') continue;
    try {
      await endOrder(ctx, order, 'other-leg-refused');
    } catch (error) {
      logger.warn({ order: order.key, error: describeError(error) }, 'a hold could not be given back yet');
    }
  }
}

/** The order that keeps the places of a leg, made where there is none. Orders that it supersedes are given back. */
export async function holdLeg(
  ctx: Context,
  leg: LegToOrder,
  marginMs = MARGIN_MS,
): Promise<Result<Order, NotKept>> {
  const ofLeg = (await ordersOf(leg.bookingId)).filter(({ position }) => position === leg.position);
  const next = nextOrder(ofLeg, leg.version, ctx.now, marginMs);
  if (next.kind === 'kept') return done(next.order);
  const asked = next.kind === 'ask-again' ? next.order : await writeOrder(ctx, leg, next.attempt);
  const before = superseded(ofLeg, asked);
  const answer = await ask(ctx, leg, asked);
  if (answer.ok || answer.refusal.code !== 'sold-out' || before.length === 0) {
    if (answer.ok) for (const order of before) await endOrder(ctx, order, 'superseded');
    return answer;
  }
  // The last place may be the one that we keep ourselves under an order that no longer counts.
  for (const order of before) await endOrder(ctx, order, 'superseded');
  return ask(ctx, leg, await writeOrder(ctx, leg, asked.attempt + 1));
}

/** The row first, the operator afterwards: whatever dies in between can be found. */
async function writeOrder(ctx: Context, leg: LegToOrder, attempt: number): Promise<Order> {
  const { bookingId, position, sailingId, version, soldCents } = leg;
  const row = {
    key: orderKey(leg.reference, { position, version, attempt }),
    bookingId,
    position,
    sailingId,
    supplier: carrierOf(leg.operatorCode).code,
    state: 'asked' as const,
    version,
    attempt,
    soldCents,
    createdAt: ctx.now,
    changedAt: ctx.now,
  };
  await insertOrder(row);
  return { ...row, holdRef: null, ticketRef: null, expiresAt: null };
}

async function ask(ctx: Context, leg: LegToOrder, order: Order): Promise<Result<Order, NotKept>> {
  const port = carrierNamed(order.supplier);
  if (!port) throw unavailable(order.supplier, 'not configured');
  const sailingRef = await nameAtSupplier(ctx, leg, port);
  if (!sailingRef) throw unavailable(order.supplier, 'it has not told this sailing');
  const ordered = orderedOf(leg.party, leg.selection);
  const answer = await port.hold({ ...ordered, orderKey: order.key, sailingRef });
  if (answer.ok) return done(await noteHeld(ctx, order, answer.value));
  const { problem } = answer;
  if (isFault(problem)) throw unavailable(order.supplier, 'why' in problem ? problem.why : problem.kind);
  const why = problem.kind === 'sold-out' || problem.kind === 'gone' ? problem.kind : 'refused';
  await noteRefused(ctx, order, problem);
  return refuse(why);
}

/** Writes down what the operator keeps, and what it will charge us for it. */
export async function noteHeld(ctx: Context, order: Order, hold: OperatorHold): Promise<Order> {
  const { holdRef, expiresAt, totalCents: chargedCents } = hold;
  await inTransaction(async (tx) => {
    if (!(await moveOrder(tx, order.key, ['asked'], 'held', ctx.now, { holdRef, expiresAt, chargedCents })))
      return;
    const loss = lossCents(order.soldCents, chargedCents);
    if (loss > 0)
      await noteInHistory(tx, order.bookingId, ctx.now, 'operator.price-rose', {
        leg: order.position,
        soldCents: order.soldCents,
        chargedCents,
        lossCents: loss,
      });
    await recordEvent(tx, ctx.now, 'supply/order.changed', { sailingId: order.sailingId });
  });
  return { ...order, state: 'held', holdRef, expiresAt };
}

async function noteRefused(ctx: Context, order: Order, problem: OperatorProblem): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await moveOrder(tx, order.key, ['asked'], 'refused', ctx.now, { reason: problem.kind }))) return;
    await noteLeg(tx, order, 'refused');
    await noteInHistory(tx, order.bookingId, ctx.now, 'operator.refused', {
      leg: order.position,
      why: problem.kind,
    });
    // What we show of this sailing is not what the operator has.
    await recordEvent(tx, ctx.now, 'supply/order.changed', { sailingId: order.sailingId });
  });
}

/** No answer, or none that can be believed: nothing is known, and whoever asked may ask again. */
export function unavailable(supplier: string, why: string): Fault {
  return new Fault('operator-unavailable', { message: `${supplier}: ${why}`, retryable: true });
}
