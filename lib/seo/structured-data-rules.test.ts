import { describe, expect, it } from 'vitest';
import { boatTerminal, boatTrip, breadcrumbs, jsonLd, siteThings, type Thing } from './structured-data-rules';
import { vocabularyProblems } from './testing/vocabulary';

const SITE = 'https://voila-ferry.example';
const problems = (...things: Thing[]) => vocabularyProblems(JSON.parse(jsonLd(things)));

const marseille = {
  name: 'Marseille',
  path: '/fr/ports/marseille',
  latitude: 43.31,
  longitude: 5.36,
  country: 'FR',
};
const tunis = {
  name: 'Tunis (La Goulette)',
  path: '/fr/ports/tunis',
  latitude: 36.808,
  longitude: 10.305,
  country: 'TN',
};
const trip = (offers: Parameters<typeof boatTrip>[1]['offers']) =>
  boatTrip(SITE, {
    name: 'Ferry Marseille – Tunis',
    path: '/fr/routes/marseille-tunis',
    from: marseille,
    to: tunis,
    operators: ['CTN', 'Corsica Linea'],
    offers,
  });

describe('what a page says to machines is in the vocabulary of schema.org', () => {
  it('the site and who runs it', () => {
    expect(problems(...siteThings(SITE, 'Voilà Ferry'))).toEqual([]);
  });

  it('the way to a page', () => {
    const trail = [
      { name: 'Accueil', path: '/fr' },
      { name: 'Lignes', path: '/fr/routes' },
    ];
    expect(problems(breadcrumbs(SITE, trail))).toEqual([]);
  });

  it('a port', () => {
    expect(problems(boatTerminal(SITE, marseille))).toEqual([]);
  });

  it('a line, with prices and without', () => {
    expect(problems(trip(null))).toEqual([]);
    expect(problems(trip({ lowCents: 8_532, highCents: 14_882 }))).toEqual([]);
  });
});

it('a line names the page of each port and the span of its prices, and counts no offers', () => {
  expect(trip({ lowCents: 8_532, highCents: 14_882 })).toMatchObject({
    url: `${SITE}/fr/routes/marseille-tunis`,
    departureBoatTerminal: { url: `${SITE}/fr/ports/marseille` },
    arrivalBoatTerminal: { url: `${SITE}/fr/ports/tunis` },
    offers: { priceCurrency: 'EUR', lowPrice: '85.32', highPrice: '148.82' },
  });
  expect(trip({ lowCents: 1, highCents: 2 }).offers).not.toHaveProperty('offerCount');
  expect(trip(null)).not.toHaveProperty('offers');
});

it('no name can end the script', () => {
  expect(jsonLd([{ '@type': 'WebSite', name: '</script><b>' }])).not.toContain('<');
});

describe('the check against the vocabulary sees', () => {
  it.each<[string, Thing]>([
    ['is a FerryTrip, which is no class', { '@type': 'FerryTrip' }],
    ['BoatTrip.lowPrice is no property of it', { '@type': 'BoatTrip', lowPrice: '1' }],
    ['BoatTrip.departurePort is no property of it', { '@type': 'BoatTrip', departurePort: 'Marseille' }],
    [
      'departureBoatTerminal wants BoatTerminal, not PostalAddress',
      { '@type': 'BoatTrip', departureBoatTerminal: { '@type': 'PostalAddress' } },
    ],
    ['departureBoatTerminal wants BoatTerminal', { '@type': 'BoatTrip', departureBoatTerminal: 'Marseille' }],
    ['url wants URL', { '@type': 'BoatTrip', url: '/fr/routes/x' }],
    ['offerCount wants Integer', { '@type': 'AggregateOffer', offerCount: 1.5 }],
    ['which is not there', { '@type': 'WebSite', publisher: { '@id': '#nobody' } }],
    ['name is empty', { '@type': 'WebSite', name: '' }],
    ['BoatTerminal.map is superseded', { '@type': 'BoatTerminal', map: 'https://voila-ferry.example/m' }],
  ])('%s', (problem, thing) => {
    const found = problems(thing);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });
});
