import { inTransaction } from '@/db/transaction';
import { eventRow, recordEvents } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { supplierOf, suppliers } from '@/lib/operators/registry';
import { placeOf } from './repository';

/** Asks for a look at all that each followed system has. */
export function requestAllSyncs(ctx: Context): Promise<void> {
  return request(
    ctx,
    [...suppliers.keys()].map((supplier) => ({ supplier, only: null })),
  );
}

/** Asks for a look at the day of a sailing, where its operator is followed. */
export async function requestSyncOf(ctx: Context, sailingId: string): Promise<void> {
  if (suppliers.size === 0) return;
  const place = await placeOf(sailingId);
  const supplier = place && supplierOf(place.operatorCode);
  if (!supplier) return;
  const only = { routeId: place.routeId, day: place.departureDay };
  await request(ctx, [{ supplier: supplier.port.code, only }]);
}

interface Wanted {
  readonly supplier: string;
  readonly only: { readonly routeId: string; readonly day: string } | null;
}

async function request(ctx: Context, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  const at = ctx.now.toISOString();
  const rows = wanted.map((each) => eventRow(ctx.now, 'supply/sync.due', { ...each, at }));
  await inTransaction((tx) => recordEvents(tx, rows));
  relaySoon();
}
