import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import type { Tariff } from '@/lib/pricing/types';
import { FARE_RULES } from './fare-rules';
import { OPERATORS } from './operators';
import { PORTS } from './ports';
import type { SeedPriceRun } from './price-history';
import type { SeedPrice } from './price-rows';
import { DIRECTIONS } from './routes';
import { SERVICES } from './services';
import { SHIPS } from './ships';
import type { SeedStock } from './stock';

/** A sailing as it is written; columns as in `sailings`. */
export interface SailingRow {
  readonly id: string;
  readonly route_id: string;
  readonly operator_code: string;
  readonly ship_code: string;
  readonly departure_day: string;
  readonly departs_at: Date;
  readonly arrives_at: Date;
  readonly delay_minutes: number;
  readonly status: 'scheduled';
  readonly tariff: Tariff;
}

type Sql = postgres.TransactionSql;

/** Rows per statement: large enough to be fast, small enough for the memory of a small machine. */
const BATCH = 2_000;

/** True when this version has been put in before. */
export async function wasRun(sql: Sql, version: string): Promise<boolean> {
  return (await sql`select 1 from seed_runs where version = ${version}`).length > 0;
}

/** Notes that a version is in. */
export async function markRun(sql: Sql, version: string, at: Date): Promise<void> {
  await sql`insert into seed_runs (version, finished_at) values (${version}, ${at}) on conflict do nothing`;
}

/** Writes ports, operators, ships, directions, services and fare rules; rows that exist take the new values. */
export async function upsertNetwork(sql: Sql): Promise<void> {
  await upsert(
    sql,
    'ports',
    ['code'],
    PORTS.map(({ timeZone, ...port }) => ({ ...port, country: port.code.slice(0, 2), time_zone: timeZone })),
  );
  await upsert(
    sql,
    'operators',
    ['code'],
    OPERATORS.map(({ code, name, country, ageBands, approximate }) => ({
      code,
      name,
      country,
      age_bands: ageBands,
      approximate,
    })),
  );
  await upsert(
    sql,
    'ships',
    ['code'],
    SHIPS.map(({ operatorCode, lengthDm, ...ship }) => ({
      ...ship,
      operator_code: operatorCode,
      length_dm: lengthDm,
    })),
  );
  await upsert(
    sql,
    'routes',
    ['id'],
    [...DIRECTIONS.values()].map(({ id, from, to, route }) => ({
      id,
      from_port: from,
      to_port: to,
      nautical_miles: route.nauticalMiles,
    })),
  );
  await upsert(sql, 'services', ['route_id', 'operator_code'], SERVICES);
  await upsert(sql, 'fare_rules', ['operator_code', 'family', 'version'], FARE_RULES);
}

/** Adds sailings that are not there yet. */
export async function insertSailings(sql: Sql, rows: readonly SailingRow[]): Promise<void> {
  await insertMissing(sql, 'sailings', rows);
}

/** Adds prices of sailings that have none yet. */
export async function insertPrices(sql: Sql, rows: readonly SeedPrice[]): Promise<void> {
  await insertMissing(sql, 'sailing_prices', rows);
}

/** Adds stock lines that are not there yet. */
export async function insertStock(sql: Sql, rows: readonly SeedStock[]): Promise<void> {
  await insertMissing(sql, 'stock_lines', rows);
}

const PRICE_RUN_COLUMNS = [
  'route_id',
  'departure_day',
  'observed_from',
  'observed_until',
  'basic_cents',
  'standard_cents',
  'flex_cents',
  'source',
] as const satisfies readonly (keyof SeedPriceRun)[];

/** Puts a past that was made up in the place of one made up before. COPY writes a hundred thousand rows four times as fast as JSON does. */
export async function writePriceHistory(sql: Sql, rows: readonly SeedPriceRun[]): Promise<void> {
  await sql`delete from price_runs where source = 'seed'`;
  const copy = await sql`copy price_runs (${sql.unsafe(PRICE_RUN_COLUMNS.join(', '))}) from stdin`.writable();
  await pipeline(Readable.from(linesOf(rows)), copy);
}

/** Postgres' text format, a batch at a time. None of the values has a tab or a backslash. */
function* linesOf(rows: readonly SeedPriceRun[]): Generator<string> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const lines = rows
      .slice(start, start + BATCH)
      .map((row) => PRICE_RUN_COLUMNS.map((column) => row[column] ?? '\\N').join('\t'));
    yield `${lines.join('\n')}\n`;
  }
}

/** One JSON parameter per batch; Postgres itself turns it into rows of the table's type. */
async function insertMissing(sql: Sql, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH));
    await sql`
      insert into ${sql(table)}
      select * from json_populate_recordset(null::${sql(table)}, ${batch}::text::json)
      on conflict do nothing`;
  }
}

async function upsert(
  sql: Sql,
  table: string,
  key: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = columns.filter((column) => !key.includes(column));
  const assignments = values.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  const list = columns.map((column) => `"${column}"`).join(', ');
  await sql`
    insert into ${sql(table)} (${sql.unsafe(list)})
    select ${sql.unsafe(list)} from json_populate_recordset(null::${sql(table)}, ${JSON.stringify(rows)}::text::json)
    on conflict (${sql(key as string[])}) do update set ${sql.unsafe(assignments)}`;
}
