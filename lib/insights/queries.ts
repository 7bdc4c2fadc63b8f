import type { Context } from '@/lib/kernel/context';
import { type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { portByCode } from '@/lib/network/queries';
import { cheapestByDay, ONE_ADULT } from '@/lib/sailings/price-queries';
import { comparableDays } from './comparison-rules';
import { insightFrom } from './insight-rules';
import { runsOf } from './price-run-repository';
import type { PriceInsight } from './types';

/**
 * How the price of a line on a day of departure moved, where it stands and whether to wait, for one adult; null where
 * nothing can be said: nothing to book, or hardly seen yet.
 */
export async function priceInsight(
  ctx: Context,
  { routeId, day }: { readonly routeId: string; readonly day: LocalDate },
): Promise<PriceInsight | null> {
  const today = localDateOf(ctx.now, (await portByCode(routeId.slice(0, 5)))?.timeZone ?? 'UTC');
  const [runs, [now]] = await Promise.all([
    runsOf(routeId, [...comparableDays(day, today), day]),
    cheapestByDay(routeId, day, 1, ONE_ADULT, ctx.now),
  ]);
  if (!now?.totalCents) return null;
  return insightFrom({ departureDay: day, today, nowCents: now.totalCents, runs });
}
