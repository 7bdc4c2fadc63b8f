import { findBrowser } from './find-browser';
import { stream } from './run-program';
import { startHouse } from './test-house';

/** `npm run test:spec -- e2e/search.spec.ts --project=phone`: some end-to-end tests in a house of their own. */
const house = await startHouse();
try {
  const { code } = await stream(
    'playwright',
    ['test', '--reporter=list', '--output=test-results/spec', ...process.argv.slice(2)],
    { ...house.settings, BROWSER_PATH: findBrowser() },
  );
  process.exitCode = code;
} finally {
  await house.stop();
}
