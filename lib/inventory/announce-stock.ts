import type { Transaction } from '@/db/transaction';
import { type EventRow, eventRow, recordEvents } from '@/lib/events/record-event';
import { sailingsOfLines } from './stock-repository';

interface Sailing {
  readonly id: string;
  readonly routeId: string;
  readonly departureDay: string;
}

/** `inventory/sailing.changed` for each sailing, for the transaction that changes its stock. */
export function sailingChanges(at: Date, sailings: readonly Sailing[]): EventRow[] {
  return sailings.map(({ id, routeId, departureDay }) =>
    eventRow(at, 'inventory/sailing.changed', { sailingId: id, routeId, departureDay }),
  );
}

/** What is sold on the sailings of these lines changed, for the transaction that changes it. */
export async function announceSales(
  tx: Transaction,
  at: Date,
  stockLineIds: readonly string[],
): Promise<void> {
  const sailings = await sailingsOfLines(tx, stockLineIds);
  await recordEvents(
    tx,
    sailings.map(({ id }) => eventRow(at, 'inventory/sales.changed', { sailingId: id })),
  );
}

/** Writes `inventory/sailing.changed` from the lines that were changed. */
export async function announceLines(
  tx: Transaction,
  at: Date,
  stockLineIds: readonly string[],
): Promise<void> {
  await recordEvents(tx, sailingChanges(at, await sailingsOfLines(tx, stockLineIds)));
}
