import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { SearchQuery } from './types';
import { MAX_DAYS_AHEAD, parseSearchPath, searchPath } from './url';

/** `2027-07` */
export type Month = string;

/** What a calendar shows of a search: a month of one leg, or the days around both dates. */
export type CalendarView =
  | { readonly kind: 'month'; readonly leg: 0 | 1; readonly month: Month }
  | { readonly kind: 'around' };

/** What a day of a calendar is to a party; `too-early`: a return could not leave on it after the outbound. */
export type DayState = 'past' | 'too-early' | 'none' | 'sold-out' | 'available';

export interface CalendarDay {
  readonly day: LocalDate;
  readonly state: DayState;
  /** Sailings of the day that have not left. */
  readonly sailings: number;
  /** The lowest total in cents; null unless available. */
  readonly totalCents: number | null;
}

/** The lowest total of a return trip on a pair of days. */
export interface PairPrice {
  readonly out: LocalDate;
  readonly back: LocalDate;
  readonly state: DayState;
  readonly totalCents: number | null;
}

const LEGS = ['outbound', 'inbound'] as const;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Days on each side of a date that is flexible. */
export const DAYS_AROUND = 3;

/** The address of a search's calendar: `/fr/search/calendar/outbound/2027-07/FRMRS-TNLGN/2027-07-14/one-way/2-1-0-0.car`. */
export function calendarHref(locale: Locale, query: SearchQuery, view: CalendarView): string {
  return `/${locale}${calendarPath(query, view)}`;
}

/** The same without its language. */
export function calendarPath(query: SearchQuery, view: CalendarView): string {
  const what = view.kind === 'around' ? 'around' : `${LEGS[view.leg]}/${view.month}`;
  return `/search/calendar/${what}${searchPath(query)}`;
}

/** The search and view of the segments below `/search/calendar`; null for anything but what `calendarPath` writes. */
export function parseCalendarPath(
  segments: readonly string[],
): { query: SearchQuery; view: CalendarView } | null {
  const [what = '', month = ''] = segments;
  if (what === 'around') {
    const query = parseSearchPath(segments.slice(1));
    return query?.inbound ? { query, view: { kind: 'around' } } : null;
  }
  const leg = LEGS.indexOf(what as 'outbound');
  const query = parseSearchPath(segments.slice(2));
  if (!query || leg < 0 || !MONTH.test(month) || (leg === 1 && !query.inbound)) return null;
  return { query, view: { kind: 'month', leg: leg as 0 | 1, month } };
}

/** The month of a day. */
export function monthOf(day: LocalDate): Month {
  return day.slice(0, 7);
}

/** The month `months` after a month, or before it. */
export function addMonths(month: Month, months: number): Month {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** First and last day of a month. */
export function daysOfMonth(month: Month): { first: LocalDate; last: LocalDate; count: number } {
  const first = `${month}-01`;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  return { first, last, count: daysBetween(first, last) + 1 };
}

/** True when the month has a day on which one can still search: from this month to the end of the timetable. */
export function isMonthOpen(month: Month, today: LocalDate): boolean {
  return month >= monthOf(today) && month <= monthOf(addDays(today, MAX_DAYS_AHEAD));
}

/** The days of a month in weeks from Monday to Sunday, null beyond its ends. */
export function weeksOf<T extends { readonly day: LocalDate }>(days: readonly T[]): (T | null)[][] {
  const [first] = days;
  if (!first) return [];
  const lead = (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = [...Array<null>(lead).fill(null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** How dear a price is among others, 1 (the lowest fifth of the span) to 5. One price alone is 1. */
export function heatOf(cents: number, lowest: number, highest: number): 1 | 2 | 3 | 4 | 5 {
  if (highest <= lowest) return 1;
  const share = (cents - lowest) / (highest - lowest);
  return (1 + Math.min(4, Math.max(0, Math.floor(share * 5)))) as 1 | 2 | 3 | 4 | 5;
}
