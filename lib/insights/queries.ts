import type { Context } from '@/lib/kernel/context';
import { type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { portByCode } from '@/lib/network/queries';
import { cheapestByDay, ONE_ADULT, pricedFor } from '@/lib/sailings/price-queries';
import { comparableDays } from './comparison-rules';
import { byPairOfPorts, dropsToTell, type FallenPrice, isWorthTelling, type PriceDrop } from './drop-rules';
import { insightFrom } from './insight-rules';
import { fallenPrices, runsOf } from './price-run-repository';
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
  // First of all, so that no day is compared that nothing sails on: there is no end to those that can be asked for.
  const [now] = await cheapestByDay(routeId, day, 1, ONE_ADULT, ctx.now);
  if (!now?.totalCents) return null;
  const runs = await runsOf(routeId, [...comparableDays(day, today), day]);
  return insightFrom({ departureDay: day, today, nowCents: now.totalCents, runs });
}

/**
 * The latest falls of prices that can still be booked so low, for one adult: one for each pair of ports, at most two of
 * an operator, `most` in all, the last to fall first. The price is the list's own of now, which may be lower still than
 * when it was last seen.
 */
export async function latestDrops({ now }: Pick<Context, 'now'>, most: number): Promise<PriceDrop[]> {
  const fallen = byPairOfPorts(await fallenPrices(localDateOf(now, 'Europe/Paris')));
  const drops = await Promise.all(fallen.map((prices) => firstStanding(prices, now)));
  return dropsToTell(
    drops.filter((drop) => drop !== null),
    most,
  );
}

/** The first of these that is still so low, by today's list. */
async function firstStanding(prices: readonly FallenPrice[], now: Date): Promise<PriceDrop | null> {
  for (const price of prices) {
    const sailings = await pricedFor(price.routeId, price.departureDay, 1, ONE_ADULT, now);
    const [cheapest] = sailings
      .flatMap(({ operatorCode, totalCents }) =>
        totalCents === null ? [] : [{ ...price, operatorCode, cents: totalCents }],
      )
      .sort((a, b) => a.cents - b.cents);
    if (cheapest && isWorthTelling(cheapest)) return cheapest;
  }
  return null;
}
