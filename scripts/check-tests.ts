import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gather } from './run-program';
import { ROOT } from './surroundings';

/** A file and the project of a runner that takes it. */
export interface Taken {
  readonly file: string;
  readonly project: string;
}

interface Suite {
  readonly file: string;
  readonly specs?: readonly { readonly tests: readonly { readonly projectName: string }[] }[];
  readonly suites?: readonly Suite[];
}

/**
 * What is wrong with who runs which test file, as the runners themselves say it: a file that nobody runs passes for
 * ever, and one that two projects of vitest take is not the kind its name says. Throws when a runner cannot tell.
 */
export async function testsOfNobody(): Promise<string[]> {
  const [vitest, playwright] = await Promise.all([takenByVitest(), takenByPlaywright()]);
  return strayTests(testFiles(), vitest, playwright);
}

/** The same from what is there and what is taken: `*.test` wants one project of vitest, `*.spec` some of Playwright. */
export function strayTests(
  files: readonly string[],
  vitest: readonly Taken[],
  playwright: readonly Taken[],
): string[] {
  return files.flatMap((file) => {
    const units = vitest.filter((taken) => taken.file === file).map((taken) => taken.project);
    const pages = playwright.filter((taken) => taken.file === file).map((taken) => taken.project);
    const isSpec = /\.spec\.\w+$/.test(file);
    const [own, other] = isSpec ? [pages, units] : [units, pages];
    if (own.length === 0) return [`${file}: nobody runs it`];
    if (other.length > 0) return [`${file}: run by ${other.join(' and ')} too`];
    if (!isSpec && own.length > 1) return [`${file}: run by ${own.join(' and by ')}`];
    return [];
  });
}

/** Every test file of the tree, by the two names that tests have. */
function testFiles(): string[] {
  const skipped = (name: string): boolean => /^(node_modules|\.next.*|\.git|\.data|test-results)$/.test(name);
  return globSync('**/*.{test,spec}.{ts,tsx,mts,cts,js,jsx,mjs,cjs}', {
    cwd: ROOT,
    exclude: (entry) => skipped(path.basename(entry)),
  }).sort();
}

async function takenByVitest(): Promise<Taken[]> {
  const listed = await list<{ file: string; projectName: string }[]>(
    'vitest',
    (report) => ['list', '--filesOnly', `--json=${report}`],
    () => ({}),
  );
  return listed.map(({ file, projectName }) => ({ file: path.relative(ROOT, file), project: projectName }));
}

/** Its list reads every file. No browser is started, so any path will do for one. */
async function takenByPlaywright(): Promise<Taken[]> {
  const { config, suites } = await list<{ config: { rootDir: string }; suites: Suite[] }>(
    'playwright',
    () => ['test', '--list', '--reporter=json'],
    (report) => ({
      BROWSER_PATH: process.execPath,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    }),
  );
  return suites.flatMap((suite) =>
    [...projectsOf(suite)].map((project) => ({
      file: path.relative(ROOT, path.join(config.rootDir, suite.file)),
      project,
    })),
  );
}

function projectsOf(suite: Suite): Set<string> {
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => test.projectName));
  return new Set([...own, ...(suite.suites ?? []).flatMap((inner) => [...projectsOf(inner)])]);
}

async function list<T>(
  command: string,
  args: (report: string) => string[],
  env: (report: string) => Record<string, string>,
): Promise<T> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'voila-list-'));
  const report = path.join(dir, 'list.json');
  try {
    const { code, output } = await gather(command, args(report), env(report));
    if (code !== 0) throw new Error(`${command} cannot list its tests:\n${output}`);
    return JSON.parse(readFileSync(report, 'utf8')) as T;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
