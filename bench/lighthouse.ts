import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { browserArgs } from '@/scripts/find-browser';
import { median } from './requests';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** What a page that asks not to be listed cannot have. */
const LISTED = 'is-crawlable';

/** One look at a page as Lighthouse's phone has it: slow 4G, a processor four times as slow. Scores are 0–100. */
export interface Look {
  readonly lcpMs: number;
  readonly tbtMs: number;
  readonly cls: number;
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** The score of all audits of SEO but whether the page may be listed. */
  readonly seoUnlisted: number;
}

/** A page, or its twin, looked at `runs` times, by turns with the others; of each figure the median. */
export interface Looks {
  readonly median: Look;
  readonly all: readonly Look[];
}

/** Looks at each page in turn, `runs` times, so that a machine that slows down slows all alike. */
export async function lookByTurns<Name extends string>(
  pages: Readonly<Record<Name, string>>,
  chromePath: string,
  runs: number,
): Promise<Record<Name, Looks>> {
  const names = Object.keys(pages) as Name[];
  const looks = new Map<Name, Look[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++)
    for (const name of names) looks.get(name)?.push(await lookAt(pages[name], chromePath));
  const result = {} as Record<Name, Looks>;
  for (const [name, all] of looks) result[name] = { all, median: middleOf(all) };
  return result;
}

/** Median of the ratios of looks that were taken next to each other. Less than a millisecond counts as one. */
export function ratioOf(key: 'lcpMs' | 'tbtMs', ours: Looks, floor: Looks): number {
  const atLeastOne = (look: Look | undefined) => Math.max(1, look?.[key] ?? NaN);
  return median(ours.all.map((look, turn) => atLeastOne(look) / atLeastOne(floor.all[turn])));
}

function middleOf(all: readonly Look[]): Look {
  const keys = Object.keys(all[0] ?? {}) as (keyof Look)[];
  return Object.fromEntries(
    keys.map((key) => [key, median(all.map((look) => look[key]))]),
  ) as unknown as Look;
}

/** Chromium's trace lacks its beginning now and then (NO_NAVSTART), which says nothing of the page: it is looked at again. */
const LOOKS = 4;

async function lookAt(url: string, chromePath: string): Promise<Look> {
  for (let tries = 1; ; tries++) {
    const result = await runLighthouse(url, chromePath);
    const error = result.runtimeError;
    if (!error) return lookOf(result);
    if (error.code !== 'NO_NAVSTART' || tries === LOOKS)
      throw new Error(`lighthouse gave nothing for ${url}: ${error.message}`);
  }
}

async function runLighthouse(url: string, chromePath: string): Promise<Result> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--disable-gpu', ...browserArgs()],
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    });
    if (!result) throw new Error(`lighthouse gave nothing for ${url}`);
    return result.lhr;
  } finally {
    chrome.kill();
  }
}

function lookOf({ categories, audits }: Result): Look {
  const percent = (name: (typeof CATEGORIES)[number]) => Math.round((categories[name]?.score ?? 0) * 100);
  const measured = (audit: string) => audits[audit]?.numericValue ?? NaN;
  const weighed = (categories.seo?.auditRefs ?? []).filter(
    ({ id, weight }) => weight > 0 && id !== LISTED && audits[id]?.score != null,
  );
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const had = weighed.reduce((sum, { id, weight }) => sum + weight * (audits[id]?.score ?? 0), 0);
  return {
    lcpMs: measured('largest-contentful-paint'),
    tbtMs: measured('total-blocking-time'),
    cls: measured('cumulative-layout-shift'),
    performance: percent('performance'),
    accessibility: percent('accessibility'),
    bestPractices: percent('best-practices'),
    seo: percent('seo'),
    seoUnlisted: Math.round((had / total) * 100),
  };
}
