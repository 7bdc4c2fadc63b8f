import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vatStatements } from './vat-rules';

const leg = (from: string, to: string, totalCents = 11_000) => ({ from, to, totalCents });
const reasons = (...legs: Parameters<typeof vatStatements>[0]) =>
  vatStatements(legs).map((statement) => statement.reason);

describe('VAT on an invoice', () => {
  it('is none to and from abroad, after the law of the end in the Union', () => {
    expect(reasons(leg('FRMRS', 'TNLGN'), leg('TNLGN', 'FRMRS'))).toEqual(['fr-international']);
    expect(reasons(leg('TNLGN', 'ITGOA'))).toEqual(['it-international']);
    expect(reasons(leg('ESBCN', 'MANDR'))).toEqual(['es-international']);
    expect(reasons(leg('FRMRS', 'TNLGN'), leg('TNLGN', 'ITGOA'))).toEqual([
      'fr-international',
      'it-international',
    ]);
    expect(reasons(leg('FRNCE', 'ITOLB'))).toEqual(['fr-international', 'it-international']);
  });

  it('is none between the mainland and Corsica', () => {
    expect(vatStatements([leg('FRMRS', 'FRBIA'), leg('FRILR', 'FRNCE')])).toEqual([
      { reason: 'fr-corsica', rate: 0, includedCents: 0 },
    ]);
    expect(reasons(leg('FRAJA', 'FRBIA'))).toEqual(['fr-domestic']);
  });

  it('is a tenth within Italy, part of the price', () => {
    expect(vatStatements([leg('ITGOA', 'ITOLB'), leg('ITOLB', 'ITGOA', 22_000)])).toEqual([
      { reason: 'it-domestic', rate: 10, includedCents: 3_000 },
    ]);
  });

  it('never leaves an invoice without a word, and never exceeds the price', () => {
    const port = fc.constantFrom('FRMRS', 'FRBIA', 'ITGOA', 'ESALC', 'TNLGN', 'DZALG', 'MAPTM');
    const legs = fc.array(fc.record({ from: port, to: port, totalCents: fc.nat(5_000_000) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(legs, (given) => {
        const statements = vatStatements(given);
        expect(statements.length).toBeGreaterThan(0);
        const paid = given.reduce((sum, each) => sum + each.totalCents, 0);
        const included = statements.reduce((sum, each) => sum + each.includedCents, 0);
        expect(included).toBeLessThanOrEqual(Math.ceil(paid / 11) + statements.length);
      }),
    );
  });
});
