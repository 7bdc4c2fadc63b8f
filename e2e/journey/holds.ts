import { type APIRequestContext, expect, type Page } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { family, goOn, typeCar, typePassengers } from './travellers';

const TODAY = new Date().toISOString().slice(0, 10);

/** The first sailing from Marseille to Tunis that has everything, so many days ahead or later. */
async function sailing(request: APIRequestContext, from: number): Promise<string> {
  for (let ahead = from; ahead < from + 55; ahead++) {
    const query = `from=FRMRS&to=TNLGN&date=${addDays(TODAY, ahead)}&adults=2&children=1&vehicles=car`;
    const answer = await request.get(`/api/v1/sailings?${query}`);
    const { data } = (await answer.json()) as {
      data: { id: string; bookable: boolean; availability: { cabins: { code?: string; left: number }[] } }[];
    };
    const found = data.find(
      (each) => each.bookable && each.availability.cabins.every((cabin) => cabin.left > 9),
    );
    if (found) return found.id;
  }
  throw new Error('no sailing from Marseille to Tunis in three months');
}

/** Places for two adults, a child and a car on one crossing, at least a month ahead; answers the hold's id. */
export async function placeHold(request: APIRequestContext, daysAhead = 35): Promise<string> {
  const answer = await request.post('/api/v1/holds', {
    data: {
      legs: [{ sailingId: await sailing(request, daysAhead), fareFamily: 'standard', cabins: [], meals: [] }],
      passengers: [{ type: 'adult' }, { type: 'adult' }, { type: 'child' }],
      vehicles: [{ type: 'car' }],
    },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** From a new hold to its review page, with all that must be typed. */
export async function upToReview(page: Page, email: string, locale = 'fr'): Promise<string> {
  const hold = await placeHold(page.request);
  await page.goto(`/${locale}/book/${hold}/passengers`);
  await typePassengers(page, family(), email);
  await goOn(page);
  await expect(page).toHaveURL(/\/vehicles/);
  await typeCar(page);
  await goOn(page);
  await expect(page).toHaveURL(/\/cabins/);
  await goOn(page);
  await expect(page).toHaveURL(/\/extras/);
  await goOn(page);
  await expect(page).toHaveURL(/\/review/);
  return hold;
}

/** Accepts the terms and opens the payment page. */
export async function openCheckout(page: Page): Promise<void> {
  await page.locator('#acceptTerms').check();
  await goOn(page);
  await expect(page).toHaveURL(/\/c\/pay\//);
}

/** Types a card into the hosted payment page and sends it. */
export async function payWith(page: Page, number: string): Promise<void> {
  await page.locator('#cardNumber').fill(number);
  await page.locator('#cardExpiry').fill('12/40');
  await page.locator('#cardCvc').fill('123');
  await page.locator('#billingName').fill('I ESSAI');
  await page.locator('#pay').click();
}

export const CARD = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' } as const;
