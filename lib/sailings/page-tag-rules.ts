import { addDays, type LocalDate } from '@/lib/kernel/dates';

/* What a kept page says of itself, so that it is dropped when that changes, and only then (docs/edge.md). */

interface LineDay {
  readonly routeId: string;
  readonly day: LocalDate;
}

/** As many days of a line are told one by one; with more, all its pages are dropped. */
const DAYS_EACH = 30;

/** Anything of a line. */
export const routeTag = (routeId: string): string => `route:${routeId}`;
/** The lowest prices of a line, over days or months. */
export const lowestTag = (routeId: string): string => `lowest:${routeId}`;
/** The lowest prices of any line, for what lists them all. */
export const ANY_LOWEST = 'lowest:any';
/** The sailings of a line on a day, with their badges. */
export const listTag = (routeId: string, day: LocalDate): string => `list:${routeId}:${day}`;
/** The lowest price of a line on a day, or that there is none. */
export const dayTag = (routeId: string, day: LocalDate): string => `day:${routeId}:${day}`;
/** The same for each day of a month. */
export const monthTag = (routeId: string, month: string): string => `month:${routeId}:${month}`;

/** For what shows the lowest price of `days` days from `from`. */
export function daysTags(routeId: string, from: LocalDate, days: number): string[] {
  return [
    routeTag(routeId),
    ...Array.from({ length: days }, (_, index) => dayTag(routeId, addDays(from, index))),
  ];
}

/** What to drop when only the badges of a day's list change. */
export function tagsOfBadges({ routeId, day }: LineDay): string[] {
  return [listTag(routeId, day)];
}

/** What to drop when the prices of days change, or whether there is one. */
export function tagsOfDays(days: readonly LineDay[]): string[] {
  const byRoute = new Map<string, Set<LocalDate>>();
  for (const { routeId, day } of days) byRoute.set(routeId, (byRoute.get(routeId) ?? new Set()).add(day));
  const ofLines = [...byRoute].flatMap(([routeId, moved]) => {
    if (moved.size > DAYS_EACH) return [routeTag(routeId)];
    const months = new Set([...moved].map((day) => day.slice(0, 7)));
    return [
      lowestTag(routeId),
      ...[...moved].flatMap((day) => [listTag(routeId, day), dayTag(routeId, day)]),
      ...[...months].map((month) => monthTag(routeId, month)),
    ];
  });
  return ofLines.length > 0 ? [ANY_LOWEST, ...ofLines] : [];
}
