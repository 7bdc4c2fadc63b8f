import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any number, the same for every process that migrates. */
const ADVISORY_LOCK = 7_226_301;
const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings a database to the newest schema. Several processes may call it at once: an advisory lock lets one
 * through at a time, and the others then find nothing left to do. Throws what the database answers.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
  } finally {
    await sql.end();
  }
}

if (import.meta.main) {
  const { env } = await import('@/lib/platform/env');
  await migrateDatabase(env.DATABASE_URL);
}
