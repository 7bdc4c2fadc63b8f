import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lockHolder } from '@/sandbox/lock';
import { ROOT } from './surroundings';

const lockFile = (): string => path.join(mkdtempSync(path.join(os.tmpdir(), 'voila-run-')), 'test.lock');

/** A test run that takes the lock and, when it may, says so and stays. */
function testRun(lock: string): {
  child: ChildProcess;
  said: Promise<string>;
  ended: Promise<number | null>;
} {
  const program = `
    import { oneTestRun } from './scripts/one-test-run.ts';
    try {
      await oneTestRun(process.env.LOCK);
      console.log('running');
      setInterval(() => undefined, 1000);
      process.on('SIGTERM', () => process.exit(0));
    } catch (error) {
      console.log(error.message);
      process.exitCode = 1;
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: ROOT,
    env: { ...process.env, LOCK: lock },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const said = new Promise<string>((resolve) => child.stdout?.once('data', (text) => resolve(`${text}`)));
  return { child, said, ended };
}

it('a second run in the same copy is refused with a sentence that names the first', async () => {
  const lock = lockFile();
  const first = testRun(lock);
  expect(await first.said).toBe('running\n');
  const second = testRun(lock);
  expect(await second.said).toMatch(new RegExp(`already \\(process ${first.child.pid}\\).*another clone`));
  expect(await second.ended).toBe(1);
  expect(lockHolder(lock)).toBe(first.child.pid);

  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(existsSync(lock)).toBe(false);
}, 60_000);

it('what a killed run left behind stops nobody', async () => {
  const lock = lockFile();
  const killed = testRun(lock);
  await killed.said;
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(lock)).toBe(true);
  const next = testRun(lock);
  expect(await next.said).toBe('running\n');
  next.child.kill('SIGTERM');
  await next.ended;
}, 60_000);
