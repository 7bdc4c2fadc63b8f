import { inTransaction } from '@/db/transaction';
import { eventRow, recordEvents } from '@/lib/events/record-event';
import type { Context } from '@/lib/kernel/context';
import { lockLooks, writeLooks } from './look-repository';
import { lookOf } from './look-rules';

/**
 * After the stock of these sailings has changed: records `inventory/look.changed` for each whose badges or room look
 * otherwise than when it was last noticed, so that pages which show it are dropped (docs/edge.md). Most changes change
 * no look: there is plenty left. Answers how many did.
 */
export async function noticeLooks(ctx: Context, sailingIds: readonly string[]): Promise<number> {
  if (sailingIds.length === 0) return 0;
  return inTransaction(async (tx) => {
    const changed = (await lockLooks(tx, sailingIds)).flatMap((before) => {
      const look = lookOf(before.stock);
      if (look.badges === before.badges && look.room === before.room) return [];
      return [{ ...look, before }];
    });
    await writeLooks(
      tx,
      changed.map(({ badges, room, before }) => ({ sailingId: before.id, badges, room })),
    );
    const events = changed.map(({ room, before: { routeId, departureDay, room: roomBefore } }) => {
      const reach = room === roomBefore ? ('list' as const) : ('day' as const);
      const key = `${routeId} ${departureDay} ${reach}`;
      return eventRow(ctx.now, 'inventory/look.changed', { routeId, departureDay, reach, key });
    });
    await recordEvents(tx, events);
    return changed.length;
  });
}
