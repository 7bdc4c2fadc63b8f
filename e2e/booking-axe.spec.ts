import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { CARD, openCheckout, payWith, upToReview } from './journey/holds';
import { goOn, mailbox } from './journey/travellers';

async function expectClean(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((each) => `${what}, ${colorScheme}: ${each.id} ${each.nodes[0]?.target}`)).toEqual(
      [],
    );
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${what} is wider than the screen`).toBeLessThanOrEqual(0);
}

for (const locale of ['fr', 'en', 'it']) {
  test(`axe finds nothing on the way to the tickets (${locale})`, async ({ page }) => {
    test.setTimeout(180_000);
    const hold = await upToReview(page, mailbox(), locale);
    for (const step of ['passengers', 'vehicles', 'cabins', 'extras', 'review']) {
      await page.goto(`/${locale}/book/${hold}/${step}`);
      await expectClean(page, step);
    }
    await page.goto(`/${locale}/book/${hold}/passengers`);
    await page.locator('.card summary').first().click();
    await page.locator('[name="passengers.0.birthDate"]').fill('31/02/1988');
    await goOn(page);
    await expect(page.locator('#errors')).toBeFocused();
    await expectClean(page, 'errors');
    await page.locator('[name="passengers.0.birthDate"]').fill('09/03/1988');
    await goOn(page);
    await expect(page).toHaveURL(/\/vehicles/);
    await page.goto(`/${locale}/book/${hold}/review`);
    await openCheckout(page);
    const left = (await page.locator('#cancel').getAttribute('href')) ?? '';
    await payWith(page, CARD.good);
    await expect(page.locator('.bk__head--art')).toBeVisible({ timeout: 60_000 });
    await expectClean(page, 'booking');
    await page.goto(left.replace(/\/VF-.*/, ''));
    await expectClean(page, 'find a trip');
  });
}
