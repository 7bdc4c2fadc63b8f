import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_PARTS, type Filters, NO_FILTERS, SORTS } from './filter-rules';
import { filtersOfAddress, parseFilters, readFilters, withFilters, writeFilters } from './filter-url-rules';

const operators = ['corsica-linea', 'ctn', 'gnv', 'moby'];
const filters: fc.Arbitrary<Filters> = fc.record({
  sort: fc.constantFrom(...SORTS),
  operators: fc.subarray(operators),
  leaves: fc.subarray([...DAY_PARTS], { maxLength: 3 }),
  cabin: fc.boolean(),
  max: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
  hours: fc.option(fc.integer({ min: 1, max: 99 })),
});

describe('filters in an address', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(filters, (asked) => {
        expect(parseFilters(writeFilters(asked))).toEqual(asked);
      }),
    );
  });

  it('are written in one way, whatever was typed', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), filters, (typed, asked) => {
        const once = writeFilters(parseFilters(`${typed}&${writeFilters(asked)}`));
        expect(writeFilters(parseFilters(once))).toBe(once);
        expect(once).toMatch(/^[a-z0-9=&,-]*$/);
      }),
    );
  });

  it('are readable', () => {
    const query = 'sort=price&operators=ctn,gnv&leaves=morning,evening&cabin=1&max=80000&hours=24';
    expect(writeFilters(parseFilters(query))).toBe(query);
    expect(writeFilters(NO_FILTERS)).toBe('');
  });

  it('are read as a form sends them: repeated, empty, in any order', () => {
    expect(
      readFilters({ operators: ['gnv', 'ctn'], leaves: 'evening,night', max: '', hours: '24', cabin: '1' }),
    ).toEqual({
      ...NO_FILTERS,
      operators: ['ctn', 'gnv'],
      leaves: ['night', 'evening'],
      hours: 24,
      cabin: true,
    });
  });

  it('are nothing where they are nonsense, and where they leave nothing out', () => {
    expect(parseFilters('sort=beauty&operators=%2e%2e,A&leaves=noon&cabin=yes&max=-1&hours=1e3')).toEqual(
      NO_FILTERS,
    );
    expect(parseFilters('leaves=night,morning,afternoon,evening&sort=departure')).toEqual(NO_FILTERS);
  });
});

describe('the address of results with filters', () => {
  const addresses = fc.constantFrom(
    '/fr/search/FRMRS-TNLGN/2027-07-14/one-way/2-1-0-0.car',
    '/search/FRMRS-TNLGN/2027-07-14/TNLGN-FRMRS.2027-08-01/1-0-0-0.none#retour',
    '/it/search/calendar/outbound/2027-07/FRMRS-TNLGN/2027-07-14/one-way/2-1-0-0.car',
  );

  it('is that of the kept page when they are taken away, and has them once', () => {
    fc.assert(
      fc.property(addresses, filters, filters, (address, first, second) => {
        const [one, two] = [writeFilters(first), writeFilters(second)];
        expect(withFilters(withFilters(address, one), '')).toBe(address);
        expect(withFilters(withFilters(address, one), two)).toBe(withFilters(address, two));
        expect(filtersOfAddress(new URL(withFilters(address, one), 'http://x'))).toBe(one);
      }),
    );
  });

  it('stays away from other addresses', () => {
    for (const other of ['/fr', '#retour', '/fr/search?from=x', '/fr/search/choose', '/fr/book/x/review'])
      expect(withFilters(other, 'cabin=1')).toBe(other);
  });
});
