import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';

/** A sailing of the timetable. Instants are ISO with the offset of their port: what they read is local time. */
export interface Voyage {
  readonly id: string;
  readonly operatorCode: string;
  readonly shipCode: string;
  /** Day of departure on the clock of the port of departure. */
  readonly day: LocalDate;
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly minutes: number;
}

/** A sailing of the timetable with its price. */
export interface PricedVoyage extends Voyage {
  /** The lowest total of one adult; null when it is full. */
  readonly totalCents: number | null;
}

/** Months in which timetables hold still: June and September go from one to the next. */
const SEASON_MONTHS = {
  summer: [7, 8],
  between: [4, 5, 10],
  winter: [11, 12, 1, 2, 3],
} as const;
export type Season = keyof typeof SEASON_MONTHS;
export const SEASONS = Object.keys(SEASON_MONTHS) as Season[];

/** A departure that comes again: who, when, on which days. */
export interface UsualDeparture {
  readonly operatorCode: string;
  /** Local clock times, `HH:MM`. */
  readonly departs: string;
  readonly arrives: string;
  readonly daysLater: number;
  readonly minutes: number;
  /** 0 is Monday. All seven where it is `every-other-day`. */
  readonly weekdays: readonly number[];
  readonly rhythm: 'weekly' | 'some-weeks' | 'every-other-day';
}

export interface SeasonTable {
  /** Seasons that have this very table. */
  readonly seasons: readonly Season[];
  /** Departures a week, rounded; at least 1. */
  readonly perWeek: number;
  readonly departures: readonly UsualDeparture[];
}

/** On how many of its weekdays a departure must be sailed to be usual there, and to be told at all. */
const USUAL = 0.5;
const TOLD = 0.25;

/**
 * The usual week of each season that has one, as the open timetable of 18 months shows it: the same hour, operator and
 * length on the same weekdays. Seasons with the same week are one. Sailings out of the ordinary are left out.
 */
export function seasonTables(voyages: readonly Voyage[]): SeasonTable[] {
  const [first, last] = [voyages[0]?.day, voyages.at(-1)?.day];
  if (!first || !last) return [];
  const tables = SEASONS.map((season): SeasonTable => {
    const months: readonly number[] = SEASON_MONTHS[season];
    const isIn = (day: LocalDate) => months.includes(Number(day.slice(5, 7)));
    const own = voyages.filter(({ day }) => isIn(day));
    const days = daysFrom(first, last).filter(isIn);
    const departures = [...Map.groupBy(own, keyOf).values()].flatMap((same) => usual(same, days));
    return {
      seasons: [season],
      perWeek: Math.max(1, Math.round((own.length * 7) / Math.max(7, days.length))),
      departures: departures.sort(byWeek),
    };
  });
  const byDepartures = Map.groupBy(
    tables.filter(({ departures }) => departures.length > 0),
    ({ departures }) => JSON.stringify(departures),
  );
  return [...byDepartures.values()].map((same) => ({
    seasons: same.flatMap(({ seasons }) => seasons),
    perWeek: Math.max(...same.map(({ perWeek }) => perWeek)),
    departures: same[0]?.departures ?? [],
  }));
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: LocalDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const keyOf = ({ operatorCode, departsAt, minutes }: Voyage) =>
  `${operatorCode} ${departsAt.slice(11, 16)} ${minutes}`;

function usual(same: readonly Voyage[], days: readonly LocalDate[]): UsualDeparture[] {
  const [sample] = same;
  if (!sample) return [];
  const share = Array.from({ length: 7 }, (_, weekday) => {
    const there = days.filter((day) => weekdayOf(day) === weekday).length;
    return there === 0 ? 0 : same.filter(({ day }) => weekdayOf(day) === weekday).length / there;
  });
  const on = (is: (each: number) => boolean) => share.flatMap((each, weekday) => (is(each) ? [weekday] : []));
  const departure = {
    operatorCode: sample.operatorCode,
    departs: sample.departsAt.slice(11, 16),
    ...mostFrequentArrival(same),
    minutes: sample.minutes,
  };
  // Two ships by turns on a daily line: each has every weekday in every second week.
  if (share.every((each) => each > TOLD && each < 0.7))
    return [{ ...departure, weekdays: on(() => true), rhythm: 'every-other-day' }];
  const weekly = on((each) => each >= USUAL);
  const sometimes = on((each) => each >= TOLD && each < USUAL);
  return [
    ...(weekly.length > 0 ? [{ ...departure, weekdays: weekly, rhythm: 'weekly' as const }] : []),
    ...(sometimes.length > 0 ? [{ ...departure, weekdays: sometimes, rhythm: 'some-weeks' as const }] : []),
  ];
}

/** Where clocks change in one port and not in the other, most sailings of the season count. */
function mostFrequentArrival(same: readonly Voyage[]): { arrives: string; daysLater: number } {
  const kinds = Map.groupBy(
    same,
    ({ day, arrivesAt }) => `${arrivesAt.slice(11, 16)} ${daysBetween(day, arrivesAt.slice(0, 10))}`,
  );
  const [most = ''] = [...kinds].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const [arrives = '', daysLater = '0'] = most.split(' ');
  return { arrives, daysLater: Number(daysLater) };
}

const byWeek = (a: UsualDeparture, b: UsualDeparture) =>
  (a.weekdays[0] ?? 0) - (b.weekdays[0] ?? 0) ||
  a.departs.localeCompare(b.departs) ||
  a.operatorCode.localeCompare(b.operatorCode);

function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}
