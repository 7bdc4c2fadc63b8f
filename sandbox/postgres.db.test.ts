import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { isRunning } from './lock';
import { freePort } from './ports';
import { startPostgres } from './postgres';
import { keepPostgres } from './postgres-upkeep';

const newDir = (): string => mkdtempSync(path.join(os.tmpdir(), 'voila-postgres-test-'));
const serverOf = (dir: string): number =>
  Number(readFileSync(path.join(dir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  return work(sql).finally(() => sql.end());
}

it('what was committed is there after the server was killed and came back by itself', async () => {
  const dataDir = newDir();
  const lines: string[] = [];
  const server = await keepPostgres({ dataDir, port: () => freePort() }, (line) => lines.push(line));
  const url = server.url('postgres');
  await query(url, (sql) => sql`create table kept as select 7 as n`);
  process.kill(serverOf(dataDir), 'SIGKILL');
  await expect.poll(() => lines, { timeout: 15_000 }).toContain('postgres is back');
  expect(await query(url, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }]);
  await server.stop();
});

it('a server left behind on the directory gives way to the next', async () => {
  const dataDir = newDir();
  const first = await startPostgres({ dataDir, port: await freePort(), throwaway: true });
  const second = await startPostgres({ dataDir, port: await freePort(), throwaway: true });
  await first.exited;
  expect(await query(second.url('postgres'), (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await second.stop();
});

it('ends when the process that started it is killed', async () => {
  const dataDir = newDir();
  const port = await freePort();
  const code = `
    const { startPostgres } = await import('./sandbox/postgres.ts');
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, port: ${port}, throwaway: true });
    process.stdout.write('up');
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]);
  await new Promise((resolve) => parent.stdout.once('data', resolve));
  const pid = serverOf(dataDir);
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
});
