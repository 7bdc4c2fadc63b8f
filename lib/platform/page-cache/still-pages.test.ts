import { expect, it } from 'vitest';
import { withoutScripts } from './still-pages';

const page = (main: string, more = '') =>
  `<html><head><link rel="preload" as="script" href="/a.js"/><link rel="preload" as="font" href="/f"/></head><body><main ${main}>Marseille</main><script src="/a.js" async=""></script><script type="application/ld+json">{"@type":"BoatTrip"}</script><script>self.__next_f.push([1,"<p>"])</script>${more}</body></html>`;

it('a still page goes out without its scripts, with its data and its font', () => {
  expect(withoutScripts(page('id="contenu" data-still="true"'))).toBe(
    '<html><head><link rel="preload" as="font" href="/f"/></head><body><main id="contenu" data-still="true">Marseille</main><script type="application/ld+json">{"@type":"BoatTrip"}</script></body></html>',
  );
});

it('a page that moves keeps them', () => {
  expect(withoutScripts(page('id="contenu"'))).toBe(page('id="contenu"'));
});

it('so does one whose parts a script puts in their place', () => {
  const moved = page('data-still="true"', '<div hidden id="S:0">x</div><script>$RC("B:0","S:0")</script>');
  expect(withoutScripts(moved)).toBe(moved);
});
