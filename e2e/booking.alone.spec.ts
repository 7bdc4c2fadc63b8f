import { expect } from 'playwright/test';
import { CARD, openCheckout, payWith, upToReview } from './journey/holds';
import { goOn, mailbox } from './journey/travellers';
import { test } from './watched';

const clock = async (move: { advanceMs: number } | { reset: true }) => {
  const answer = await fetch(`${process.env.SANDBOX_URL}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(move),
  });
  expect(answer.ok).toBe(true);
};

test.afterEach(() => clock({ reset: true }));

test('after the half hour the same places are taken again, and nothing typed is lost', async ({ page }) => {
  const hold = await upToReview(page, mailbox());
  await clock({ advanceMs: 31 * 60_000 });
  await page.goto(`/fr/book/${hold}/passengers`);
  await expect(page.getByText('Votre saisie est gardée')).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre les mêmes places' }).click();
  await expect(page).toHaveURL(/\/book\/hold_[0-9a-f]{32}\/passengers\?before=/);
  expect(page.url()).not.toContain(`book/${hold}`);
  await expect(page.getByText('Vos places sont reprises')).toBeVisible();
  await expect(page.locator('[name="passengers.1.givenName"]')).toHaveValue('Karim');
  await goOn(page);
  await expect(page.locator('[name="vehicles.0.plate"]')).toHaveValue('gh 482 kt');
});

test('a booking that nobody paid says so, and leads back to the same trip', async ({ page }) => {
  await upToReview(page, mailbox());
  await openCheckout(page);
  const left = (await page.locator('#cancel').getAttribute('href')) ?? '';
  await clock({ advanceMs: 31 * 60_000 });
  await page.goto(left);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les places sont reparties en vente');
  await page.getByRole('link', { name: 'Reprendre cette réservation' }).click();
  await page.getByRole('button', { name: 'Reprendre les mêmes places' }).click();
  await expect(page).toHaveURL(/\/review\?before=/);
  await openCheckout(page);
  await payWith(page, CARD.good);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voilà, c’est réservé.', {
    timeout: 60_000,
  });
});
