import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { DAYS_AHEAD_STEPS } from '@/lib/pricing/tariff';

/*
 * Which departures of a line are like another: in the same season of any year, of the same kind of weekday, seen as long
 * ahead (docs/insights.md).
 */

/** The season of a departure: four weeks on each side of its day, this year and in those before. */
export const SEASON_DAYS = 28;
/** Fifty-two weeks: the same weekday. */
const YEAR_DAYS = 364;
/** A timetable reaches a year and a half ahead and history as far back: older years hold nothing. */
const YEARS_BACK = 3;

/**
 * Fewer comparable departures say nothing. From twelve, the share that was dearer is known to within 24 points (nine
 * times in ten): enough to tell the cheap end from the dear one, which is all that is said.
 */
export const MIN_DEPARTURES = 12;

/** The days of departure comparable to `departureDay` that are over before `before`, in order. */
export function comparableDays(departureDay: LocalDate, before: LocalDate): LocalDate[] {
  const weekend = isWeekend(departureDay);
  const days: LocalDate[] = [];
  for (let year = YEARS_BACK; year >= 0; year--) {
    const centre = addDays(departureDay, -year * YEAR_DAYS);
    for (let offset = -SEASON_DAYS; offset <= SEASON_DAYS; offset++) {
      const day = addDays(centre, offset);
      if (day < before && day !== departureDay && isWeekend(day) === weekend) days.push(day);
    }
  }
  return days;
}

/** Friday to Sunday: the days on which most people leave. */
function isWeekend(day: LocalDate): boolean {
  // 1 January 2024 was a Monday.
  return ((daysBetween('2024-01-01', day) % 7) + 7) % 7 >= 4;
}

/** The band of days ahead in which a price is compared, both ends in it: a step of docs/pricing.md, within which the coming of the day moves nothing. */
export function bandOf(daysAhead: number): { readonly from: number; readonly to: number } {
  const index = DAYS_AHEAD_STEPS.findIndex((step) => daysAhead >= step.from);
  return {
    from: DAYS_AHEAD_STEPS[index]?.from ?? 0,
    to: (DAYS_AHEAD_STEPS[index - 1]?.from ?? Infinity) - 1,
  };
}
