import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { median } from './requests';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Scores 0–100 and layout shift of a page. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly cls: number;
}

/** Lighthouse's mobile scores, the median of `runs`. `noindex` pages cannot have a full SEO score, and say so. */
export async function scoresOf(url: string, chromePath: string, runs = 3): Promise<Scores> {
  const all: Scores[] = [];
  for (let run = 0; run < runs; run++) all.push(await once(url, chromePath));
  const of = (key: keyof Scores) => median(all.map((scores) => scores[key]));
  return {
    performance: of('performance'),
    accessibility: of('accessibility'),
    bestPractices: of('bestPractices'),
    seo: of('seo'),
    cls: of('cls'),
  };
}

async function once(url: string, chromePath: string): Promise<Scores> {
  const chrome = await launch({
    chromePath,
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    });
    if (!result) throw new Error(`lighthouse gave nothing for ${url}`);
    const score = (name: (typeof CATEGORIES)[number]) =>
      Math.round((result.lhr.categories[name]?.score ?? 0) * 100);
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
      cls: result.lhr.audits['cumulative-layout-shift']?.numericValue ?? NaN,
    };
  } finally {
    chrome.kill();
  }
}
