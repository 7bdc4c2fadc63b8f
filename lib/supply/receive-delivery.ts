import { inTransaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { done, type Result, refuse } from '@/lib/kernel/errors';
import { operators } from '@/lib/operators/adapters';
import type { IncomingWebhook } from '@/lib/operators/port';
import { insertDelivery } from './deliveries-repository';

export type DeliveryRefusal = 'unknown-operator' | 'invalid-signature' | 'invalid-body';

/**
 * Takes an operator's webhook in: that it is the operator's is proved, it is stored once by its own name, and work on it
 * is announced in the same transaction. Nothing else happens here. What it tells is a hint: the operator is asked.
 */
export async function receiveDelivery(
  ctx: Context,
  supplier: string,
  incoming: IncomingWebhook,
): Promise<Result<{ duplicate: boolean }, DeliveryRefusal>> {
  const port = operators.get(supplier);
  if (!port?.capabilities.has('webhook')) return refuse('unknown-operator');
  const read = port.readWebhook(incoming, ctx.now);
  if (!read.ok) return refuse(read.problem.kind === 'refused' ? 'invalid-signature' : 'invalid-body');
  const { deliveryId } = read.value;
  const notices = read.value.notices.map(({ kind, sailingRef }) => ({ kind, sailingRef }));
  const isNew = await inTransaction(async (tx) => {
    const row = { supplier, deliveryId, notices, receivedAt: ctx.now };
    if (!(await insertDelivery(tx, row))) return false;
    await recordEvent(tx, ctx.now, 'supply/delivery.received', { supplier, deliveryId });
    return true;
  });
  if (isNew) relaySoon();
  return done({ duplicate: !isNew });
}
