import { addDays, daysBetween, type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { portByCode } from '@/lib/network/queries';
import { ONE_ADULT, pricedFor } from './price-queries';
import { timetableOf } from './timetable-queries';
import { type Voyage, weekdayOf } from './timetable-rules';

/** A sailing of the timetable with its price. */
export interface PricedVoyage extends Voyage {
  /** The lowest total of one adult; null when it is full. */
  readonly totalCents: number | null;
}

/** What a line's page tells of its timetable. */
export interface LineFacts {
  /** Departures a week in February and in July, to half a departure. */
  readonly perWeek: { readonly winter: number; readonly summer: number };
  /** Codes of ships, those that sail most first. */
  readonly ships: readonly string[];
  readonly next: readonly PricedVoyage[];
  /** A week of July from Monday; empty where the line does not sail then. */
  readonly july: readonly PricedVoyage[];
}

const NEXT = 6;
const NEXT_DAYS = 90;

/** The timetable of a direction as it stands at `now`: the next sailings, a week of July, how often it sails. */
export async function lineFacts(routeId: string, now: Date): Promise<LineFacts> {
  const port = await portByCode(routeId.slice(0, 5));
  const today = localDateOf(now, port?.timeZone ?? 'UTC');
  const monday = mondayOfJuly(today);
  const year = monday.slice(0, 4);
  const [voyages, soon, july] = await Promise.all([
    timetableOf(routeId, now),
    pricedFor(routeId, today, NEXT_DAYS, ONE_ADULT, now),
    pricedFor(routeId, monday, 7, ONE_ADULT, now),
  ]);
  const totals = new Map([...soon, ...july].map((each) => [each.id, each.totalCents]));
  const priced = (from: LocalDate, days: number): PricedVoyage[] =>
    voyages
      .filter(({ day }) => day >= from && daysBetween(from, day) < days)
      .map((each) => ({ ...each, totalCents: totals.get(each.id) ?? null }));
  const weekly = (month: string, days: number) =>
    Math.round((voyages.filter(({ day }) => day.startsWith(`${year}-${month}`)).length / days) * 14) / 2;
  return {
    perWeek: { winter: weekly('02', 28), summer: weekly('07', 31) },
    ships: byCount(voyages.map((each) => each.shipCode)),
    next: priced(today, NEXT_DAYS).slice(0, NEXT),
    july: priced(monday, 7),
  };
}

/** The second Monday of a July whose February is still to come. */
function mondayOfJuly(today: LocalDate): LocalDate {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '02-01' ? 1 : 0);
  const eighth = `${year}-07-08`;
  return addDays(eighth, (7 - weekdayOf(eighth)) % 7);
}

function byCount(codes: readonly string[]): string[] {
  const groups = [...Map.groupBy(codes, (code) => code)];
  return groups.sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b)).map(([code]) => code);
}
