import postgres, { type Sql, type TransactionSql } from 'postgres';

/** `bigint` columns hold milliseconds and positions, which fit a number. */
type Types = { bigint: number };
export type Database = Sql<Types>;
export type Transaction = TransactionSql<Types>;

/**
 * The executor's own tables. Instants called `…_at` are milliseconds; those of `jobs` are by the machine's
 * clock (leases and retries must not care about a moved clock), all others by the sandbox's clock.
 */
const TABLES = `
create schema if not exists sandbox_inngest;
set local search_path to sandbox_inngest;
create sequence if not exists step_order;
create table if not exists functions (
  id text primary key, app text not null, config jsonb not null
);
create table if not exists crons (
  function_id text not null, cron text not null, next_at bigint not null, primary key (function_id, cron)
);
create table if not exists seen (key text primary key, seen_at bigint not null);
create table if not exists debounces (
  function_id text not null, key text not null, event jsonb not null,
  due_at bigint not null, latest_at bigint not null, primary key (function_id, key)
);
create table if not exists runs (
  id text primary key, function_id text not null, status text not null, event jsonb not null,
  slots jsonb not null, max_attempts int not null, parallel boolean not null default false,
  attempts int not null default 0, output jsonb, error jsonb,
  parent_run text, parent_step text, created_at bigint not null, ended_at bigint
);
create index if not exists runs_active on runs (function_id) where status = 'running';
create index if not exists runs_created on runs (created_at);
create table if not exists steps (
  run_id text not null references runs (id) on delete cascade, id text not null, op text not null,
  name text not null, result jsonb, position bigint, due_at bigint, wait_event text, wait_if text,
  primary key (run_id, id)
);
create index if not exists steps_due on steps (due_at) where position is null and due_at is not null;
create index if not exists steps_waiting on steps (wait_event) where position is null;
create table if not exists jobs (
  run_id text not null references runs (id) on delete cascade, step_id text not null,
  attempt int not null default 0, due_at bigint not null, leased_until bigint not null default 0,
  lease text, again boolean not null default false, slots jsonb not null, wake_at bigint,
  primary key (run_id, step_id)
);
-- Its last call found nobody at home.
alter table jobs add column if not exists unanswered boolean not null default false;
create index if not exists jobs_due on jobs (due_at);
`;

/** Opens the pool and creates the tables where they are missing. */
export async function openTables(databaseUrl: string): Promise<Database> {
  const sql = postgres(databaseUrl, {
    max: 8,
    connect_timeout: 5,
    idle_timeout: 60,
    // Seconds between tries while the server is away; the default grows to 20.
    backoff: () => 0.25,
    connection: { application_name: 'sandbox-inngest', search_path: 'sandbox_inngest' },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    onnotice: () => undefined,
  });
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7265001)`;
    await tx.unsafe(TABLES);
  });
  return sql;
}

/** A value for a jsonb column. */
export function json(tx: Transaction, value: unknown): ReturnType<Transaction['json']> {
  return tx.json((value ?? null) as Parameters<Transaction['json']>[0]);
}

/** Deadlock, serialisation failure: the transaction did nothing and may simply be run again. */
const RETRY_CODES = new Set(['40P01', '40001']);

/** Runs one transaction, again where Postgres asked for that. */
export async function transact<T>(sql: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await sql.begin(work)) as T;
    } catch (error) {
      const code = error instanceof postgres.PostgresError ? error.code : '';
      if (attempt >= 10 || !RETRY_CODES.has(code)) throw error;
    }
  }
}
