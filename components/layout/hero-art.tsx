/** Layers of the poster, from the sky to the nearest wave; what moves has a class. */
const LAYERS = [
  ['back'],
  ['w1', 'w w1'],
  ['w2', 'w w2'],
  ['smoke', 'hero__smoke'],
  ['ferry', 'hero__ferry'],
  ['w3', 'w w3'],
  ['glints'],
  ['w4', 'w w4'],
  ['w5', 'w w5'],
] as const;

/**
 * The poster that opens public pages: a low sun, layers of sea, a white ferry, the bear at the bow. One file for all
 * pages; its inks are the page's own, day and night.
 */
export function HeroArt() {
  return (
    <svg className="hero__art" viewBox="0 0 1440 720" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      {LAYERS.map(([layer, moves]) => (
        <use key={layer} href={`/poster.svg#${layer}`} className={moves} />
      ))}
    </svg>
  );
}
