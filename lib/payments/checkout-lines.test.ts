import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '@/lib/inventory/leg-place-rules';
import { LOCALES } from '@/lib/kernel/locale';
import type { Quote, QuoteLine } from '@/lib/pricing/types';
import { checkoutLines } from './checkout-lines';

function quoteOf(lines: readonly QuoteLine[]): Quote {
  const legs = Math.max(...lines.map((line) => line.leg)) + 1;
  const legTotals = Array.from({ length: legs }, (_, leg) =>
    lines.filter((line) => line.leg === leg).reduce((sum, line) => sum + line.totalCents, 0),
  );
  const totalCents = lines.reduce((sum, line) => sum + line.totalCents, 0);
  return { currency: 'EUR', lines, legTotals, totalCents };
}
const sumOf = (quote: Quote) =>
  checkoutLines(quote, simple, 'VF-2345678', 'fr').reduce(
    (sum, line) => sum + line.quantity * line.unitCents,
    0,
  );
/** Out and back in as many legs, the ways one after the other. */
const trip = (...directions: Direction[]) =>
  directions.map((direction, position) => ({ position, direction }));
const simple = trip('outbound', 'return');
const adults: QuoteLine = { leg: 0, code: 'fare-adult', quantity: 2, unitCents: 8500, totalCents: 17000 };
const cabin: QuoteLine = {
  leg: 1,
  code: 'cabin',
  detail: 'inside-4',
  quantity: 1,
  unitCents: 9000,
  totalCents: 9000,
};

describe('the lines of the checkout page', () => {
  it('are those of the quote, in the language of the traveller', () => {
    expect(checkoutLines(quoteOf([adults]), trip('outbound'), 'VF-2345678', 'fr')).toEqual([
      { name: 'Adultes', quantity: 2, unitCents: 8500 },
    ]);
  });

  it.each([
    ['fr', 'Aller · ', 'Retour · '],
    ['en', 'Outbound · ', 'Return · '],
    ['it', 'Andata · ', 'Ritorno · '],
  ] as const)('say which way on a return trip (%s)', (locale, there, back) => {
    const [first, second] = checkoutLines(quoteOf([adults, cabin]), simple, 'VF-2345678', locale);
    expect(first?.name.startsWith(there)).toBe(true);
    expect(second?.name.startsWith(back)).toBe(true);
  });

  it('say which ship where one changes, and never that the second is the way back', () => {
    const names = checkoutLines(
      quoteOf([adults, cabin]),
      trip('outbound', 'outbound'),
      'VF-2345678',
      'fr',
    ).map(({ name }) => name);
    expect(names).toEqual(['1re traversée · Adultes', expect.stringMatching(/^2e traversée · Cabine/)]);
  });

  it('leave out what costs nothing', () => {
    const infant: QuoteLine = { leg: 0, code: 'fare-infant', quantity: 1, unitCents: 0, totalCents: 0 };
    expect(checkoutLines(quoteOf([adults, infant]), simple, 'VF-2345678', 'fr')).toHaveLength(1);
  });

  it('are one where something is taken off: a checkout page cannot subtract', () => {
    const discount: QuoteLine = { leg: 0, code: 'discount', quantity: 1, unitCents: -500, totalCents: -500 };
    for (const locale of LOCALES) {
      const lines = checkoutLines(quoteOf([adults, discount]), simple, 'VF-2345678', locale);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatchObject({ quantity: 1, unitCents: 16500 });
      expect(lines[0]?.name).toContain('VF-2345678');
    }
  });

  it('add up to the stored total, always', () => {
    const line = fc
      .record({
        leg: fc.integer({ min: 0, max: 1 }),
        quantity: fc.integer({ min: 0, max: 9 }),
        unitCents: fc.integer({ min: -2000, max: 90_000 }),
      })
      .map((l): QuoteLine => ({ ...l, code: 'fare-adult', totalCents: l.quantity * l.unitCents }));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 130 }), (lines) => {
        const quote = quoteOf(lines);
        expect(sumOf(quote)).toBe(quote.totalCents);
      }),
    );
  });
});
