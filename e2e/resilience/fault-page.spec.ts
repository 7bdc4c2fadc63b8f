import { expect } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { type BreakableHouse, test } from './house';

/* A page whose data cannot be read says so in its language, under the same policy, and goes on by itself when it can. */

const DAY = addDays(new Date().toISOString().slice(0, 10), 52);
const WORDS = {
  fr: {
    title: 'Cette page n’a pas pu s’afficher',
    again: 'Essayer encore',
    search: 'Chercher une traversée',
  },
  en: { title: 'This page could not be shown', again: 'Try again', search: 'Search a crossing' },
  it: { title: 'Questa pagina non si è aperta', again: 'Riprova', search: 'Cerca una traversata' },
} as const;

/** While `work` lasts, sailings cannot be read. */
async function withoutSailings({ sql }: BreakableHouse, work: () => Promise<void>): Promise<void> {
  await sql`alter table sailings rename to sailings_away`;
  try {
    await work();
  } finally {
    await sql`alter table sailings_away rename to sailings`;
  }
}

for (const [locale, words] of Object.entries(WORDS))
  test(`a page that fails the first time it is made says so (${locale}), and is not kept`, async ({
    house,
    page,
  }) => {
    const address = `${house.url}/${locale}/search/FRMRS-FRBIA/${DAY}/one-way/1-0-0-0.none`;
    await withoutSailings(house, async () => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(500);
      expect(answer?.headers()['cache-control']).not.toContain('s-maxage');
      const policy = answer?.headers()['content-security-policy'] ?? '';
      expect(policy).toMatch(/script-src 'self'/);
      expect(policy).not.toContain('unsafe');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
      await expect(page).toHaveTitle(new RegExp(words.title));
      await expect(page.getByRole('link', { name: words.search })).toHaveAttribute(
        'href',
        `/${locale}/search`,
      );
    });
    await page.getByRole('button', { name: words.again }).click();
    await expect(page.locator('#aller')).toBeVisible();
    expect((await page.reload())?.status()).toBe(200);
  });

test('a page that is made for each who asks fails alike', async ({ house, page }) => {
  await withoutSailings(house, async () => {
    const answer = await page.goto(
      `${house.url}/fr/search/filtered/FRMRS-FRBIA/${DAY}/one-way/1-0-0-0.none?sort=price`,
    );
    expect(answer?.status()).toBe(500);
    expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self'/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.fr.title);
  });
});
