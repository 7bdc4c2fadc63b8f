/*
 * What a page says of itself to machines, in schema.org's words. Only what the page shows to people is said.
 */

export type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

const absolute = (site: string, path: string) => new URL(path, site).href;

/** The site and who runs it. */
export function siteThings(site: string, name: string): Thing[] {
  return [
    {
      '@type': 'Organization',
      '@id': `${site}/#organization`,
      name,
      url: site,
      logo: absolute(site, '/glyph.svg'),
    },
    {
      '@type': 'WebSite',
      '@id': `${site}/#site`,
      name,
      url: site,
      publisher: { '@id': `${site}/#organization` },
    },
  ];
}

/** The way to a page: names and paths, the page itself last. */
export function breadcrumbs(
  site: string,
  trail: readonly { readonly name: string; readonly path: string }[],
): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@type': 'WebPage', '@id': absolute(site, path) },
    })),
  };
}

interface Terminal {
  readonly name: string;
  /** Of its own page, the language in it. */
  readonly path: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
}

export function boatTerminal(site: string, { name, path, latitude, longitude, country }: Terminal): Thing {
  return {
    '@type': 'BoatTerminal',
    name,
    url: absolute(site, path),
    address: { '@type': 'PostalAddress', addressCountry: country },
    geo: { '@type': 'GeoCoordinates', latitude, longitude },
  };
}

interface Trip {
  readonly name: string;
  readonly path: string;
  readonly from: Terminal;
  readonly to: Terminal;
  readonly operators: readonly string[];
  /** Prices that the page shows, in cents. */
  readonly offers: { readonly lowCents: number; readonly highCents: number } | null;
}

/** A line: a trip by boat between two terminals, with the span of its prices. */
export function boatTrip(site: string, { name, path, from, to, operators, offers }: Trip): Thing {
  return {
    '@type': 'BoatTrip',
    name,
    url: absolute(site, path),
    departureBoatTerminal: boatTerminal(site, from),
    arrivalBoatTerminal: boatTerminal(site, to),
    provider: operators.map((each) => ({ '@type': 'Organization', name: each })),
    ...(offers && {
      offers: {
        '@type': 'AggregateOffer',
        priceCurrency: 'EUR',
        lowPrice: (offers.lowCents / 100).toFixed(2),
        highPrice: (offers.highCents / 100).toFixed(2),
      },
    }),
  };
}

/** The text of a JSON-LD script: nothing in it can end the script. */
export function jsonLd(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}
