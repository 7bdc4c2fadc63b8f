import { inTransaction } from '@/db/transaction';
import type { Context } from '@/lib/kernel/context';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import { listRoutes, readNetwork } from '@/lib/network/queries';
import { sailingsBetween } from '@/lib/sailings/queries';
import { seenPrices } from './family-price-rules';
import { writeSeen } from './price-run-repository';

/** Beyond the end of any timetable. */
const LOOK_AHEAD_DAYS = 600;

/**
 * Notes what every departure that is on sale costs now, under the day that it is at its port. Once a day: a second time
 * on the same day changes nothing, and a day on which nobody looked stays unknown. Answers how many departures it noted.
 */
export async function snapshotPrices(ctx: Context): Promise<number> {
  const [{ ports }, routes] = await Promise.all([readNetwork(), listRoutes()]);
  let noted = 0;
  for (const { id } of routes) {
    const today = localDateOf(ctx.now, ports.get(id.slice(0, 5))?.timeZone ?? 'UTC');
    const seen = seenPrices(await sailingsBetween(id, today, addDays(today, LOOK_AHEAD_DAYS), ctx.now));
    if (seen.length > 0) noted += await inTransaction((tx) => writeSeen(tx, id, today, seen));
  }
  return noted;
}
