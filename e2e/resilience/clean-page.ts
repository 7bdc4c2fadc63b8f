import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Nothing that axe finds, day and night. */
export async function expectClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((each) => `${colorScheme}: ${each.id} ${each.nodes[0]?.target}`)).toEqual([]);
  }
}
