import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/platform/env';

const shared = globalThis as { voilaSql?: postgres.Sql };

/**
 * The pool of this process. About 8 connections: more writers on a hot row make it slower (measured, see
 * docs/inventory.md). Kept on `globalThis` so that hot reload does not open a second pool.
 */
shared.voilaSql ??= postgres(env.DATABASE_URL, {
  max: env.DATABASE_POOL,
  idle_timeout: 60,
  connect_timeout: 5,
  // After an outage the pool is back within a quarter of a second, not the driver's 20 s.
  backoff: () => 0.25,
  connection: { application_name: 'voila' },
  onnotice: () => undefined,
});

export const sql: postgres.Sql = shared.voilaSql;
export const db = drizzle(sql);
export type Database = typeof db;
/** A transaction, or the database itself where a read needs none. */
export type Queryable = Database | Parameters<Parameters<Database['transaction']>[0]>[0];
