import { inTransaction } from '@/db/transaction';
import { eventRow, recordEvents } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { suppliers } from '@/lib/operators/registry';
import {
  type DeliveryName,
  daysOfRefs,
  lockDelivery,
  markDeliveryProcessed,
  unprocessedDeliveries,
} from './deliveries-repository';

/** What is worked on by itself is so within a second or two. */
const PATIENCE_MS = 15_000;
const BATCH = 100;

/**
 * Works on one stored webhook, once: the days of the sailings that it speaks of are to be looked at. Looks and the mark that
 * it was done are one transaction, under the lock of its row. Names that we do not know are no error: a whole look is due soon.
 */
export async function processDelivery(ctx: Context, name: DeliveryName): Promise<void> {
  await inTransaction(async (tx) => {
    const delivery = await lockDelivery(tx, name);
    if (!delivery || delivery.processedAt) return;
    const { supplier, notices } = delivery;
    const refs = notices.map(({ sailingRef }) => sailingRef);
    const days = refs.length > 0 && suppliers.has(supplier) ? await daysOfRefs(tx, supplier, refs) : [];
    const at = ctx.now.toISOString();
    const looks = days.map((only) => eventRow(ctx.now, 'supply/sync.due', { supplier, at, only }));
    await recordEvents(tx, looks);
    await markDeliveryProcessed(tx, name, ctx.now);
  });
  relaySoon();
}

/** The job: takes on webhooks that stood still, whoever died. */
export async function processWaitingDeliveries(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - PATIENCE_MS);
  for (const name of await unprocessedDeliveries(before, BATCH)) await processDelivery(ctx, name);
}
