import { expect, type Page, test } from 'playwright/test';
import { placeHold } from './journey/holds';

/* Two buttons pressed before the page of the first has come back: the second form still shows what was there before. */

/** Presses buttons of the page in one go, as quick as a script can. */
async function pressAll(page: Page, values: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const value of all) document.querySelector<HTMLButtonElement>(`button[value="${value}"]`)?.click();
  }, values);
}

/** Sends the form of the page as it stands once for each button, all at the same moment. */
async function sendAll(page: Page, values: readonly string[]): Promise<void> {
  const first = page.locator(`button[value="${values[0]}"]`);
  const [name, fields] = await first.evaluate((button: HTMLButtonElement) => {
    const typed = [...new FormData(button.form as HTMLFormElement)].map(
      ([field, value]) => [field, String(value)] as const,
    );
    return [button.name, typed] as const;
  });
  const answers = await Promise.all(
    values.map((value) => {
      const form = new FormData();
      for (const [field, text] of [...fields, [name, value] as const]) form.append(field, text);
      return page.request.post(page.url(), { multipart: form, maxRedirects: 0 });
    }),
  );
  for (const answer of answers) expect(answer.status()).toBe(303);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const names = (page: Page) =>
  page
    .locator('[name$=".givenName"]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** Opens a step of a new hold. */
async function open(page: Page, step: string): Promise<string> {
  const address = `/fr/book/${await placeHold(page.request)}/${step}`;
  await page.goto(address);
  return address;
}

for (const [how, send] of [
  ['one after the other', pressAll],
  ['at the same moment, without a script', sendAll],
] as const) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled: send === pressAll });

    test('two who join have both joined, and nothing that was typed is lost', async ({ page }) => {
      const address = await open(page, 'passengers');
      await page.locator('[name="passengers.0.givenName"]').fill('Inès');
      await send(page, ['add:adult', 'add:child', 'add:adult']);
      if (send === pressAll) await expect(heading(page, '3 adultes, 2 enfants')).toBeVisible();
      await page.goto(address);
      await expect(heading(page, '3 adultes, 2 enfants')).toBeVisible();
      expect(await names(page)).toEqual(['Inès', '', '', '', '']);
    });

    test('two who leave have both left, and the others are themselves', async ({ page }) => {
      const address = await open(page, 'passengers');
      for (const [index, name] of ['Inès', 'Karim', 'Lina'].entries()) {
        const field = page.locator(`[name="passengers.${index}.givenName"]`);
        await page
          .locator('details')
          .filter({ has: field })
          .evaluate((card: HTMLDetailsElement) => {
            card.open = true;
          });
        await field.fill(name);
      }
      await send(page, ['remove:1', 'remove:2']);
      if (send === pressAll) await expect(page.locator('[name$=".givenName"]')).toHaveCount(1);
      await page.goto(address);
      expect(await names(page)).toEqual(['Inès']);
    });

    test('one vehicle leaves while another comes', async ({ page }) => {
      const address = await open(page, 'vehicles');
      await send(page, ['remove:0', 'add:motorcycle']);
      if (send === pressAll) await expect(page.locator('select[name$=".type"]')).toHaveValue('motorcycle');
      await page.goto(address);
      await expect(page.locator('select[name$=".type"]')).toHaveCount(1);
      await expect(page.locator('select[name$=".type"]')).toHaveValue('motorcycle');
    });

    test('every press on a plus counts', async ({ page }) => {
      const address = await open(page, 'cabins');
      const plus = await page
        .locator('button[name=press][value^="0:cabins:"][value$=":1"]')
        .evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).value));
      const [one, other] = plus as [string, string];
      await send(page, [one, other, one]);
      const counts = () =>
        Promise.all(
          [one, other].map((value) =>
            page
              .locator('.count__ctl', { has: page.locator(`[value="${value}"]`) })
              .locator('.count__n')
              .textContent(),
          ),
        );
      if (send === pressAll) await expect.poll(counts).toEqual(['2', '1']);
      await page.goto(address);
      expect(await counts()).toEqual(['2', '1']);
    });
  });
}
