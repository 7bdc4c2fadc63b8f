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

/** Runs the page's own words for fetching; tells what was asked for, and when. */
function run(html: string, hidden: boolean) {
  const asked: { src: string; async: boolean }[] = [];
  const frames: (() => void)[] = [];
  const [, code = ''] = /<script>(\(l=>.*?)<\/script>/.exec(html) ?? [];
  vm.runInNewContext(code, {
    document: { hidden, createElement: () => ({}), head: { append: (each: never) => asked.push(each) } },
    addEventListener: (_: 'load', each: () => void) => frames.push(each),
    requestAnimationFrame: (each: () => void) => frames.push(each),
    setTimeout: (each: () => void) => frames.push(each),
  });
  return { asked, frames };
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
  const { asked, frames } = run(late, false);
  for (let step = 0; step < 3; step++) {
    expect(asked).toEqual([]);
    frames.shift()?.();
  }
  expect(asked).toEqual(files.map((src) => ({ src, async: true })));
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
