/** Countries of the network between which there are no checks of persons at the border (Schengen Borders Code, Art. 22). */
const SCHENGEN: ReadonlySet<string> = new Set(['FR', 'IT', 'ES']);

/** True within the Schengen area; countries are ISO codes. */
export function isSchengen(country: string): boolean {
  return SCHENGEN.has(country);
}
