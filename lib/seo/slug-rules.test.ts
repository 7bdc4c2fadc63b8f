import { describe, expect, it } from 'vitest';
import { OPERATORS } from '@/db/seed/operators';
import { PORTS } from '@/db/seed/ports';
import { DIRECTIONS } from '@/db/seed/routes';
import { LOCALES } from '@/lib/kernel/locale';
import {
  lineOfSlug,
  operatorOfSlug,
  operatorPaths,
  portOfSlug,
  portPaths,
  routePaths,
  slugOf,
} from './slug-rules';

const port = (code: string) => PORTS.find((each) => each.code === code) as (typeof PORTS)[number];
const lines = [...DIRECTIONS.values()].map(({ from, to }) => ({ from: port(from), to: port(to) }));

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
    const slugs = lines.map(({ from, to }) => routePaths(from, to)[locale].slice('/routes/'.length));
    expect(slugs).toHaveLength(52);
    expect(new Set(slugs).size).toBe(52);
    slugs.forEach((slug, index) => {
      expect(lineOfSlug(slug, locale, lines)).toBe(lines[index]);
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
    expect(lineOfSlug(slug, 'fr', lines)).toBeNull();
  for (const slug of ['genoa', 'Marseille', '']) expect(portOfSlug(slug, 'fr', PORTS)).toBeNull();
  expect(operatorOfSlug('titanic', OPERATORS)).toBeNull();
});
