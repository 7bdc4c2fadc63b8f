import { existsSync, readFileSync } from 'node:fs';

/** How many tests and checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0 };

export function add(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, t) => sum + t.passed, 0),
    failed: tallies.reduce((sum, t) => sum + t.failed, 0),
  };
}

/** The line that a test run ends with. */
export function summary({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/**
 * Counts of Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure, and so
 * does a run that failed without a report or without a failed test.
 */
export function vitestTally(file: string, exitCode: number | null): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = report.testResults.filter((t) => t.status === 'failed' && t.assertionResults.length === 0);
  const failed = report.numFailedTests + unloaded.length;
  return { passed: report.numPassedTests, failed: exitCode === 0 ? failed : Math.max(1, failed) };
}

/** Names of the tests that Vitest's JSON report says were skipped: what could not be tried here is told. */
export function skippedTests(file: string): string[] {
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    testResults: { assertionResults: { status: string; fullName: string }[] }[];
  };
  const skipped = report.testResults.flatMap((result) => result.assertionResults);
  return skipped.filter(({ status }) => status === 'skipped').map(({ fullName }) => fullName.trim());
}

/** Counts of Playwright's JSON report; errors outside of tests count as failures. */
export function playwrightTally(file: string, exitCode: number | null): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  const failed = stats.unexpected + errors.length;
  return { passed: stats.expected + stats.flaky, failed: exitCode === 0 ? failed : Math.max(1, failed) };
}
