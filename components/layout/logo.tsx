/** The wordmark: the accent of « Voilà » is a ferry running down a wave. Drawn in the sprite, in the colours of its place. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 568 126" aria-hidden="true">
      <use href="/icons.svg#wordmark" />
    </svg>
  );
}
