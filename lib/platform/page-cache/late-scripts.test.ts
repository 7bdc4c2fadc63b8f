import vm from 'node:vm';
import { expect, it } from 'vitest';
import { lateScriptsOf, withLateScripts } from './late-scripts';

const HEAD =
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="preload" as="font" href="/f.woff2"/>';
const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
const PAGE = page(
  `${HEAD}<script src="/_next/a.js" async=""></script>`,
  '<p>Marseille</p><script src="/_next/b.js?x=1&amp;y=2" id="_R_" async=""></script><script src="/_next/old.js" noModule=""></script><script>self.__next_f.push([1])</script>',
);

/** Runs the page's own words for fetching in a browser whose moments the test decides. */
function run(html: string, hidden: boolean, tells = true) {
  const asked: { src: string; async: boolean }[] = [];
  const moments: Record<'load' | 'paint' | 'second', () => void> = {
    load: () => undefined,
    paint: () => undefined,
    second: () => undefined,
  };
  class PerformanceObserver {
    readonly #told: () => void;
    constructor(told: () => void) {
      this.#told = told;
    }
    observe({ type }: { type: string }) {
      if (tells && type === 'paint') moments.paint = this.#told;
    }
  }
  const [, code = ''] = /<script>(\(l=>.*?)<\/script>/.exec(html) ?? [];
  vm.runInNewContext(code, {
    document: { hidden, createElement: () => ({}), head: { append: (each: never) => asked.push(each) } },
    addEventListener: (_: 'load', each: () => void) => {
      moments.load = each;
    },
    setTimeout: (each: () => void, ms: number) => {
      if (ms === 1000) moments.second = each;
    },
    PerformanceObserver,
  });
  return { asked, moments };
}

it('fetches the files of a page once it has been painted, and nothing else of it changes', () => {
  const late = withLateScripts(PAGE);
  const files = ['/_next/a.js', '/_next/b.js?x=1&y=2'];
  expect(lateScriptsOf(late)).toEqual(files);
  expect(late.replace(/<script>\(l=>.*?<\/script>/, '')).toBe(
    page(
      '<link rel="preload" as="font" href="/f.woff2"/>',
      '<p>Marseille</p><script src="/_next/old.js" noModule=""></script><script>self.__next_f.push([1])</script>',
    ),
  );
  const { asked, moments } = run(late, false);
  moments.paint();
  moments.load();
  expect(asked).toEqual([]);
  moments.paint();
  const all = files.map((src) => ({ src, async: true }));
  expect(asked).toEqual(all);
  // The first paint, the first paint of contents, and the clock: each file is fetched once.
  moments.paint();
  moments.second();
  expect(asked).toEqual(all);
});

it('fetches them a second after the load where the browser does not tell when it paints', () => {
  const { asked, moments } = run(withLateScripts(PAGE), false, false);
  moments.load();
  expect(asked).toEqual([]);
  moments.second();
  expect(asked).toHaveLength(2);
});

it('fetches them at once where nobody sees the page', () => {
  expect(run(withLateScripts(PAGE), true).asked).toHaveLength(2);
});

it('leaves alone what has no files, and what is no whole page', () => {
  const still = page('', '<p>Marseille</p>');
  expect(withLateScripts(still)).toBe(still);
  expect(lateScriptsOf(still)).toEqual([]);
  const part = PAGE.replace('</body>', '');
  expect(withLateScripts(part)).toBe(part);
});

it('names a file that looks like a tag so that it is none', () => {
  const odd = page('', '<script src="/</script><b>" async=""></script>');
  expect(withLateScripts(odd)).not.toContain('["/</script>');
});
