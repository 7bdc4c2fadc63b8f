import type { Context } from '@/lib/kernel/context';
import { readNetwork } from '@/lib/network/queries';
import { sailingsForSale } from '@/lib/sailings/queries';
import { holdView } from './hold-view';
import { readHold } from './repository';
import type { HoldView } from './views';

/** A hold by its unguessable id, with what is left on its sailings now; null when there is none. */
export async function getHold(ctx: Context, holdId: string): Promise<HoldView | null> {
  if (!/^hold_[0-9a-f]{32}$/.test(holdId)) return null;
  const [stored, network] = await Promise.all([readHold(holdId), readNetwork()]);
  if (!stored) return null;
  const ids = stored.legs.map((leg) => leg.sailingId);
  return holdView(stored, await sailingsForSale(ids, ctx.now), network, ctx.now);
}
