import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { CARD, openCheckout, payWith, upToReview } from './journey/holds';
import { goOn, mailbox } from './journey/travellers';
import { test } from './watched';

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

/** What can take the focus and is cut away so that nobody sees it. The link to the content comes out when it has it. */
function unseenStops(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href],button,summary,input,select,textarea')]
      .filter((each) => each.tabIndex >= 0 && !each.matches('.skip'))
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => each.getBoundingClientRect().width <= 1 || getComputedStyle(each).clipPath !== 'none')
      .map((each) => each.outerHTML.slice(0, 80)),
  );
}

test('with little room or large letters nothing is cut, and nothing unseen takes the focus', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const hold = await upToReview(page, mailbox());
  const pages = ['passengers', 'vehicles', 'cabins', 'extras', 'review'].map(
    (step) => `/fr/book/${hold}/${step}`,
  );
  await openCheckout(page);
  pages.push((await page.locator('#cancel').getAttribute('href')) ?? '');
  const faults: string[] = [];
  for (const path of pages) {
    await page.goto(path);
    for (const [width, height, letters] of [
      [320, 640, '100%'],
      [640, 400, '100%'],
      [390, 844, '200%'],
      [1280, 800, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height });
      const wide = await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
        const edge = (what: string) => document.querySelector(what)?.getBoundingClientRect().right ?? 0;
        const beyond = edge('.stepper [aria-current] > span > span') - edge('.stepper');
        return document.documentElement.scrollWidth + Math.max(0, Math.floor(beyond));
      }, letters);
      if (wide > width) faults.push(`${path} at ${width}, letters ${letters}: ${wide} wide`);
      for (const each of await unseenStops(page)) faults.push(`${path} at ${width}: ${each}`);
    }
  }
  expect(faults).toEqual([]);
});
