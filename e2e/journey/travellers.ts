import type { Page } from 'playwright/test';

/** A traveller as a test types one in. */
export interface Traveller {
  readonly title: 'mrs' | 'mr';
  readonly sex: 'female' | 'male';
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly nationality: string;
  readonly passport: string;
  readonly expiresOn: string;
}

/** Two adults and a child whom nobody has booked for yet: a party can be on a sailing only once. */
export function family(): Traveller[] {
  const letters = Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26)));
  const familyName = `Essai ${letters.join('')}`;
  const one = (traveller: Omit<Traveller, 'familyName'>) => ({ ...traveller, familyName });
  return [
    one({
      title: 'mrs',
      sex: 'female',
      givenName: 'Inès',
      birthDate: '09/03/1988',
      nationality: 'FR',
      passport: '21AB45678',
      expiresOn: '02/06/2036',
    }),
    one({
      title: 'mr',
      sex: 'male',
      givenName: 'Karim',
      birthDate: '1.2.1986',
      nationality: 'TN',
      passport: 'X123456',
      expiresOn: '02062036',
    }),
    one({
      title: 'mrs',
      sex: 'female',
      givenName: 'Lina',
      birthDate: `12/08/${new Date().getUTCFullYear() - 6}`,
      nationality: 'FR',
      passport: '22CD11111',
      expiresOn: '2035-06-02',
    }),
  ];
}

/** A mailbox of its own for one journey. */
export function mailbox(): string {
  return `voyage-${Math.random().toString(36).slice(2, 10)}@exemple.fr`;
}

/** Types all travellers and the contact into the passenger step. Works without a script too. */
export async function typePassengers(
  page: Page,
  travellers: readonly Traveller[],
  email: string,
): Promise<void> {
  for (const [index, traveller] of travellers.entries()) {
    const card = page
      .locator('details')
      .filter({ has: page.locator(`[name="passengers.${index}.givenName"]`) });
    if ((await card.getAttribute('open')) === null) await card.locator('summary').click();
    const field = (name: string) => page.locator(`[name="passengers.${index}.${name}"]`);
    await page.locator(`[name="passengers.${index}.title"][value=${traveller.title}]`).check({ force: true });
    await page.locator(`[name="passengers.${index}.sex"][value=${traveller.sex}]`).check({ force: true });
    await field('givenName').fill(traveller.givenName);
    await field('familyName').fill(traveller.familyName);
    await field('birthDate').fill(traveller.birthDate);
    await field('nationality').selectOption(traveller.nationality);
    await field('document.number').fill(traveller.passport);
    await field('document.expiresOn').fill(traveller.expiresOn);
  }
  await page.locator('[name="contact.phone"]').fill('06 12 34 56 78');
  await page.locator('[name="contact.email"]').fill(email);
}

/** Types the family car. */
export async function typeCar(page: Page): Promise<void> {
  await page.locator('[name="vehicles.0.make"]').fill('Peugeot');
  await page.locator('[name="vehicles.0.model"]').fill('5008');
  await page.locator('[name="vehicles.0.plate"]').fill('gh 482 kt');
}

/** The one button that goes on. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('.acts button.btn--act').click();
}
