import type { Context } from '@/lib/kernel/context';
import { addDays, type LocalDate } from '@/lib/kernel/dates';
import { suppliers } from '@/lib/operators/registry';
import { routeTag, tagsOfDays } from '@/lib/sailings/page-tag-rules';
import { refreshPrices } from '@/lib/sailings/refresh-prices';
import { directionsOf } from './repository';
import { type Direction, syncDirection } from './sync-direction';

/** The timetable may go on after the last day that we have; as many days are asked for beyond it. */
const DAYS_BEYOND = 31;

/** What a followed system is to be asked: all its directions, or the one that is named; nothing when it is not followed. */
export async function directionsToSync(
  ctx: Context,
  supplier: string,
  only: { readonly routeId: string; readonly day: LocalDate } | null,
): Promise<Direction[]> {
  const followed = suppliers.get(supplier);
  if (!followed) return [];
  if (only) return [{ routeId: only.routeId, from: only.day, to: only.day, isWhole: false }];
  // What sails today may be yesterday's on another clock.
  const from = addDays(ctx.now.toISOString().slice(0, 10), -1);
  const all = await directionsOf(followed.companies, ctx.now);
  return all.map(({ routeId, lastDay }) => ({
    routeId,
    from,
    to: addDays(lastDay, DAYS_BEYOND),
    isWhole: true,
  }));
}

/**
 * Makes a direction what its operator tells. Answers the tags of pages that show something else now: days whose sailings
 * changed, and all of the line where the age of its figures is told otherwise.
 */
export async function followDirection(
  ctx: Context,
  supplier: string,
  direction: Direction,
): Promise<readonly string[]> {
  const followed = suppliers.get(supplier);
  if (!followed) return [];
  const { repriced, days, aged } = await syncDirection(ctx, followed, direction);
  const moved = repriced.length > 0 ? await refreshPrices(ctx, repriced) : [];
  return [...tagsOfDays([...days, ...moved]), ...(aged ? [routeTag(direction.routeId)] : [])];
}
