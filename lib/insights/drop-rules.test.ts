import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byPairOfPorts,
  dropsToTell,
  type FallenPrice,
  isWorthTelling,
  type PriceDrop,
  shareFallen,
} from './drop-rules';

const TUNIS = fallen('FRMRS-TNLGN', '2027-03-02', 9_000, 12_000);

function fallen(
  routeId: string,
  departureDay: string,
  cents: number,
  beforeCents: number,
  since = '2027-01-10',
): FallenPrice {
  return { routeId, departureDay, since, cents, beforeCents };
}

describe('a fall worth telling', () => {
  it.each([
    [9_500, 10_000, true],
    [9_501, 10_000, false],
    [3_800, 4_000, true],
    [2_850, 3_000, false],
    [10_000, 10_000, false],
    [11_000, 10_000, false],
  ])('from %3$s: %1$s cents now, %2$s before', (cents, beforeCents, is) => {
    expect(isWorthTelling({ cents, beforeCents })).toBe(is);
  });
});

describe('falls by pair of ports', () => {
  it('are the deepest three, out or back, the nearest day first of two alike', () => {
    const back = fallen('TNLGN-FRMRS', '2027-03-01', 9_000, 12_000);
    const deep = fallen('FRMRS-TNLGN', '2027-05-01', 6_000, 12_000);
    const small = fallen('FRMRS-TNLGN', '2027-03-09', 11_000, 12_000);
    const other = fallen('FRMRS-FRBIA', '2027-03-09', 3_000, 7_000);
    expect(byPairOfPorts([TUNIS, small, back, other, deep])).toEqual([[other], [deep, back, TUNIS]]);
  });
});

describe('the falls that are told', () => {
  const drop = (operatorCode: string, price: FallenPrice): PriceDrop => ({ ...price, operatorCode });

  it('are the last to fall first, and two of one operator', () => {
    const drops = ['2027-01-01', '2027-01-03', '2027-01-05'].map((since) => drop('ctn', { ...TUNIS, since }));
    const other = drop('gnv', fallen('ITGOA-TNLGN', '2027-02-01', 5_000, 6_000, '2027-01-02'));
    expect(dropsToTell([...drops, other], 4)).toEqual([drops[1], other, drops[0]]);
    expect(dropsToTell([...drops, other], 2)).toEqual([drops[1], drops[0]]);
  });

  it('hold for any prices: each fell enough, no pair of ports twice, no operator more than twice', () => {
    const price = fc.record({
      routeId: fc.constantFrom('FRMRS-TNLGN', 'TNLGN-FRMRS', 'FRMRS-FRBIA', 'ITGOA-TNLGN', 'FRTLN-FRBIA'),
      departureDay: fc.constantFrom('2027-03-01', '2027-03-02', '2027-03-03'),
      since: fc.constantFrom('2027-01-01', '2027-01-09'),
      cents: fc.integer({ min: 1_000, max: 20_000 }),
      beforeCents: fc.integer({ min: 1_000, max: 20_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(price),
        fc.array(fc.constantFrom('ctn', 'gnv'), { minLength: 5, maxLength: 5 }),
        (prices, operators) => {
          const pairs = byPairOfPorts(prices);
          expect(pairs.length > 0).toBe(prices.some(isWorthTelling));
          const firsts = pairs.flatMap(([first], index) =>
            first ? [drop(operators[index] ?? '', first)] : [],
          );
          const told = dropsToTell(firsts, 4);
          expect(told.length).toBeLessThanOrEqual(4);
          for (const each of told) {
            expect(shareFallen(each)).toBeGreaterThanOrEqual(0.05);
            expect(told.filter(({ operatorCode }) => operatorCode === each.operatorCode).length).toBeLessThan(
              3,
            );
          }
          const ports = told.map(({ routeId }) => routeId.split('-').sort().join());
          expect(new Set(ports).size).toBe(ports.length);
        },
      ),
    );
  });
});
