/** The swell on which the footer floats. */
export function SeaStrip() {
  return (
    <svg className="seastrip" viewBox="0 0 1440 40" preserveAspectRatio="none" aria-hidden="true">
      <path
        fill="currentColor"
        d="M-240 20q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0q30 -14 60 0t60 0V40H-240Z"
      />
    </svg>
  );
}
