import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { randomFor } from './random';
import { seasonLevel } from './seasons';
import type { PlannedDeparture } from './timetable';

/** An operator's promotion on a line: published prices are so many percent lower for departures of weak weeks. */
export interface Campaign {
  /** First and last day on which the lower price was published. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly percent: number;
}

/** Campaigns begin in slots counted from here: the past does not change with the day on which it is made up. */
const SLOTS_FROM: LocalDate = '2024-01-01';
const SLOT_DAYS = 28;
/** In so many slots there is one: a line has two or three a year. */
const SHARE_OF_SLOTS = 0.2;
const SHORTEST_DAYS = 14;
const LONGEST_DAYS = 21;
const PERCENTS = [10, 15, 20] as const;

/** Weeks outside the summer and the holidays, which an operator sees empty two weeks to four months ahead. */
const WEAK_LEVEL = 0.24;
const NEAREST_DAYS = 14;
const FARTHEST_DAYS = 120;

/** All campaigns of an operator on a direction that began from `from` on and before `until`, in order: the last may run still. */
export function campaignsOf(
  seed: number,
  operatorCode: string,
  routeId: string,
  from: LocalDate,
  until: LocalDate,
): Campaign[] {
  const first = Math.max(0, Math.floor(daysBetween(SLOTS_FROM, from) / SLOT_DAYS));
  const last = Math.floor(daysBetween(SLOTS_FROM, until) / SLOT_DAYS);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    .flatMap((slot): Campaign[] => {
      const random = randomFor(seed, `campaign:${operatorCode}:${routeId}:${slot}`);
      if (random() >= SHARE_OF_SLOTS) return [];
      const days = SHORTEST_DAYS + Math.floor(random() * (LONGEST_DAYS - SHORTEST_DAYS + 1));
      const start = addDays(SLOTS_FROM, slot * SLOT_DAYS + Math.floor(random() * (SLOT_DAYS - days + 1)));
      const percent = PERCENTS[Math.floor(random() * PERCENTS.length)] ?? PERCENTS[0];
      return [{ from: start, until: addDays(start, days - 1), percent }];
    })
    .filter((campaign) => campaign.from >= from && campaign.from < until);
}

/** The percentage by which the price published on `today` is lower than the usual one: that of a campaign that runs then. */
export function percentOn(seed: number, sailing: PlannedDeparture, today: LocalDate): number {
  const { ship, direction } = sailing;
  const campaigns = campaignsOf(seed, ship.operatorCode, direction.id, addDays(today, -LONGEST_DAYS), today);
  return campaigns.find((each) => each.until >= today && isFor(each, sailing))?.percent ?? 0;
}

/** A price in a campaign, in cents: whole euros, as operators publish them. */
export function campaignCents(cents: number, percent: number): number {
  return percent === 0 ? cents : Math.round((cents * (100 - percent)) / 10_000) * 100;
}

/** True when the campaign is for this sailing. */
export function isFor({ from }: Campaign, { departureDay, direction }: PlannedDeparture): boolean {
  const ahead = daysBetween(from, departureDay);
  return (
    seasonLevel(departureDay, direction.way) <= WEAK_LEVEL && ahead >= NEAREST_DAYS && ahead <= FARTHEST_DAYS
  );
}
