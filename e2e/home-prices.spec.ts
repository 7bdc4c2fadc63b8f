import { expect, type Page } from 'playwright/test';
import postgres from 'postgres';
import { addDays } from '@/lib/kernel/dates';
import { call } from './api/client';
import { test } from './watched';

/* The home page's prices are those of the lists they lead to. */

/** Of each width its own: a line that falls, and a great line, whose lowest price makes the home anew when it moves. */
const LINES = {
  phone: { line: 'FRTLN-FRBIA', name: 'Toulon – Bastia', great: 'FRSET-MAPTM' },
  desktop: { line: 'FRMRS-FRBIA', name: 'Marseille – Bastia', great: 'FRMRS-DZALG' },
} as const;
const TODAY = new Date().toISOString().slice(0, 10);
const sql = postgres(process.env.DATABASE_URL as string, { max: 1, onnotice: () => undefined });
test.afterAll(() => sql.end());

const cents = (text: string | null) =>
  Number(/([\d\s]+,\d\d)/.exec(text ?? '')?.[1]?.replace(/\D/g, '') ?? Number.NaN);

const lowestOf = async (page: Page) =>
  Math.min(...(await page.locator('#aller .fare .price').allTextContents()).map(cents));

/**
 * The price on the card is the lowest in the list that it leads to. Others buy meanwhile, so a card and a list may be
 * of two moments; not for long.
 */
async function expectLowestOfItsList(
  page: Page,
  card: string,
  link: string,
  at: number,
  read: (text: string | null) => number,
  asShown = (lowest: number) => lowest,
): Promise<void> {
  await expect(async () => {
    await page.goto('/fr');
    const price = read(await page.locator(card).nth(at).locator('.price').textContent());
    await page.goto((await page.locator(link).nth(at).getAttribute('href')) ?? '');
    expect(asShown(await lowestOf(page))).toBe(price);
  }).toPass({ timeout: 15_000 });
}

/** A day of the line whose price was five times as high until five days ago. */
async function stageFall(line: string, day: string, nowCents: number): Promise<void> {
  await sql`delete from price_runs where route_id = ${line} and departure_day = ${day}`;
  for (const [from, until, basicCents] of [
    [60, 6, nowCents * 5],
    [5, 0, nowCents],
  ] as const)
    await sql`insert into price_runs (route_id, departure_day, observed_from, observed_until, basic_cents, source)
      values (${line}, ${day}, ${addDays(TODAY, -from)}, ${addDays(TODAY, -until)}, ${basicCents}, 'observed')`;
}

/** Somebody takes the last place at a great line's lowest price. */
async function moveGreatLine(page: Page, line: string): Promise<void> {
  await page.goto('/fr');
  const [, day] =
    /(\d{4}-\d\d-\d\d)/.exec((await page.locator(`.line__go[href*="${line}"]`).getAttribute('href')) ?? '') ??
    [];
  const sailings = await sql<{ id: string }[]>`
    select id from sailings where route_id = ${line} and departure_day = ${day ?? ''} and status = 'scheduled'`;
  expect(sailings.length).toBeGreaterThan(0);
  for (const { id } of sailings) {
    await sql`update stock_lines set capacity = held + sold + 1 where id = ${`${id}:deck`}`;
    const { status } = await call('POST', '/api/v1/holds', {
      body: {
        legs: [{ sailingId: id, fareFamily: 'basic', cabins: [], meals: [] }],
        passengers: [{ type: 'adult' }],
        vehicles: [],
      },
    });
    expect(status).toBe(201);
  }
}

test('a price that fell is told on the home page, with what it was, and is the lowest of its list', async ({
  page,
  isMobile,
}) => {
  const { line, name, great } = LINES[isMobile ? 'phone' : 'desktop'];
  const day = addDays(TODAY, 41);
  await page.goto(`/fr/search/${line}/${day}/one-way/1-0-0-0.none`);
  const lowest = await lowestOf(page);
  await stageFall(line, day, lowest);
  await moveGreatLine(page, great);

  const drop = page.locator(`.drop[href*="${line}/${day}"]`);
  await expect
    .poll(async () => {
      await page.goto('/fr');
      return drop.count();
    })
    .toBe(1);
  await expect(drop).toContainText(name);
  await expect(drop).toContainText(/baissé le \d+/);
  await expect(drop).toContainText('−80 %');
  expect(cents(await drop.locator('.price').textContent())).toBe(lowest);
  expect(cents(await drop.locator('.was').textContent())).toBe(lowest * 5);

  const told = await page.locator('.drop').count();
  for (let at = 0; at < told; at++) await expectLowestOfItsList(page, '.drop', '.drop', at, cents);
});

test('each great line leads to the list in which its price is, for the party whose price it is', async ({
  page,
}) => {
  await page.goto('/fr');
  const cards = await page.locator('.line').count();
  expect(cards).toBe(6);
  const euros = (text: string | null) => Number((text ?? '').replace(/\D/g, '')) * 100;
  for (let at = 0; at < cards; at++)
    await expectLowestOfItsList(
      page,
      '.line',
      '.line__go',
      at,
      euros,
      (price) => Math.ceil(price / 100) * 100,
    );
});
