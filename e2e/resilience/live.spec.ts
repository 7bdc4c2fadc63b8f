import { type Browser, expect, type Page } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { giveBack, type OneCabin, oneCabin, takeCabin, takePlaces } from '../live/last-cabin';
import { clientsOf, type Sidecar, startSidecar } from '../live/sidecars';
import { type BreakableHouse, test } from './house';

/* Two windows, each on a sidecar of its own: what one takes, the other sees go. */

/** However busy the machine: what a wait proves is that it comes, not when. */
const PATIENCE = { timeout: 30_000 };

let second: Sidecar;
test.beforeAll(async ({ house }) => {
  second = await startSidecar(house.settings);
});
test.afterAll(() => second.stop());
test.beforeEach(({ house }) => house.live.lead([house.live.own, second.port]));
test.afterEach(async ({ house }) => {
  await house.redis.start();
  house.live.lead([house.live.own]);
});

interface Window {
  readonly page: Page;
  readonly live: ReturnType<Page['locator']>;
  readonly card: ReturnType<Page['locator']>;
  /** True while it is the page that was opened. */
  untouched(): Promise<boolean>;
}

async function open(
  browser: Browser,
  house: BreakableHouse,
  what: OneCabin,
  adults: number,
): Promise<Window> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(house.url + what.search(adults));
  await page.evaluate(() => {
    document.body.dataset.opened = 'once';
  });
  const label = await page
    .locator('article.sail', { has: page.locator(`input[value^="${what.sailing}|"]`) })
    .getAttribute('aria-label');
  return {
    page,
    live: page.locator('.live'),
    card: page.getByRole('article', { name: label ?? 'none' }),
    untouched: () => page.evaluate(() => document.body.dataset.opened === 'once'),
  };
}

/** Both windows, each connected, each to another sidecar. */
async function twoWindows(browser: Browser, house: BreakableHouse, what: OneCabin, adults: number) {
  const windows = [await open(browser, house, what, 1), await open(browser, house, what, adults)] as const;
  for (const { live } of windows) await expect(live).toBeVisible(PATIENCE);
  expect([await clientsOf(house.live.own), await second.clients()]).toEqual([1, 1]);
  return windows;
}

const cabins = ({ card }: Window, tone: string) => card.locator(`.badge--${tone}`, { hasText: /cabine/i });

async function closeAll(windows: readonly Window[]): Promise<void> {
  for (const { page } of windows) await page.context().close();
}

test('the last cabin that somebody takes goes on every page, on both sidecars, and comes back when it is given back', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  const what = await oneCabin(house.sql, 190);
  const windows = await twoWindows(browser, house, what, 2);
  for (const window of windows) await expect(cabins(window, 'few')).toHaveText('1 cabine');

  const hold = await takeCabin(house.url, what);
  for (const window of windows) {
    await expect(cabins(window, 'full')).toBeVisible(PATIENCE);
    await expect(window.page.getByRole('status').filter({ hasText: /Cabines.: complet/ })).toHaveCount(1);
  }
  await giveBack(house.url, hold);
  for (const window of windows) {
    await expect(cabins(window, 'few')).toHaveText('1 cabine', PATIENCE);
    expect(await window.untouched()).toBe(true);
  }
  await closeAll(windows);
});

test('a place that goes while one looks at it cannot be chosen any more, chosen or not', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  const what = await oneCabin(house.sql, 200);
  await house.sql`update stock_lines set capacity = held + sold + 3 where id = ${`${what.sailing}:deck`}`;
  const windows = await twoWindows(browser, house, what, 2);
  const [one, two] = windows;
  const radio = two.page.locator(`input[value="${what.sailing}|basic"]`);
  await two.page.locator('label.fare', { has: radio }).click();
  await expect(two.page.locator('.bar .price')).toBeVisible();

  await takePlaces(house.url, what, 2);
  await expect(one.card.locator('.badge--few', { hasText: '1 place' })).toBeVisible(PATIENCE);
  await expect(two.card.getByText('Plus assez de places')).toBeVisible(PATIENCE);
  await expect(radio).toHaveCount(0);
  await expect(two.page.locator('.bar .price')).toHaveCount(0);
  await two.page.getByRole('button', { name: 'Continuer' }).click();
  expect(await two.untouched()).toBe(true);
  expect(two.page.url()).toContain(what.search(2));
  await closeAll(windows);
});

