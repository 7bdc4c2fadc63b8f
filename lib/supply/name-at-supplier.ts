import type { Context } from '@/lib/kernel/context';
import type { OperatorPort } from '@/lib/operators/port';
import { suppliers } from '@/lib/operators/registry';
import { nameOf } from './repository';
import { syncDirection } from './sync-direction';

/** A sailing as it may be named by an operator. */
interface Named {
  readonly sailingId: string;
  readonly routeId: string;
  readonly day: string;
}

/**
 * The name by which a system knows a sailing of ours. One that was never told is asked for at once: its day is looked at.
 * Who tells no timetable takes our own name. Null when it does not tell such a sailing.
 */
export async function nameAtSupplier(
  ctx: Context,
  { sailingId, routeId, day }: Named,
  port: Pick<OperatorPort, 'code' | 'capabilities'>,
): Promise<string | null> {
  if (!port.capabilities.has('timetable')) return sailingId;
  const known = await nameOf(port.code, sailingId);
  const supplier = suppliers.get(port.code);
  if (known !== null || !supplier) return known;
  await syncDirection(ctx, supplier, { routeId, from: day, to: day, isWhole: false });
  return nameOf(port.code, sailingId);
}
