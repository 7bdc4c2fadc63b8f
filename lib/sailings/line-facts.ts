import { daysBetween, type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { portByCode } from '@/lib/network/queries';
import { ONE_ADULT, pricedFor } from './price-queries';
import { timetableOf } from './timetable-queries';
import { type PricedVoyage, type SeasonTable, seasonTables, type Voyage } from './timetable-rules';

/** What a line's page tells of its timetable. */
export interface LineFacts {
  /** Departures a week in February and in July, to half a departure. */
  readonly perWeek: { readonly winter: number; readonly summer: number };
  /** Codes of ships, those that sail most first. */
  readonly ships: readonly string[];
  /** The next sailings, however far ahead. */
  readonly next: readonly PricedVoyage[];
  /** The usual week of each season. */
  readonly weeks: readonly SeasonTable[];
}

const NEXT = 6;

/** The timetable of a direction as it stands at `now`: the next sailings, the usual week of each season, how often it sails. */
export async function lineFacts(routeId: string, now: Date): Promise<LineFacts> {
  const port = await portByCode(routeId.slice(0, 5));
  const today = localDateOf(now, port?.timeZone ?? 'UTC');
  const voyages = await timetableOf(routeId, now);
  const year = yearOfSeasons(today);
  const weekly = (month: string, days: number) =>
    Math.round((voyages.filter(({ day }) => day.startsWith(`${year}-${month}`)).length / days) * 14) / 2;
  return {
    perWeek: { winter: weekly('02', 28), summer: weekly('07', 31) },
    ships: byCount(voyages.map((each) => each.shipCode)),
    next: await priced(routeId, voyages.slice(0, NEXT), now),
    weeks: seasonTables(voyages),
  };
}

async function priced(routeId: string, voyages: readonly Voyage[], now: Date): Promise<PricedVoyage[]> {
  const [first, last] = [voyages[0]?.day, voyages.at(-1)?.day];
  if (!first || !last) return [];
  const prices = await pricedFor(routeId, first, daysBetween(first, last) + 1, ONE_ADULT, now);
  const totals = new Map(prices.map((each) => [each.id, each.totalCents]));
  return voyages.map((each) => ({ ...each, totalCents: totals.get(each.id) ?? null }));
}

/** The year of the next July whose February is still to come. */
function yearOfSeasons(today: LocalDate): number {
  return Number(today.slice(0, 4)) + (today.slice(5) > '02-01' ? 1 : 0);
}

function byCount(codes: readonly string[]): string[] {
  const groups = [...Map.groupBy(codes, (code) => code)];
  return groups.sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b)).map(([code]) => code);
}
