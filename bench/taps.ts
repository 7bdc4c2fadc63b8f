import { type BrowserContext, chromium, type Page } from 'playwright';
import { browserArgs } from '@/scripts/find-browser';
import { median } from './requests';

/** How much slower than this machine's the processor of the phone is. */
const SLOW_DOWN = 4;
/** How often each visit is made: of each tap the median is told. */
const ROUNDS = 5;
/** What shorter interactions than this take, Chromium does not tell. */
const SHORTEST_MS = 16;

/** Taps of one visit, by name: each is done, and what the page paints next is waited for. */
export interface Visit {
  readonly path: string;
  readonly taps: readonly (readonly [name: string, tap: (page: Page) => Promise<void>])[];
}

/** What one tap took until the next frame. */
export interface Tap {
  readonly name: string;
  readonly ms: number;
}

/** Runs in the page. Whoever leaves by the tap takes along what was not told yet. As text: a compiled function needs its compiler's helpers there. */
const TELL = `{
  const tell = (entries) => entries.forEach((each) => each.interactionId && voilaTimed(each.duration));
  const observer = new PerformanceObserver((list) => tell(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: ${SHORTEST_MS} });
  addEventListener('pagehide', () => tell(observer.takeRecords()));
}`;

/**
 * Interaction to next paint of each tap, on a phone four times slower than this machine: Event Timing of a real
 * Chromium, whole interactions (press, release, click), of which it says the duration in steps of 8 ms.
 */
export async function timeTaps(site: string, visits: readonly Visit[], browserPath: string): Promise<Tap[]> {
  const browser = await chromium.launch({ executablePath: browserPath, args: browserArgs() });
  const times = new Map<string, number[]>();
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const visit of visits) {
        const context = await browser.newContext({
          viewport: { width: 390, height: 844 },
          isMobile: true,
          hasTouch: true,
          locale: 'fr-FR',
        });
        for (const { name, ms } of await timeVisit(context, site, visit))
          times.set(name, [...(times.get(name) ?? []), ms]);
        await context.close();
      }
  } finally {
    await browser.close();
  }
  return [...times].map(([name, all]) => ({ name, ms: median(all) }));
}

async function timeVisit(context: BrowserContext, site: string, visit: Visit): Promise<Tap[]> {
  const timed: number[] = [];
  await context.exposeFunction('voilaTimed', (ms: number) => timed.push(ms));
  await context.addInitScript({ content: TELL });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  await page.goto(site + visit.path, { waitUntil: 'networkidle' });
  const taps: Tap[] = [];
  for (const [name, tap] of visit.taps) {
    timed.length = 0;
    await tap(page);
    await page.waitForLoadState('networkidle');
    // Two frames after the tap its figures are there; on a busy machine frames are late.
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))',
    );
    taps.push({ name, ms: Math.max(0, ...timed) });
  }
  return taps;
}