test('two ships of one way are sold together no more once the last place on the second is taken', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const day = addDays(new Date().toISOString().slice(0, 10), 220);
  await page.goto(`${house.url}/fr/search/FRBIA-TNLGN/${day}/one-way/1-0-0-0.none`);
  const cards = page.locator('#aller article');
  // Not every day has two ships that meet; the page leads to the nearest that has.
  if ((await cards.count()) === 0) await page.locator('#aller .card--flat a.btn').first().click();
  await expect(cards.first()).toBeVisible();
  const label = (await cards.first().getAttribute('aria-label')) ?? '';
  const card = page.getByRole('article', { name: label, exact: true });
  const value = await card.getByRole('radio').first().inputValue();
  const second = /\+(.+)\|/.exec(value)?.[1] ?? '';
  await house.sql`update stock_lines set capacity = held + sold + 1 where id = ${`${second}:deck`}`;
  await expect(page.locator('.live')).toBeVisible(PATIENCE);
  await expect(card.getByRole('radio')).not.toHaveCount(0);
  await takePlaces(house.url, { sailing: second }, 1);
  await expect(card.getByText('Plus assez de places')).toBeVisible(PATIENCE);
  await expect(card.getByRole('radio')).toHaveCount(0);
  await page.context().close();
});

test('while Redis is away no page says that it is alive; what was taken meanwhile shows when it is back', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  const what = await oneCabin(house.sql, 210);
  const windows = await twoWindows(browser, house, what, 2);
  await house.redis.stop();
  const hold = await takeCabin(house.url, what);
  for (const { live } of windows) await expect(live).toBeHidden(PATIENCE);
  await house.redis.start();
  for (const window of windows) {
    await expect(cabins(window, 'full')).toBeVisible(PATIENCE);
    await expect(window.live).toBeVisible(PATIENCE);
  }

  // Away for so short that nobody may have noticed.
  await house.redis.stop();
  await giveBack(house.url, hold);
  await house.redis.start();
  for (const window of windows) {
    await expect(cabins(window, 'few')).toHaveText('1 cabine', PATIENCE);
    expect(await window.untouched()).toBe(true);
  }
  await closeAll(windows);
});

test('a sidecar that dies or ends leaves its pages to another, which tells them what they missed', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  const what = await oneCabin(house.sql, 220);
  const windows = await twoWindows(browser, house, what, 2);
  house.live.lead([]);
  process.kill(second.pid, 'SIGKILL');
  await takeCabin(house.url, what);
  await expect
    .poll(async () => (await windows[0].live.count()) + (await windows[1].live.count()), PATIENCE)
    .toBe(1);
  house.live.lead([house.live.own]);
  for (const window of windows) {
    await expect(cabins(window, 'full')).toBeVisible(PATIENCE);
    await expect(window.live).toBeVisible(PATIENCE);
  }
  expect(await clientsOf(house.live.own)).toBe(2);
  second = await startSidecar(house.settings);
  await closeAll(windows);
});

test('a snapshot has what is left now with its number, refuses what it cannot read, and nobody keeps it', async ({
  house,
}) => {
  const what = await oneCabin(house.sql, 230);
  const ask = (query: string) => fetch(`${house.url}/api/v1/sailings/availability?${query}`);
  const about = `routes=FRMRS-FRBIA&dates=${what.day}`;
  const before = await (await ask(about)).json();
  await takeCabin(house.url, what);
  await expect
    .poll(async () => (await (await ask(about)).json()).rooms[0].seq, PATIENCE)
    .toBeGreaterThan(before.rooms[0].seq);
  const answer = await ask(about);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('ratelimit-limit')).toBe('200');
  const { data } = await answer.json();
  const sailing = data.find((each: { sailingId: string }) => each.sailingId === what.sailing);
  expect(sailing.cabins.find((each: { type: string }) => each.type === what.cabin)).toEqual({
    type: what.cabin,
    state: 'full',
    left: 0,
  });
  for (const bad of [
    '',
    'routes=FRMRS-FRBIA',
    `routes=x&dates=${what.day}`,
    'routes=FRMRS-FRBIA&dates=2027-02-30',
  ]) {
    const refused = await ask(bad);
    expect(refused.status, bad).toBe(422);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
  }
});
