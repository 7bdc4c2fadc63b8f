import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '@/db/migrate';
import { freePort } from '@/sandbox/ports';
import { startPostgres } from '@/sandbox/postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database, from which clones are made. */
    readonly postgresAdminUrl: string;
    /** The migrated and seeded database that every test file gets a copy of. */
    readonly postgresTemplate: string;
  }
}

const TEMPLATE = 'template_voila';

/** Once per test run: a Postgres of its own, and a template in it. Returns what takes both away again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-db-test-'));
  const server = await startPostgres({ dataDir, port: await freePort(), throwaway: true });
  await server.createDatabase(TEMPLATE);
  await migrateDatabase(server.url(TEMPLATE));
  await seedTemplate(server.url(TEMPLATE));
  project.provide('postgresAdminUrl', server.url('postgres'));
  project.provide('postgresTemplate', TEMPLATE);

  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** The client reads its address when it is first imported: hence set here, and imported late. */
async function seedTemplate(url: string): Promise<void> {
  const file = fileURLToPath(new URL('../seed/seed.ts', import.meta.url));
  if (!existsSync(file)) {
    console.warn('db/seed/seed.ts does not exist yet: database tests run on an empty schema');
    return;
  }
  process.env.DATABASE_URL = url;
  const { seedDatabase } = (await import(file)) as { seedDatabase: () => Promise<unknown> };
  await seedDatabase();
  const { sql } = await import('@/db/client');
  await sql.end();
}
