import { travellersForOperator } from '@/lib/booking/queries';
import type { Context } from '@/lib/kernel/context';
import { isFault } from '@/lib/operators/answer';
import { carrierNamed } from '@/lib/operators/registry';
import { logger } from '@/lib/platform/logger';
import { unavailable } from './hold-orders';
import { manifestOf } from './manifest-rules';
import { noteOrder, ticketsWithoutManifest } from './repository';

/**
 * Tells the operators of a confirmed booking who travels, each once. Again is no error: what was told is overwritten with
 * the same. What an operator will not take is said in the log, for staff; nothing of the travellers is.
 * Throws a retryable Fault `operator-unavailable` without an answer.
 */
export async function sendManifests(ctx: Context, bookingId: string): Promise<void> {
  const tickets = await ticketsWithoutManifest(bookingId);
  if (tickets.length === 0) return;
  const { passengers, vehicles, phone } = await travellersForOperator(ctx, bookingId);
  const manifest = manifestOf(passengers, vehicles, phone);
  for (const order of tickets) {
    const port = carrierNamed(order.supplier);
    if (!port) throw unavailable(order.supplier, 'not configured');
    if (!port.capabilities.has('manifest') || !order.ticketRef) continue;
    const answer = await port.sendManifest(order.ticketRef, manifest);
    if (answer.ok) await noteOrder(order.key, { manifestSentAt: ctx.now });
    else if (isFault(answer.problem))
      throw unavailable(order.supplier, 'the list of travellers was not taken');
    else
      logger.error(
        { order: order.key, why: answer.problem.kind },
        'an operator refuses the list of travellers',
      );
  }
}
