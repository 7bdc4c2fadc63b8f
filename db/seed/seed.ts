import postgres from 'postgres';
import { addDays, type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { priceHistory } from './price-history';
import { pricesOf } from './price-rows';
import { publishedTariff } from './prices';
import { stockOf } from './stock';
import { type PlannedSailing, planTimetable } from './timetable';
import {
  insertPrices,
  insertSailings,
  insertStock,
  markRun,
  type SailingRow,
  upsertNetwork,
  wasRun,
  writePriceHistory,
} from './write';

/** Raise when the network's data change: the next run writes them again. Sailings that exist are never touched. */
const NETWORK_VERSION = 'network-1';
const TIMETABLE_VERSION = 'timetable-1';
const HISTORY_VERSION = 'price-history-1';
const ADVISORY_LOCK = 7_226_302;

export interface SeedOptions {
  /** First day of the timetable; today by default. */
  readonly from?: LocalDate;
  /** Length of the timetable in days; about 18 months by default. */
  readonly days?: number;
  /** The same number gives the same prices and stock. */
  readonly seed?: number;
}

/** What a run has put in. */
export interface SeedReport {
  readonly sailings: number;
  readonly stockLines: number;
  /** Runs of days of the past that was made up; none when it stood already. */
  readonly priceRuns: number;
}

const EIGHTEEN_MONTHS_IN_DAYS = 547;

/**
 * Fills a migrated database with the network and a timetable of 18 months, and with as long a past of prices. Safe to repeat and to run in several
 * processes at once: what is there stays as it is, a later day only adds the sailings that are missing.
 */
export async function seedDatabase(
  databaseUrl: string = env.DATABASE_URL,
  options: SeedOptions = {},
): Promise<SeedReport> {
  const { from = localDateOf(now(), 'Europe/Paris'), days = EIGHTEEN_MONTHS_IN_DAYS, seed = 1 } = options;
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await client.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`;
      if (!(await wasRun(sql, NETWORK_VERSION))) {
        await upsertNetwork(sql);
        await markRun(sql, NETWORK_VERSION, now());
      }
      const run = `${TIMETABLE_VERSION}:${seed}:${from}+${days}`;
      if (await wasRun(sql, run)) return { sailings: 0, stockLines: 0, priceRuns: 0 };
      const report = await extendTimetable(sql, from, addDays(from, days), seed);
      await markRun(sql, run, now());
      return report;
    });
  } finally {
    await client.end();
  }
}

async function extendTimetable(
  sql: postgres.TransactionSql,
  from: LocalDate,
  until: LocalDate,
  seed: number,
): Promise<SeedReport> {
  const planned = planTimetable(from, until);
  const known = new Set(
    (await sql<{ id: string }[]>`select id from sailings where departure_day >= ${from}`).map(
      (row) => row.id,
    ),
  );
  const missing = planned.filter((sailing) => !known.has(sailing.id));
  const rows = missing.map(
    (sailing): SailingRow => ({
      id: sailing.id,
      route_id: sailing.direction.id,
      operator_code: sailing.ship.operatorCode,
      ship_code: sailing.ship.code,
      departure_day: sailing.departureDay,
      departs_at: sailing.departsAt,
      arrives_at: sailing.arrivesAt,
      delay_minutes: 0,
      status: 'scheduled',
      tariff: publishedTariff(seed, sailing, from),
    }),
  );
  await insertSailings(sql, rows);
  const stock = missing.flatMap((sailing) => stockOf(seed, sailing, from));
  await insertStock(sql, stock);
  await insertPrices(sql, pricesOf(rows, stock, from));
  const priceRuns = await addPriceHistory(sql, from, seed, planned);
  return { sailings: missing.length, stockLines: stock.length, priceRuns };
}

/** Once: the past ends on the first day of the first timetable, and what comes after it is seen, not made up. */
async function addPriceHistory(
  sql: postgres.TransactionSql,
  today: LocalDate,
  seed: number,
  planned: readonly PlannedSailing[],
): Promise<number> {
  if (await wasRun(sql, HISTORY_VERSION)) return 0;
  const history = priceHistory(seed, today, planned);
  await writePriceHistory(sql, history);
  await markRun(sql, HISTORY_VERSION, now());
  return history.length;
}
