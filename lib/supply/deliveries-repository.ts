import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { db } from '@/db/client';
import { sailings } from '@/db/schema/sailings';
import { suppliedSailings, supplyDeliveries } from '@/db/schema/supply';
import type { Transaction } from '@/db/transaction';
import type { LocalDate } from '@/lib/kernel/dates';

type DeliveryRow = typeof supplyDeliveries.$inferSelect;
export type DeliveryName = Pick<DeliveryRow, 'supplier' | 'deliveryId'>;

/** Stores a webhook by the operator's own name for it; false when it was there already. */
export async function insertDelivery(
  tx: Transaction,
  row: Omit<DeliveryRow, 'processedAt'>,
): Promise<boolean> {
  const inserted = await tx
    .insert(supplyDeliveries)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: supplyDeliveries.deliveryId });
  return inserted.length === 1;
}

const named = ({ supplier, deliveryId }: DeliveryName) =>
  and(eq(supplyDeliveries.supplier, supplier), eq(supplyDeliveries.deliveryId, deliveryId));

/** The stored webhook, locked: it is worked on once, whoever comes first. */
export async function lockDelivery(tx: Transaction, name: DeliveryName): Promise<DeliveryRow | null> {
  const [row] = await tx.select().from(supplyDeliveries).where(named(name)).for('update');
  return row ?? null;
}

export async function markDeliveryProcessed(tx: Transaction, name: DeliveryName, at: Date): Promise<void> {
  await tx.update(supplyDeliveries).set({ processedAt: at }).where(named(name));
}

/** Webhooks stored before an instant that nobody has worked on. */
export function unprocessedDeliveries(before: Date, limit: number): Promise<DeliveryName[]> {
  return db
    .select({ supplier: supplyDeliveries.supplier, deliveryId: supplyDeliveries.deliveryId })
    .from(supplyDeliveries)
    .where(and(isNull(supplyDeliveries.processedAt), lt(supplyDeliveries.receivedAt, before)))
    .orderBy(asc(supplyDeliveries.receivedAt))
    .limit(limit);
}

/** The days on which sailings leave that a system knows by these names, each once. */
export function daysOfRefs(
  tx: Transaction,
  supplier: string,
  refs: readonly string[],
): Promise<{ routeId: string; day: LocalDate }[]> {
  return tx
    .selectDistinct({ routeId: sailings.routeId, day: sailings.departureDay })
    .from(suppliedSailings)
    .innerJoin(sailings, eq(sailings.id, suppliedSailings.sailingId))
    .where(and(eq(suppliedSailings.supplier, supplier), inArray(suppliedSailings.sailingRef, [...refs])));
}
