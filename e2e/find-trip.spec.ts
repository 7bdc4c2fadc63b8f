import { expect } from 'playwright/test';
import { test } from './watched';

test('the focus stays where it was while the form is on its way, and after an answer that leads nowhere', async ({
  page,
}) => {
  await page.goto('/fr/bookings');
  const reference = page.locator('[name=reference]');
  const email = page.locator('[name=email]');
  const button = page.locator('main button[type=submit]');
  let sent = 0;
  let answer: () => void = () => undefined;
  await page.route('**/fr/bookings', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    sent += 1;
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.continue();
  });
  await reference.fill(`VF-${Date.now().toString(36).slice(-6)}`);
  await email.fill('personne@exemple.fr');
  const typed = await reference.inputValue();

  for (const [nth, place] of [button, email].entries()) {
    await place.focus();
    await page.keyboard.press('Enter');
    await expect(button).toBeDisabled();
    await expect(place).toBeFocused();
    await page.keyboard.press('Enter');
    answer();
    await expect(button).toBeEnabled();
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
    await expect(place).toBeFocused();
    await expect(reference).toHaveValue(typed);
    await expect(email).toHaveValue('personne@exemple.fr');
    expect(sent).toBe(nth + 1);
  }
});
