import { test as base, type ConsoleMessage, expect } from 'playwright/test';

/** What Chromium writes when a page breaks its Content-Security-Policy, with a script and without. */
const VIOLATION = /Content Security Policy|securitypolicyviolation/i;
/** Another site. */
const PAYMENT_PAGE = /^https?:\/\/[^/]+\/c\/pay\//;

/**
 * The `test` of everything that looks at pages: whatever a walk is about, a page that breaks its own
 * Content-Security-Policy on the way fails it.
 */
export const test = base.extend<{ policyKept: undefined }>({
  policyKept: [
    async ({ context }, use) => {
      const broken = new Set<string>();
      context.on('console', (message: ConsoleMessage) => {
        const page = message.page()?.url() ?? '';
        if (!PAYMENT_PAGE.test(page) && VIOLATION.test(message.text()))
          broken.add(`${page}: ${message.text()}`);
      });
      await use(undefined);
      expect([...broken], 'pages that broke their Content-Security-Policy').toEqual([]);
    },
    { auto: true },
  ],
});
