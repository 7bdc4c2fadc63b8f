import { addDays, type LocalDate } from '@/lib/kernel/dates';
import { dayTag, listTag, monthTag, routeTag } from '@/lib/sailings/page-tag-rules';
import { addMonths, type Month } from './calendar-rules';

/* What a kept page that shows ways says of itself: those by two ships change with either of their lines. */

/** A line that ways of a direction are made of. Its ships of some days after the day that is asked may be part of them. */
export interface WayLine {
  readonly routeId: string;
  readonly daysAfter: number;
}

/** For what shows the ways of a day with their badges. */
export function wayListTags(lines: readonly WayLine[], day: LocalDate): string[] {
  return lines.flatMap(({ routeId, daysAfter }) =>
    daysFrom(day, daysAfter).map((on) => listTag(routeId, on)),
  );
}

/** For what shows the lowest price of `days` days from `from`. */
export function wayDaysTags(lines: readonly WayLine[], from: LocalDate, days: number): string[] {
  return lines.flatMap(({ routeId, daysAfter }) => [
    routeTag(routeId),
    ...daysFrom(from, days - 1 + daysAfter).map((on) => dayTag(routeId, on)),
  ]);
}

/** For what shows the lowest price of each day of a month. */
export function wayMonthTags(lines: readonly WayLine[], month: Month): string[] {
  return lines.flatMap(({ routeId, daysAfter }) => [
    routeTag(routeId),
    monthTag(routeId, month),
    ...(daysAfter > 0 ? [monthTag(routeId, addMonths(month, 1))] : []),
  ]);
}

/** The days on which ships may leave that are part of the ways of a day. */
export function wayDays(lines: readonly WayLine[], day: LocalDate): { routeId: string; day: LocalDate }[] {
  return lines.flatMap(({ routeId, daysAfter }) =>
    daysFrom(day, daysAfter).map((on) => ({ routeId, day: on })),
  );
}

function daysFrom(day: LocalDate, after: number): LocalDate[] {
  return Array.from({ length: after + 1 }, (_, index) => addDays(day, index));
}
