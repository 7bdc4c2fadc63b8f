import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { VEHICLE_TYPES } from '@/lib/pricing/types';
import { isPartyInBounds, partyFrom } from './party-code-rules';
import type { SearchQuery } from './types';
import { parseSearchParams, parseSearchPath, searchHref, searchPath } from './url';

const TODAY = '2026-11-22';
const minimal = { from: 'FRMRS', to: 'TNLGN', date: '2027-07-14' };
const problemsOf = (params: Record<string, string>) => {
  const parsed = parseSearchParams({ ...minimal, ...params }, { today: TODAY });
  if (parsed.ok) return {};
  return Object.fromEntries(
    Object.entries(parsed.problems).map(([field, list]) => [field, list.map((problem) => problem.code)]),
  );
};

const anyLeg = fc.record({
  from: fc.constantFrom('FRMRS', 'ITGOA'),
  to: fc.constantFrom('TNLGN', 'MAPTM'),
  date: fc.nat(400).map((days) => addDays(TODAY, days)),
});
const anyQuery: fc.Arbitrary<SearchQuery> = fc
  .record({
    outbound: anyLeg,
    back: fc.option(fc.record({ leg: anyLeg, days: fc.nat(100) })),
    counts: fc
      .record({
        adults: fc.integer({ min: 1, max: 9 }),
        children: fc.nat(8),
        infants: fc.nat(8),
        pets: fc.nat(3),
        vehicles: fc.array(fc.constantFrom(...VEHICLE_TYPES), { maxLength: 2 }),
      })
      .filter(isPartyInBounds),
  })
  .map(({ outbound, back, counts }) => ({
    outbound,
    inbound: back && {
      from: back.leg.to,
      to: back.leg.from,
      date: addDays(outbound.date, back.days),
    },
    party: partyFrom(counts),
  }));

describe('a search in an address', () => {
  it('needs ports and a day; one adult on foot is the rest', () => {
    expect(parseSearchParams(minimal)).toEqual({
      ok: true,
      query: { outbound: minimal, inbound: null, party: { passengers: ['adult'], vehicles: [], pets: 0 } },
    });
  });

  it('a return goes the other way, unless it says otherwise', () => {
    const back = (params: Record<string, string>) => {
      const parsed = parseSearchParams({ ...minimal, return: '2027-07-31', ...params });
      return parsed.ok && parsed.query.inbound;
    };
    expect(back({})).toEqual({ from: 'TNLGN', to: 'FRMRS', date: '2027-07-31' });
    expect(back({ rto: 'ITGOA' })).toEqual({ from: 'TNLGN', to: 'ITGOA', date: '2027-07-31' });
    expect(back({ rfrom: '', rto: '' })).toEqual({ from: 'TNLGN', to: 'FRMRS', date: '2027-07-31' });
  });

  it('understands how forms and programs write vehicles', () => {
    const types = (params: Record<string, string>) => {
      const parsed = parseSearchParams({ ...minimal, ...params });
      return parsed.ok && parsed.query.party.vehicles.map((vehicle) => vehicle.type);
    };
    expect(types({ vehicle: 'car', vehicle2: 'motorcycle' })).toEqual(['car', 'motorcycle']);
    expect(types({ vehicles: 'car,motorcycle' })).toEqual(['car', 'motorcycle']);
    expect(types({ vehicle: 'none', vehicle2: '' })).toEqual([]);
  });

  it('reads the first of repeated parameters', () => {
    const parsed = parseSearchParams({ ...minimal, adults: ['2', '3'] });
    expect(parsed.ok && parsed.query.party.passengers).toEqual(['adult', 'adult']);
  });

  it.each([
    [{ from: '' }, { from: ['required'] }],
    [{ from: 'Marseille' }, { from: ['unknown-port'] }],
    [{ to: 'FRMRS' }, { to: ['same-port'] }],
    [{ date: '2027-02-29' }, { date: ['date-does-not-exist'] }],
    [{ date: '2026-11-21' }, { date: ['date-in-past'] }],
    [{ date: '2028-12-01' }, { date: ['date-too-far'] }],
    [{ return: '2027-07-13' }, { return: ['return-before-outbound'] }],
    [{ return: 'soon' }, { return: ['date-does-not-exist'] }],
    [{ adults: '0' }, { adults: ['no-adult'] }],
    [{ adults: '10' }, { adults: ['too-many-passengers'] }],
    [{ adults: '6', children: '4' }, { adults: ['too-many-passengers'] }],
    [{ adults: '-1' }, { adults: ['too-many-passengers'] }],
    [{ adults: '1', infants: '3' }, { infants: ['too-many-infants'] }],
    [{ pets: '4' }, { pets: ['out-of-range'] }],
    [{ vehicle: 'tank' }, { vehicle: ['unknown-vehicle'] }],
    [{ vehicles: 'car,car,car' }, { vehicle: ['too-many-vehicles'] }],
  ])('%o is turned down at its field', (params, problems) => {
    expect(problemsOf(params)).toEqual(problems);
  });

  it('today itself can be searched', () => {
    expect(problemsOf({ date: TODAY })).toEqual({});
  });
});

describe('for any search', () => {
  it('what is written is read back, and writing it again changes nothing', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(parseSearchPath(searchPath(query).slice(1).split('/'))).toEqual(query);
      }),
    );
  });

  it('hostile parameters are answered, never thrown on', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (params) => {
        expect(parseSearchParams(params, { today: TODAY }).ok).toBe(false);
      }),
    );
  });

  it('a hostile path is nothing, or exactly what it would be written as', () => {
    const segment = fc.oneof(
      fc.string(),
      fc.constantFrom('FRMRS-TNLGN', '2027-07-14', 'one-way', '2-1-0-0.car', '02-1-0-0.none', '2-1-0-0.'),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const query = parseSearchPath(segments);
        if (query) expect(searchPath(query)).toBe(`/${segments.join('/')}`);
      }),
    );
  });
});

it('writes the example of the documents', () => {
  const query = {
    outbound: minimal,
    inbound: null,
    party: partyFrom({ adults: 2, children: 1, infants: 0, pets: 0, vehicles: ['car'] }),
  };
  expect(searchPath(query)).toBe('/FRMRS-TNLGN/2027-07-14/one-way/2-1-0-0.car');
  expect(searchHref('fr', query, { outbound: { ...minimal, date: '2027-07-15' } })).toBe(
    '/fr/search/FRMRS-TNLGN/2027-07-15/one-way/2-1-0-0.car',
  );
});
