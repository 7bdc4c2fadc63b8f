import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { add, playwrightTally, skippedTests, summary, vitestTally } from './tally';

const dir = mkdtempSync(path.join(os.tmpdir(), 'voila-tally-'));
const report = (content: unknown): string => {
  const file = path.join(dir, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
};

it('a test file that does not load is a failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{}, {}] },
    { status: 'failed', assertionResults: [] },
  ];
  const file = report({ numPassedTests: 2, numFailedTests: 0, testResults });
  expect(vitestTally(file, 1)).toEqual({ passed: 2, failed: 1 });
});

it('a run that leaves no report is a failure', () => {
  expect(vitestTally(path.join(dir, 'none.json'), 0).failed).toBe(1);
  expect(playwrightTally(path.join(dir, 'none.json'), 0).failed).toBe(1);
});

it('a run that fails with only passed tests is a failure', () => {
  const vitest = report({ numPassedTests: 3, numFailedTests: 0, testResults: [] });
  expect(vitestTally(vitest, 1)).toEqual({ passed: 3, failed: 1 });
  const playwright = report({ stats: { expected: 1, unexpected: 0, flaky: 0 }, errors: [] });
  expect(playwrightTally(playwright, 1)).toEqual({ passed: 1, failed: 1 });
});

it('a test that was skipped is told by its name', () => {
  const testResults = [
    {
      assertionResults: [
        { status: 'passed', fullName: ' what is tried' },
        { status: 'skipped', fullName: ' what is not there' },
      ],
    },
  ];
  expect(skippedTests(report({ testResults }))).toEqual(['what is not there']);
  expect(skippedTests(path.join(dir, 'none.json'))).toEqual([]);
});

it('sums up in one line', () => {
  expect(
    summary(
      add([
        { passed: 2, failed: 0 },
        { passed: 5, failed: 1 },
      ]),
    ),
  ).toBe('7 passed, 1 failed');
});
