import { inTransaction } from '@/db/transaction';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { announceLines } from './announce-stock';
import { eraseDrafts, itemsOf, lockEnded, markExpired } from './repository';
import { sumNeeds } from './stock-rules';
import { takeStock } from './take-stock';

/** Few at a time: the counters they share are locked until the batch is through. */
const BATCH = 20;
/** What was typed is kept a day longer than the places, for whoever comes back. */
const DRAFT_KEPT_MS = 24 * 3_600_000;

/**
 * The job: gives back the places of holds whose time is over. Holds with a booking are the booking's business
 * (`expireBookings`). Several may run at once: each passes over what another has in hand.
 */
export async function expireHolds(ctx: Context): Promise<{ expired: number }> {
  let expired = 0;
  for (;;) {
    const batch = await inTransaction((tx) => expireBatch(tx, ctx));
    expired += batch;
    if (batch < BATCH) break;
  }
  await eraseDrafts(new Date(ctx.now.getTime() - DRAFT_KEPT_MS));
  if (expired > 0) relaySoon();
  return { expired };
}

async function expireBatch(tx: Parameters<typeof takeStock>[0], ctx: Context): Promise<number> {
  const ids = await lockEnded(tx, ctx.now, BATCH);
  if (ids.length === 0) return 0;
  const items = sumNeeds(await itemsOf(tx, ids));
  await takeStock(
    tx,
    items.map(({ stockLineId, quantity }) => ({ stockLineId, held: -quantity, sold: 0 })),
  );
  await markExpired(tx, ids);
  await announceLines(
    tx,
    ctx.now,
    items.map((item) => item.stockLineId),
  );
  return ids.length;
}
