import { sql } from 'drizzle-orm';
import { db } from '@/db/client';

/** Whether the schema and the seed are in place. Throws where the database does not answer. */
export async function isMigratedAndSeeded(): Promise<boolean> {
  const rows = await db.execute<{ ready: boolean }>(
    sql`select to_regclass('public.seed_runs') is not null as ready`,
  );
  if (!rows[0]?.ready) return false;
  const seeded = await db.execute<{ seeded: boolean }>(
    sql`select exists (select 1 from seed_runs) as seeded`,
  );
  return seeded[0]?.seeded === true;
}
