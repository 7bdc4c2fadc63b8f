import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DEFAULT_LOCALE } from '@/lib/kernel/locale';
import { keysOf, messageDifferences } from './check-messages';
import { testsOfNobody } from './check-tests';
import { missingPlatforms } from './complete-lockfile';
import { unreadMessages } from './message-readers';
import { gather } from './run-program';
import { add, skippedTests, summary, type Tally, vitestTally } from './tally';

/**
 * Types, lint, boundaries, texts, lockfile, who runs which test, and unit tests, side by side; a line for each as it
 * ends, and what it had to say where it failed. Each but the last counts as one.
 */
export async function verify(): Promise<Tally> {
  return add(
    await Promise.all([
      check('types', 'tsc', ['--noEmit']),
      check('lint', 'biome', ['check', '.', '--max-diagnostics=50']),
      check('boundaries', 'npm', ['run', '--silent', 'boundaries']),
      texts(),
      lockfile(),
      testFiles(),
      unitTests(),
    ]),
  );
}

async function check(name: string, command: string, args: string[]): Promise<Tally> {
  const { code, output, seconds } = await gather(command, args);
  report(name, code === 0, `${seconds.toFixed(1)} s`, output);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function texts(): Promise<Tally> {
  const faults = [...messageDifferences(), ...unreadMessages(keysOf(DEFAULT_LOCALE))];
  const ok = faults.length === 0;
  report('texts', ok, 'the same keys in every language, each read somewhere', faults.join('\n'));
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function lockfile(): Promise<Tally> {
  const missing = missingPlatforms();
  const ok = missing.length === 0;
  const hint = `missing: ${missing.join(', ')}\nnpm run lockfile adds them`;
  report('lockfile', ok, 'complete for every platform', hint);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function testFiles(): Promise<Tally> {
  const stray = await testsOfNobody().catch((error: unknown) => [String(error)]);
  const ok = stray.length === 0;
  report('tests', ok, 'each is run by somebody', stray.join('\n'));
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unitTests(): Promise<Tally> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'voila-unit-'));
  const file = path.join(dir, 'report.json');
  const { code, output, seconds } = await gather('vitest', [
    'run',
    '--project=unit',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const tally = vitestTally(file, code);
  const skipped = skippedTests(file);
  rmSync(dir, { recursive: true, force: true });
  report('unit', tally.failed === 0, `${summary(tally)} (${seconds.toFixed(1)} s)`, output);
  for (const name of skipped) console.log(`  ${'skipped'.padEnd(12)}${name}`);
  return tally;
}

function report(name: string, ok: boolean, note: string, output: string): void {
  console.log(`  ${name.padEnd(12)}${ok ? 'ok' : 'FAILED'}  ${note}`);
  if (!ok) console.log(output.trimEnd());
}

if (import.meta.main) {
  const tally = await verify();
  console.log(summary(tally));
  process.exitCode = tally.failed === 0 ? 0 : 1;
}
