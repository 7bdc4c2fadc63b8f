import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import type { Port } from '@/lib/network/types';
import { VEHICLE_TYPES } from '@/lib/pricing/types';
import { isPartyInBounds, partyFrom } from '@/lib/search/party-code-rules';
import { searchPath } from '@/lib/search/url';
import { firstText, paramsOfPath, readSearch } from './read-search';

const TODAY = '2027-02-01';
const port = (code: string, fr: string, en: string, it: string): Port => ({
  code,
  country: code.slice(0, 2),
  latitude: 0,
  longitude: 0,
  timeZone: 'Europe/Paris',
  names: { fr, en, it },
});
const PORTS = [
  port('FRMRS', 'Marseille', 'Marseille', 'Marsiglia'),
  port('ITGOA', 'Gênes', 'Genoa', 'Genova'),
  port('TNLGN', 'Tunis (La Goulette)', 'Tunis (La Goulette)', 'Tunisi (La Goletta)'),
  port('MAPTM', 'Tanger Med', 'Tangier Med', 'Tangeri Med'),
];
const asked = { from: 'marseille', to: 'la goulette', date: '2027-07-14' };
const fieldsOf = (given: Record<string, string>) => {
  const parsed = readSearch({ ...asked, ...given }, PORTS, TODAY);
  return parsed.ok ? [] : Object.keys(parsed.problems);
};

describe('what people type', () => {
  it('names ports in any language, without accents', () => {
    for (const [typed, code] of [
      ['genes', 'ITGOA'],
      ['GENOA', 'ITGOA'],
      ['tangiers', 'MAPTM'],
      ['Marsiglia', 'FRMRS'],
    ] as const) {
      const parsed = readSearch({ ...asked, from: typed, to: 'TNLGN' }, PORTS, TODAY);
      expect(parsed.ok && parsed.query.outbound.from).toBe(code);
    }
  });

  it('of a one-way trip, the return fields do not matter', () => {
    const parsed = readSearch(
      { ...asked, trip: 'one-way', return: '2020-01-01', rto: 'nowhere' },
      PORTS,
      TODAY,
    );
    expect(parsed.ok && parsed.query.inbound).toBe(null);
  });

  it('a faulty outbound is one problem, not one more for the way back', () => {
    expect(fieldsOf({ from: 'Atlantis', return: '2027-07-31' })).toEqual(['from']);
    expect(fieldsOf({ from: 'QQQQQ', return: '2027-07-31' })).toEqual(['from']);
    expect(fieldsOf({ rfrom: 'QQQQQ', return: '2027-07-31' })).toEqual(['rfrom']);
  });

  it('only the first value of a parameter counts, and not more than a field can hold', () => {
    expect(firstText(['a', 'b'])).toBe('a');
    expect(firstText('x'.repeat(500))).toHaveLength(80);
    expect(firstText(undefined)).toBe('');
  });
});

it('what stands in the path of any search is the search', () => {
  const leg = fc.constantFrom(['FRMRS', 'TNLGN'] as const, ['ITGOA', 'MAPTM'] as const);
  const search = fc
    .record({
      out: leg,
      back: fc.option(leg),
      days: fc.nat(100),
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
    .map(({ out, back, days, counts }) => ({
      outbound: { from: out[0], to: out[1], date: '2027-07-14' },
      inbound: back && { from: back[1], to: back[0], date: addDays('2027-07-14', days) },
      party: partyFrom(counts),
    }));
  fc.assert(
    fc.property(search, (query) => {
      const given = paramsOfPath(searchPath(query).slice(1).split('/'));
      const parsed = readSearch(Object.fromEntries(given), PORTS, TODAY);
      expect(parsed).toEqual({ ok: true, query });
    }),
  );
});

it('any path gives parameters that the form can show', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 6 }), (segments) => {
      expect(paramsOfPath(segments).has('from')).toBe(true);
    }),
  );
});
