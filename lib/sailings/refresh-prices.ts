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

/** A sailing whose unit prices were written, by its line and day. */
export interface MovedPrice {
  readonly routeId: string;
  readonly day: string;
}

/** Makes the unit prices of these sailings anew; answers those that were not what they should be. Again is no error. */
export async function refreshPrices(ctx: Context, sailingIds: readonly string[]): Promise<MovedPrice[]> {
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
  const written = new Set(await writePrices(rows));
  return published.flatMap(({ id, routeId, departureDay }) =>
    written.has(id) ? [{ routeId, day: departureDay }] : [],
  );
}

/** Refreshes what the coming of a day has moved, and sailings that are new; answers whose rows it wrote. */
export async function refreshMovedPrices(ctx: Context): Promise<MovedPrice[]> {
  const written: MovedPrice[] = [];
  for (;;) {
    const ids = await sailingsToPrice(ctx.now, BATCH);
    const wrote = await refreshPrices(ctx, ids);
    written.push(...wrote);
    // A full batch that changed nothing would be found again for ever.
    if (ids.length < BATCH || wrote.length === 0) return written;
  }
}

/** Compares every row with its tariff, mends what differs and forgets departed sailings; answers whose were mended. */
export async function repairPrices(ctx: Context): Promise<MovedPrice[]> {
  const mended: MovedPrice[] = [];
  let last = '';
  for (;;) {
    const ids = await sailingsAfter(last, ctx.now, BATCH);
    const end = ids.at(-1);
    if (end === undefined) break;
    mended.push(...(await refreshPrices(ctx, ids)));
    last = end;
  }
  await forgetDeparted(ctx.now);
  return mended;
}
