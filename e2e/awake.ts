import type { Locator } from 'playwright/test';

/**
 * Until the page's script has taken an element on: a kept page is there before its script is, and what is pressed earlier
 * does what it does without one.
 */
export async function awake(element: Locator): Promise<void> {
  await element
    .page()
    .waitForFunction(
      (each) => each !== null && Object.keys(each).some((key) => key.startsWith('__reactProps$')),
      await element.elementHandle(),
    );
}
