import { defineConfig } from 'playwright/test';
import { browserArgs, findBrowser } from '@/scripts/find-browser';

/** Tests that need the house for themselves: they move its clock, or break a part of it. */
const ALONE = ['**/*.alone.spec.ts', 'resilience/**/*.spec.ts'];

/**
 * The site is running already when this is read (`scripts/test.ts` starts it) and its settings are in the
 * environment. Pages are looked at on a phone and on a desk; the API has no width.
 */
export default defineConfig({
  testDir: 'e2e',
  // The rehearsals on a database (`*.db.test.ts`) are vitest's.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // How fast the machine is decides nothing: what must come is waited for, also on two busy cores.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env.APP_URL ?? 'http://localhost:3000',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserArgs() },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: ['api/**', ...ALONE],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    {
      name: 'desktop',
      testIgnore: ['api/**', ...ALONE],
      use: { viewport: { width: 1280, height: 900 } },
    },
    { name: 'api', testMatch: 'api/**/*.spec.ts', testIgnore: ALONE, workers: 1 },
    {
      name: 'alone',
      testMatch: ALONE,
      // Each worker breaks a house of its own, and waits most of the time.
      workers: 2,
      use: { viewport: { width: 1280, height: 900 } },
    },
  ],
});
