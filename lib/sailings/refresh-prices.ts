import type { Context } from '@/lib/kernel/context';
import { daysBetween, localDateOf } from '@/lib/kernel/dates';
import { readNetwork } from '@/lib/network/queries';
import { loadOf } from './offer-rules';
import {
  forgetDeparted,
  type PriceRow,
  sailingsAfter,
  sailingsToPrice,
  writePrices,
} from './price-repository';
import { nextMove, unitPrices } from './price-row-rules';
import { publishedTariffs } from './queries';

/** Sailings priced at once: some two megabytes of tariffs. */
const BATCH = 1000;

/** Makes the unit prices of these sailings anew; answers how many were not what they should be. Again is no error. */
export async function refreshPrices(ctx: Context, sailingIds: readonly string[]): Promise<number> {
  const [{ ports }, published] = await Promise.all([readNetwork(), publishedTariffs(sailingIds)]);
  const rows = published.map(({ id, routeId, departureDay, tariff, deck }): PriceRow => {
    const timeZone = ports.get(routeId.slice(0, 5))?.timeZone ?? 'UTC';
    const daysAhead = daysBetween(localDateOf(ctx.now, timeZone), departureDay);
    return {
      sailingId: id,
      ...unitPrices(tariff, { daysAhead, load: loadOf(deck) }),
      movesAt: nextMove(departureDay, daysAhead, timeZone),
    };
  });
  return writePrices(rows);
}

/** Refreshes what the coming of a day has moved, and sailings that are new; answers how many rows it wrote. */
export async function refreshMovedPrices(ctx: Context): Promise<number> {
  let written = 0;
  for (;;) {
    const ids = await sailingsToPrice(ctx.now, BATCH);
    const wrote = await refreshPrices(ctx, ids);
    written += wrote;
    // A full batch that changed nothing would be found again for ever.
    if (ids.length < BATCH || wrote === 0) return written;
  }
}

/** Compares every row with its tariff, mends what differs and forgets departed sailings; answers how many were mended. */
export async function repairPrices(ctx: Context): Promise<number> {
  let mended = 0;
  let last = '';
  for (;;) {
    const ids = await sailingsAfter(last, ctx.now, BATCH);
    const end = ids.at(-1);
    if (end === undefined) break;
    mended += await refreshPrices(ctx, ids);
    last = end;
  }
  await forgetDeparted(ctx.now);
  return mended;
}
