import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { carrierNamed } from '@/lib/operators/registry';
import type { OrderState as TheirOrder } from '@/lib/operators/words';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { needOf, type Remedy, remedyFor } from './compare-order-rules';
import { endOrder, noteEnded } from './end-orders';
import { noteHeld } from './hold-orders';
import { insertRepair, noteOrder, type OrderToCompare, ordersToCompare } from './repository';
import { noteTicket } from './ticket-orders';

/** What changed a moment ago is in somebody's hands. */
const PEACE_MS = 2 * 60_000;
/** Orders that ended are looked at for so long: an answer that was lost comes to light within minutes. */
const ENDED_FOR_MS = 6 * 3_600_000;
const BATCH = 200;

/** What a comparison came to. */
export interface Compared {
  readonly compared: number;
  /** Differences by what was done about them; `none` waits for a person. */
  readonly repaired: Readonly<Partial<Record<Remedy, number>>>;
  /** Orders whose operator gave no answer: theirs is the next turn. */
  readonly unanswered: number;
}

/**
 * The job: asks operators what their books say of our orders, the longest not compared first, and puts right what
 * differs. Each difference is written down with what was done about it (`order_repairs`). Safe to repeat and to run twice.
 */
export async function compareOrders(ctx: Context): Promise<Compared> {
  const before = new Date(ctx.now.getTime() - PEACE_MS);
  const endedSince = new Date(ctx.now.getTime() - ENDED_FOR_MS);
  const repaired: Partial<Record<Remedy, number>> = {};
  let unanswered = 0;
  const orders = await ordersToCompare({ now: ctx.now, before, endedSince }, BATCH);
  for (const order of orders) {
    try {
      const remedy = await compareOrder(ctx, order);
      if (remedy) repaired[remedy] = (repaired[remedy] ?? 0) + 1;
    } catch (error) {
      unanswered++;
      logger.warn({ order: order.key, error: describeError(error) }, 'an order could not be compared');
    }
  }
  relaySoon();
  if (Object.keys(repaired).length > 0)
    logger.warn({ compared: orders.length, repaired }, 'an operator’s book differed from ours');
  return { compared: orders.length, repaired, unanswered };
}

async function compareOrder(ctx: Context, order: OrderToCompare): Promise<Remedy | null> {
  const found = await carrierNamed(order.supplier)?.find(order.key);
  if (!found?.ok) throw new Fault('operator-unavailable', { message: order.supplier, retryable: true });
  const theirs = found.value;
  const isCurrent = order.version === order.holdVersion;
  const remedy = remedyFor(order.state, theirs.state, needOf(order.bookingStatus, isCurrent));
  // What could not be put right is told once, not at each comparison.
  const isNews = remedy !== null && !(remedy === 'none' && order.reason === 'ticket-lost');
  if (remedy) await apply(ctx, order, theirs, remedy);
  if (isNews)
    await insertRepair({
      orderKey: order.key,
      at: ctx.now,
      ours: order.state,
      theirs: theirs.state,
      remedy,
    });
  await noteOrder(order.key, { comparedAt: ctx.now });
  return isNews ? remedy : null;
}

async function apply(ctx: Context, order: OrderToCompare, theirs: TheirOrder, remedy: Remedy): Promise<void> {
  switch (remedy) {
    case 'note-hold':
      if (theirs.state === 'held') await noteHeld(ctx, order, theirs.hold);
      return;
    case 'note-ticket':
      if (theirs.state === 'ticketed') await noteTicket(ctx, order, theirs.ticket);
      return;
    case 'note-end':
      return noteEnded(ctx, order, 'compared');
    case 'release':
      // As one whose outcome is not known: their book is asked, and ours follows where it was open.
      return endOrder(ctx, { ...order, state: 'asked' }, 'compared');
    case 'cancel':
      return endOrder(ctx, { ...order, state: 'asked' }, 'compared');
    case 'confirm': {
      const holdRef = theirs.state === 'held' ? theirs.hold.holdRef : '';
      const answer = await carrierNamed(order.supplier)?.confirm(holdRef, order.reference);
      if (!answer?.ok) throw new Fault('operator-unavailable', { message: order.supplier, retryable: true });
      if (answer.value.ticketRef !== order.ticketRef)
        throw new Fault('operator-disagrees', { message: 'another ticket than the one that was issued' });
      return;
    }
    case 'none':
      logger.error({ order: order.key, theirs: theirs.state }, 'an operator does not know a ticket any more');
      return noteOrder(order.key, { reason: 'ticket-lost' });
  }
}
