import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '@/db/migrate';
import { seedDatabase } from '@/db/seed/seed';
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
  await seedDatabase(server.url(TEMPLATE));
  project.provide('postgresAdminUrl', server.url('postgres'));
  project.provide('postgresTemplate', TEMPLATE);

  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
