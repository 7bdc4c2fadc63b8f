import { asc, inArray, sql } from 'drizzle-orm';
import { sailingLooks, sailings, stockLines } from '@/db/schema/sailings';
import type { Transaction } from '@/db/transaction';
import type { StockRow } from './availability-rules';

/** A sailing with its stock, and its look as it was last noticed; empty when it never was. */
export interface Noticed {
  readonly id: string;
  readonly routeId: string;
  readonly departureDay: string;
  readonly badges: string;
  readonly room: string;
  readonly stock: readonly StockRow[];
}

/**
 * Sailings with their stock. Their looks are locked first, in the order of their ids: of two that notice at once the
 * second reads what the first saw, and then the stock, never the other way round.
 */
export async function lockLooks(tx: Transaction, sailingIds: readonly string[]): Promise<Noticed[]> {
  const ids = [...new Set(sailingIds)].sort();
  if (ids.length === 0) return [];
  const known = await tx
    .select({ id: sailings.id, routeId: sailings.routeId, departureDay: sailings.departureDay })
    .from(sailings)
    .where(inArray(sailings.id, ids))
    .orderBy(asc(sailings.id));
  if (known.length === 0) return [];
  await tx
    .insert(sailingLooks)
    .values(known.map(({ id }) => ({ sailingId: id, badges: '', room: '' })))
    .onConflictDoNothing();
  const looks = await tx
    .select()
    .from(sailingLooks)
    .where(inArray(sailingLooks.sailingId, ids))
    .orderBy(asc(sailingLooks.sailingId))
    .for('update');
  const stock = await tx.select().from(stockLines).where(inArray(stockLines.sailingId, ids));
  return known.map((sailing) => {
    const { badges = '', room = '' } = looks.find((look) => look.sailingId === sailing.id) ?? {};
    return { ...sailing, badges, room, stock: stock.filter((row) => row.sailingId === sailing.id) };
  });
}

/** Writes looks that have changed. */
export async function writeLooks(
  tx: Transaction,
  looks: readonly { readonly sailingId: string; readonly badges: string; readonly room: string }[],
): Promise<void> {
  if (looks.length === 0) return;
  await tx
    .insert(sailingLooks)
    .values([...looks])
    .onConflictDoUpdate({
      target: sailingLooks.sailingId,
      set: { badges: sql.raw('excluded.badges'), room: sql.raw('excluded.room') },
    });
}
