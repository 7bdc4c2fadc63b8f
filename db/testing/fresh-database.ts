import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import type {} from './global-setup';

/**
 * Runs before each test file: gives it a database of its own, cloned from the seeded template, and keys made
 * for this run. Everything that reads the environment is imported after this file.
 */
const adminUrl = inject('postgresAdminUrl');
const template = inject('postgresTemplate');
const name = `test_${randomUUID().replaceAll('-', '')}`;

await asAdmin((sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`);

process.env.DATABASE_URL = adminUrl.replace(/\/[^/]*$/, `/${name}`);
process.env.SEALING_KEYS = `test:${randomBytes(32).toString('base64')}`;
process.env.TICKET_SIGNING_KEY = generateKeyPairSync('ed25519')
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64');

afterAll(async () => {
  const { sql } = await import('@/db/client');
  await sql.end({ timeout: 5 });
  await asAdmin((admin) => admin`drop database ${admin(name)} with (force)`);
});

async function asAdmin(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await work(sql).finally(() => sql.end());
}
