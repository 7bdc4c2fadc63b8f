/* What there is to find on the site, for the tests that go through all of it. */

/** Pages of the network in each language, by the kind that stands in their address. */
export const PAGES = { routes: 52, ports: 24, operators: 8 } as const;

/** Where the links of a page lead on this site, without the fragment. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"#]+)/g)].flatMap(([, href = '']) =>
    href.startsWith('/') ? href.replaceAll('&amp;', '&') : [],
  );
}
