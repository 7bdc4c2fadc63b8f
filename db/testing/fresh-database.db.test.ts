import postgres from 'postgres';
import { afterAll, expect, inject, it } from 'vitest';
import { sql } from '@/db/client';
import { env } from '@/lib/platform/env';

const template = postgres(inject('postgresAdminUrl').replace(/\/[^/]*$/, `/${inject('postgresTemplate')}`), {
  max: 1,
});
afterAll(() => template.end());

it('a test file gets a migrated database of its own', async () => {
  const [row] = await sql<{ tables: number; name: string }[]>`
    select count(*)::int as tables, current_database() as name
    from information_schema.tables where table_schema = 'public'`;
  expect(row?.tables).toBeGreaterThan(10);
  expect(row?.name).toMatch(/^test_[0-9a-f]{32}$/);
  expect(env.DATABASE_URL).toContain(row?.name);
});

it('what a test writes stays in its own database', async () => {
  await sql`insert into outbox (id, name, data, created_at) values ('isolation', 'x', '{}', now())`;
  expect(await sql`select 1 from outbox where id = 'isolation'`).toHaveLength(1);
  expect(await template`select 1 from outbox where id = 'isolation'`).toHaveLength(0);
});

it('keys are made for the run', () => {
  expect(Buffer.from(env.SEALING_KEYS.split(':')[1] ?? '', 'base64')).toHaveLength(32);
  expect(env.TICKET_SIGNING_KEY).toBeTruthy();
});
