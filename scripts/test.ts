import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './find-browser';
import { whenNpmEnds } from './npm-watch';
import { oneTestRun } from './one-test-run';
import { stream } from './run-program';
import { add, playwrightTally, skippedTests, summary, type Tally, vitestTally } from './tally';
import { type House, startHouse } from './test-house';
import { verify } from './verify';

/**
 * `npm test`: types, lint, boundaries, unit tests; tests against a real Postgres; tests of the running house in a
 * real browser. `--only db|e2e` runs one part. Goes on after a failure, ends with one line of counts, and exits
 * non-zero when anything failed.
 */
const only = process.argv[process.argv.indexOf('--only') + 1];
const wanted = (part: string): boolean => !process.argv.includes('--only') || only === part;
const reports = mkdtempSync(path.join(os.tmpdir(), 'voila-reports-'));

/** Pages first, on two widths; then the API, which is put under load; then what needs the house for itself. */
const ROUNDS = [['phone', 'desktop'], ['api'], ['alone']];

async function databaseTests(): Promise<Tally> {
  console.log('\nDatabase tests');
  const file = path.join(reports, 'db.json');
  const args = ['run', '--project=db', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await stream('vitest', args);
  for (const name of skippedTests(file)) console.log(`skipped: ${name}`);
  return vitestTally(file, code);
}

async function endToEndTests(): Promise<Tally> {
  console.log('\nEnd-to-end tests');
  try {
    const browser = findBrowser();
    house = await startHouse();
    const tallies: Tally[] = [];
    for (const projects of ROUNDS) tallies.push(await playwright(projects, house, browser));
    return add(tallies);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  } finally {
    await house?.stop();
  }
}

async function playwright(projects: string[], house: House, browser: string): Promise<Tally> {
  const file = path.join(reports, `${projects.join('-')}.json`);
  const args = [
    'test',
    ...projects.map((name) => `--project=${name}`),
    '--reporter=list,json',
    '--pass-with-no-tests',
    `--output=test-results/${projects[0]}`,
  ];
  const env = { ...house.settings, BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code } = await stream('playwright', args, env);
  return playwrightTally(file, code);
}

let house: House | undefined;

/** Interrupted: nothing is left running, and no data either. */
async function giveUp(): Promise<void> {
  rmSync(reports, { recursive: true, force: true });
  await house?.stop();
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void giveUp());
whenNpmEnds(() => void giveUp());

if (wanted('e2e')) {
  await oneTestRun().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
const tallies: Tally[] = [];
if (wanted('verify')) tallies.push(await verify());
if (wanted('db')) tallies.push(await databaseTests());
if (wanted('e2e')) tallies.push(await endToEndTests());
rmSync(reports, { recursive: true, force: true });

const total = add(tallies);
console.log(summary(total));
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
