import { daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { FARE_FAMILIES } from '@/lib/network/types';
import { DAYS_AHEAD_STEPS, LOAD_STEPS, todaysCents } from '@/lib/pricing/tariff';
import { type Campaign, campaignCents } from './campaigns';
import { publishedFare } from './prices';
import { randomFor } from './random';
import { demandOf, NEAR_DAYS, SOLD_BY_DAYS_AHEAD, soldShare, stockRandom } from './stock';
import type { PlannedDeparture } from './timetable';

/** How long prices were followed before the first day of the timetable, and how long a departure is on sale. */
export const HISTORY_DAYS = 547;

/** A sailing's prices by family, in cents, with so many days to go; null when it is full. */
export interface FollowedSailing {
  readonly pricesAt: (daysAhead: number) => readonly number[] | null;
  /** Days ahead on which its price may be another than the day before. */
  readonly moves: readonly number[];
}

/** How a sailing's prices moved, up to `today` where it has not left. */
export function follow(
  seed: number,
  sailing: PlannedDeparture,
  today: LocalDate,
  campaigns: readonly Campaign[],
): FollowedSailing {
  const { departureDay, ship } = sailing;
  const { adultCents, familyPercent, dues } = publishedFare(seed, sailing);
  const duesCents = dues.reduce((sum, due) => sum + due.cents, 0);
  const { sellsOut, loadFor } = demandOf(sailing, stockRandom(seed, sailing));
  const ahead = daysBetween(today, departureDay);
  // What has not left yet has sold no more than its stock says, and no less when today comes.
  const mostSold = ahead >= 0 ? soldShare(ahead) : 1;
  const loadAt = (daysAhead: number) =>
    Math.round(ship.passengers * loadFor(Math.min(mostSold, shareOnTheWay(daysAhead)))) / ship.passengers;
  const full = sellsOut ? fullFrom(seed, sailing, ahead) : -1;
  const offers = campaigns.map(({ from, until, percent }) => ({
    from: daysBetween(from, departureDay),
    until: daysBetween(until, departureDay),
    percent,
  }));
  return {
    moves: [
      ...DAYS_AHEAD_STEPS.map((step) => step.from - 1),
      ...LOAD_STEPS.map((step) => firstDayWith(step.from, loadAt)),
      ...offers.flatMap((offer) => [offer.from, offer.until - 1]),
      full,
    ],
    pricesAt: (daysAhead) => {
      if (daysAhead <= full) return null;
      const offer = offers.find(({ from, until }) => daysAhead <= from && daysAhead >= until);
      const published = campaignCents(adultCents, offer?.percent ?? 0);
      const cents = todaysCents(published, { daysAhead, load: loadAt(daysAhead) });
      return FARE_FAMILIES.map(
        (family) => Math.round((cents * (100 + familyPercent[family])) / 100) + duesCents,
      );
    },
  };
}

/** Some day once it is near; a departure to come that is full by its stock has been so for a while. */
function fullFrom(seed: number, { id }: PlannedDeparture, ahead: number): number {
  const day = Math.floor(randomFor(seed, `full:${id}`)() * (NEAR_DAYS + 1));
  if (ahead < 0) return day;
  return ahead <= NEAR_DAYS ? Math.max(day, ahead) : -1;
}

/** The largest number of days ahead with at least that load, or -1. Load only grows as the day comes near. */
function firstDayWith(load: number, loadAt: (daysAhead: number) => number): number {
  let [low, high] = [-1, HISTORY_DAYS];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (loadAt(middle) >= load) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Share sold of an average sailing when it leaves. */
const SOLD_AT_LAST = 0.84;

/**
 * Share sold of an average sailing on its way: within a step of `soldShare` it grows evenly from that share to the next,
 * so that it is never below it.
 */
function shareOnTheWay(daysAhead: number): number {
  const index = SOLD_BY_DAYS_AHEAD.findIndex((step) => daysAhead >= step.from);
  const step = SOLD_BY_DAYS_AHEAD[index];
  if (!step) return SOLD_AT_LAST;
  const end = SOLD_BY_DAYS_AHEAD[index - 1]?.from ?? HISTORY_DAYS + 1;
  const next = SOLD_BY_DAYS_AHEAD[index + 1]?.share ?? SOLD_AT_LAST;
  return step.share + ((next - step.share) * (end - 1 - daysAhead)) / (end - step.from);
}
