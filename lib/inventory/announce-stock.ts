import type { Transaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { sailingsOfLines } from './stock-repository';

interface Sailing {
  readonly sailingId: string;
  readonly routeId: string;
  readonly departureDay: string;
}

/** Writes `inventory/sailing.changed` for each sailing, into the transaction that changed its stock. */
export async function announceSailings(
  tx: Transaction,
  at: Date,
  sailings: readonly Sailing[],
): Promise<void> {
  for (const { sailingId, routeId, departureDay } of sailings)
    await recordEvent(tx, at, 'inventory/sailing.changed', { sailingId, routeId, departureDay });
}

/** The same, from the lines that were changed. */
export async function announceLines(
  tx: Transaction,
  at: Date,
  stockLineIds: readonly string[],
): Promise<void> {
  await announceSailings(tx, at, await sailingsOfLines(tx, stockLineIds));
}
