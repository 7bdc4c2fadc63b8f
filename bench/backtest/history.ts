import type { PriceRun } from '@/lib/insights/types';
import type { LocalDate } from '@/lib/kernel/dates';

/** A line's runs by day of departure, in order of time. */
export type History = ReadonlyMap<string, ReadonlyMap<LocalDate, readonly PriceRun[]>>;

/** A run as it stands in a table or a file. */
export interface HistoryRow {
  readonly route_id: string;
  readonly departure_day: LocalDate;
  readonly observed_from: LocalDate;
  readonly observed_until: LocalDate;
  readonly basic_cents: number | null;
}

const COLUMNS = ['route_id', 'departure_day', 'observed_from', 'observed_until', 'basic_cents'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Puts rows into the order in which they are asked. */
export function historyOf(rows: readonly HistoryRow[]): History {
  const history = new Map<string, Map<LocalDate, PriceRun[]>>();
  for (const row of rows) {
    const line = history.get(row.route_id) ?? new Map<LocalDate, PriceRun[]>();
    history.set(row.route_id, line);
    const runs = line.get(row.departure_day) ?? [];
    line.set(row.departure_day, runs);
    runs.push({
      departureDay: row.departure_day,
      observedFrom: row.observed_from,
      observedUntil: row.observed_until,
      cents: row.basic_cents,
    });
  }
  for (const line of history.values())
    for (const runs of line.values()) runs.sort((a, b) => (a.observedFrom < b.observedFrom ? -1 : 1));
  return history;
}

/**
 * Reads a CSV with a line of headings, in any order and with any others beside them; an empty price is a day with nothing
 * to sell. Throws a RangeError that names the line where something is not what it should be.
 */
export function readCsv(text: string): HistoryRow[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const heads = head.split(',').map((name) => name.trim().replaceAll('"', ''));
  const missing = COLUMNS.filter((name) => !heads.includes(name));
  if (missing.length > 0) throw new RangeError(`no column ${missing.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split(',').map((cell) => cell.trim().replaceAll('"', ''));
    const cell = (name: (typeof COLUMNS)[number]) => cells[heads.indexOf(name)] ?? '';
    const days = [cell('departure_day'), cell('observed_from'), cell('observed_until')];
    const cents = cell('basic_cents') === '' ? null : Number(cell('basic_cents'));
    const [from = '', until = ''] = days.slice(1);
    if (!days.every((day) => DAY.test(day)) || from > until || (cents !== null && !(cents > 0)))
      throw new RangeError(`line ${index + 2} is not a run of prices: ${line}`);
    return {
      route_id: cell('route_id'),
      departure_day: cell('departure_day'),
      observed_from: from,
      observed_until: until,
      basic_cents: cents,
    };
  });
}
