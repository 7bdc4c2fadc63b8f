import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Locked, lockHolder, takeLock } from './lock';

const lockFile = (): string => path.join(mkdtempSync(path.join(os.tmpdir(), 'voila-lock-')), 'lock');

it('is held by one and free again afterwards', async () => {
  const file = lockFile();
  const unlock = await takeLock(file);
  expect(lockHolder(file)).toBe(process.pid);
  await expect(takeLock(file)).rejects.toThrow(Locked);
  unlock();
  expect(existsSync(file)).toBe(false);
});

it('of ten that want it at once, one gets it', async () => {
  const file = lockFile();
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(file)));
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
});

it('a lock left by a process that was killed is taken over', async () => {
  const file = lockFile();
  const child = spawn('sleep', ['60']);
  await takeLock(file);
  const mine = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...mine, pid: child.pid, startedAt: 'long ago' }));
  expect(lockHolder(file), 'the number runs, but as another process').toBeNull();
  await takeLock(file);
  expect(lockHolder(file)).toBe(process.pid);
  child.kill();
});

it('waits for a holder that is ending', async () => {
  const file = lockFile();
  const unlock = await takeLock(file);
  setTimeout(unlock, 150);
  await expect(takeLock(file, 3000)).resolves.toBeTypeOf('function');
});
