import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';

export type Season = 'winter' | 'mid' | 'summer';

/** Month and day as `MM-DD`, both ends included; a span may run over New Year. */
function within(day: LocalDate, from: string, to: string): boolean {
  const date = day.slice(5);
  return from <= to ? date >= from && date <= to : date >= from || date <= to;
}

/** Which timetable is sailed on a day. */
export function seasonOf(day: LocalDate): Season {
  if (within(day, '06-15', '09-15')) return 'summer';
  if (within(day, '04-01', '06-14') || within(day, '09-16', '10-31') || within(day, '12-18', '01-04'))
    return 'mid';
  return 'winter';
}

/** First and last day of the weeks in which everybody travels, by way. */
const PEAKS = {
  out: { summer: ['06-26', '08-07'], newYear: ['12-17', '12-27'] },
  back: { summer: ['08-01', '09-05'], newYear: ['12-28', '01-06'] },
} as const;

/**
 * Where prices stand in their range on a day, 0 to 1. People go out from late June and at Christmas, and come
 * back from August and after New Year: the peaks of the two ways differ.
 */
export function seasonLevel(day: LocalDate, way: 'out' | 'back'): number {
  const peak = PEAKS[way];
  if (within(day, peak.summer[0], peak.summer[1])) return 0.68;
  if (within(day, peak.newYear[0], peak.newYear[1])) return 0.4;
  return { summer: 0.46, mid: 0.24, winter: 0.08 }[seasonOf(day)];
}

/** Added to the level by weekday, Monday first: weekends are dearer. */
const WEEKDAY_LEVEL = [0, -0.04, -0.04, 0, 0.07, 0.09, 0.05] as const;

export function weekdayLevel(day: LocalDate): number {
  return WEEKDAY_LEVEL[weekdayOf(day)] ?? 0;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: LocalDate): number {
  return ((daysBetween('2024-01-01', day) % 7) + 7) % 7;
}

/** Days of the yearly stay in dry dock. */
const DRY_DOCK_DAYS = 21;

/** True when the ship is in dry dock on some day of the span: three weeks after New Year, staggered over the fleet. */
export function inDryDock(shipIndex: number, from: LocalDate, days: number): boolean {
  const starts = addDays(`${from.slice(0, 4)}-01-08`, (shipIndex * 11) % 33);
  return (
    daysBetween(starts, addDays(from, days - 1)) >= 0 && daysBetween(from, addDays(starts, DRY_DOCK_DAYS)) > 0
  );
}
