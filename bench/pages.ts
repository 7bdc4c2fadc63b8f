import { addDays } from '@/lib/kernel/dates';
import { findBrowser } from '@/scripts/find-browser';
import { holdOn } from './holds';
import { type Looks, lookByTurns, ratioOf } from './lighthouse';
import { serveBeside, withoutScripts } from './stripped';
import type { Table } from './table';
import { timeTaps, type Visit } from './taps';

const RUNS = 5;
const LANDING = '/fr/routes/marseille-tunis';
const ALL_WELL = '100 / 100 / 100 / 100, CLS 0';

interface Sites {
  readonly appUrl: string;
  readonly emptyUrl: string;
  /** Path of a page of results with more than one sailing on a day. */
  readonly results: string;
}

/** What a phone makes of the pages: Lighthouse's scores, largest paint and blocking beside their floors, and taps. */
export async function measurePages({ appUrl, emptyUrl, results }: Sites, row: Table['add']): Promise<void> {
  const browser = findBrowser();
  const passengers = `/fr/book/${await placeHold(appUrl)}/passengers`;
  const calendar = results.replace('/search/', '/search/calendar/outbound/2027-07/');
  // Both the page and its twin without scripts come through a door alike, so that they differ by the scripts alone.
  const [same, stripped] = await Promise.all([
    serveBeside(appUrl, (html) => html),
    serveBeside(appUrl, withoutScripts),
  ]);
  try {
    const looks = await lookByTurns(
      {
        empty: emptyUrl,
        home: `${same.url}/fr`,
        landing: same.url + LANDING,
        bareLanding: stripped.url + LANDING,
        results: same.url + results,
        // The live channel takes pages of the site's own address alone, and a page that it turns away has an error to show.
        resultsAtHome: appUrl + results,
        bareResults: stripped.url + results,
        calendar: same.url + calendar,
        passengers: same.url + passengers,
      },
      browser,
      RUNS,
    );
    tellScores('home', looks.home, true, row);
    tellScores('landing', looks.landing, true, row);
    tellScores('results', looks.resultsAtHome, false, row);
    tellScores('calendar', looks.calendar, false, row);
    tellScores('passengers', looks.passengers, false, row);
    for (const [name, ours, bare] of [
      ['landing', looks.landing, looks.bareLanding],
      ['results', looks.results, looks.bareResults],
    ] as const) {
      row(
        `LCP, slow 4G, ${name}`,
        ms(ours.median.lcpMs),
        `${ms(bare.median.lcpMs)} (without scripts)`,
        `${ratioOf('lcpMs', ours, bare).toFixed(2)} ×`,
        '≤ 1.15',
      );
      row(
        `TBT, ${name}`,
        ms(ours.median.tbtMs),
        `${ms(looks.empty.median.tbtMs)} (empty app)`,
        `${ratioOf('tbtMs', ours, looks.empty).toFixed(2)} ×`,
        '≤ 1.1',
      );
    }
    for (const { name, ms: took } of await timeTaps(appUrl, visits(results, calendar, passengers), browser))
      row(`Interaction to next paint, ${name}`, ms(took), '–', '–', '≤ 100 ms');
  } finally {
    same.stop();
    stripped.stop();
  }
}

/** Scores of a page; one that asks not to be listed cannot have the point for being listed, which is left out. */
function tellScores(name: string, { median }: Looks, isListed: boolean, row: Table['add']): void {
  const seo = isListed ? median.seo : median.seoUnlisted;
  const scores = [median.performance, median.accessibility, median.bestPractices, seo].join(' / ');
  const what = `Lighthouse mobile, ${name}${isListed ? '' : ' (noindex left out)'}`;
  row(what, `${scores}, CLS ${median.cls.toFixed(3)}`, '–', '–', ALL_WELL);
}

/** Scripted taps: of each page what people press there. */
function visits(results: string, calendar: string, passengers: string): Visit[] {
  return [
    {
      path: '/fr',
      taps: [
        ['home, one adult more', (page) => page.locator('.count button').nth(1).tap()],
        ['home, port to be chosen', (page) => page.locator('#port-from').tap()],
      ],
    },
    {
      path: results,
      taps: [
        ['results, a sailing opened', (page) => page.locator('#aller .fold__btn').first().tap()],
        ['results, a fare chosen', (page) => page.locator('#aller .fare').first().tap()],
        ['results, filters opened', (page) => page.locator('#filtrer').tap()],
        ['results, an operator filtered', (page) => page.getByRole('checkbox').first().tap()],
        ['results, sorted by price', (page) => page.locator('.filters__sort a').nth(1).tap()],
      ],
    },
    {
      path: calendar,
      taps: [
        [
          'calendar, the month after',
          async (page) => {
            await page.getByRole('link', { name: /août/ }).first().tap();
            await page.waitForURL('**/2027-08/**');
          },
        ],
      ],
    },
    {
      path: passengers,
      taps: [
        ['passengers, a title', (page) => page.locator('form label').first().tap()],
        [
          'passengers, sent with nothing in it',
          (page) => page.locator('form button[type=submit]').last().tap(),
        ],
      ],
    },
  ];
}

async function placeHold(appUrl: string): Promise<string> {
  const date = addDays(new Date().toISOString().slice(0, 10), 40);
  const found = await fetch(`${appUrl}/api/v1/sailings?from=FRMRS&to=FRBIA&date=${date}`);
  const { data } = (await found.json()) as { data: { id: string }[] };
  const held = await fetch(`${appUrl}/api/v1/holds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: holdOn(data[0]?.id ?? ''),
  });
  if (held.status !== 201) throw new Error(`no hold: ${held.status} ${await held.text()}`);
  return ((await held.json()) as { id: string }).id;
}

const ms = (each: number): string => `${each.toFixed(0)} ms`;
