import { describe, expect, it } from 'vitest';
import { OPERATORS } from '@/db/seed/operators';
import { PORTS } from '@/db/seed/ports';
import { DIRECTIONS } from '@/db/seed/routes';
import { LOCALES } from '@/lib/kernel/locale';
import {
  operatorOfSlug,
  operatorPaths,
  portOfSlug,
  portPaths,
  routeOfSlug,
  routePaths,
  slugOf,
} from './slug-rules';

const routes = [...DIRECTIONS.values()];
const port = (code: string) => PORTS.find((each) => each.code === code) as (typeof PORTS)[number];

describe('a name in an address', () => {
  it.each([
    ['Gênes', 'genes'],
    ['Tunis (La Goulette)', 'tunis'],
    ['L’Île-Rousse', 'l-ile-rousse'],
    ['Béjaïa', 'bejaia'],
    ['Tanger Med', 'tanger-med'],
    ['Algérie Ferries', 'algerie-ferries'],
  ])('%s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

it('a direction has an address of its own in each language', () => {
  expect(routePaths(port('ITGOA'), port('TNLGN'))).toEqual({
    fr: '/routes/genes-tunis',
    en: '/routes/genoa-tunis',
    it: '/routes/genova-tunisi',
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  it('every direction is found by its slug, and no two share one', () => {
    const slugs = routes.map((route) =>
      routePaths(port(route.from), port(route.to))[locale].slice('/routes/'.length),
    );
    expect(slugs).toHaveLength(52);
    expect(new Set(slugs).size).toBe(52);
    slugs.forEach((slug, index) => {
      expect(routeOfSlug(slug, locale, routes, PORTS)).toBe(routes[index]);
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)+$/);
    });
  });

  it('every port is found by its slug, and no two share one', () => {
    const slugs = PORTS.map((each) => portPaths(each)[locale].slice('/ports/'.length));
    expect(new Set(slugs).size).toBe(24);
    slugs.forEach((slug, index) => {
      expect(portOfSlug(slug, locale, PORTS)).toBe(PORTS[index]);
    });
  });
});

it('every operator is found by its slug', () => {
  for (const operator of OPERATORS) {
    const slug = operatorPaths(operator).fr.slice('/operators/'.length);
    expect(operatorOfSlug(slug, OPERATORS)).toBe(operator);
  }
});

it('what is no slug of the language is nothing: another language, capitals, nonsense', () => {
  for (const slug of ['genoa-tunis', 'Genes-Tunis', 'genes-genes', 'genes', '', '__proto__'])
    expect(routeOfSlug(slug, 'fr', routes, PORTS)).toBeNull();
  for (const slug of ['genoa', 'Marseille', '']) expect(portOfSlug(slug, 'fr', PORTS)).toBeNull();
  expect(operatorOfSlug('titanic', OPERATORS)).toBeNull();
});
