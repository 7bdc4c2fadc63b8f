import { outbox } from '@/db/schema/platform';
import type { Transaction } from '@/db/transaction';
import { newId } from '@/lib/kernel/ids';
import { EVENTS, type EventData, type EventName } from './catalog';

/**
 * Writes what happened into the outbox, inside the transaction in which it happened.
 * Call `relaySoon()` (lib/events/relay-outbox.ts) after the commit; the relay job sends it where this process died.
 */
export async function recordEvent<N extends EventName>(
  tx: Transaction,
  at: Date,
  name: N,
  data: EventData<N>,
): Promise<string> {
  const id = newId('evt');
  await tx.insert(outbox).values({ id, name, data: EVENTS[name].parse(data), createdAt: at });
  return id;
}
