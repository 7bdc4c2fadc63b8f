import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegSelection, PartyItems } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import type { StockRow } from './availability-rules';
import { firstShort, heldDifference, nameOfShort, needsOf, sumNeeds } from './stock-rules';

const NOTHING: LegSelection = { fareFamily: 'basic', cabins: [], seats: [], meals: [] };
const quantities = fc.dictionary(
  fc.constantFrom('s:deck', 's:lane', 's:inside-4', 's:suite-2'),
  fc.integer({ min: 1, max: 9 }),
);
const toNeeds = (each: Record<string, number>) =>
  Object.entries(each).map(([stockLineId, quantity]) => ({ stockLineId, quantity }));

describe('what a party takes', () => {
  it('everybody counts aboard, infants too; vehicles take their lane; pets take nothing by themselves', () => {
    const party: PartyItems = {
      passengers: ['adult', 'child', 'infant'],
      vehicles: [standardVehicle('car'), { ...standardVehicle('camper'), lengthCm: 712 }],
      pets: 2,
    };
    const selection = {
      ...NOTHING,
      cabins: [{ code: 'inside-4', quantity: 1 }],
      seats: [{ code: 'seat-recliner', quantity: 2 }],
    };
    expect(needsOf('s', party, selection)).toEqual([
      { stockLineId: 's:deck', quantity: 3 },
      { stockLineId: 's:lane', quantity: 1212 },
      { stockLineId: 's:inside-4', quantity: 1 },
      { stockLineId: 's:seat-recliner', quantity: 2 },
    ]);
  });

  it('meals are not counted', () => {
    const meals = [{ code: 'dinner', quantity: 1 }];
    expect(
      needsOf('s', { passengers: ['adult'], vehicles: [], pets: 0 }, { ...NOTHING, meals }),
    ).toHaveLength(1);
  });

  it('the difference applied to what is held gives what is needed', () => {
    fc.assert(
      fc.property(quantities, quantities, (held, needed) => {
        const after = new Map(Object.entries(held));
        for (const change of heldDifference(toNeeds(held), toNeeds(needed)))
          after.set(change.stockLineId, (after.get(change.stockLineId) ?? 0) + change.held);
        for (const [line, quantity] of after) expect(quantity).toBe(needed[line] ?? 0);
      }),
    );
  });

  it('a line that two legs need is taken once, with both', () => {
    expect(
      sumNeeds([
        { stockLineId: 'a', quantity: 2 },
        { stockLineId: 'a', quantity: 3 },
      ]),
    ).toEqual([{ stockLineId: 'a', quantity: 5 }]);
  });
});

describe('what is short', () => {
  const row = (code: string, kind: StockRow['kind'], left: number): StockRow => ({
    id: `s:${code}`,
    code,
    kind,
    capacity: left + 7,
    held: 3,
    sold: 4,
    berths: null,
  });
  const stock = [row('deck', 'passengers', 2), row('inside-4', 'cabin', 0), row('seat-recliner', 'seat', 1)];
  const short = (code: string, quantity: number) =>
    firstShort('s', [{ stockLineId: `s:${code}`, quantity }], stock);

  it('is named with what is left of it', () => {
    expect(short('deck', 2)).toBeNull();
    expect(short('deck', 3)).toEqual({ sailingId: 's', kind: 'passengers', code: 'deck', left: 2 });
    const names = [
      short('deck', 9),
      short('lane', 1),
      short('inside-4', 1),
      short('seat-recliner', 2),
      short('suite-2', 1),
    ];
    expect(names.map((each) => each && nameOfShort(each))).toEqual([
      'passengers',
      'vehicles',
      'cabin:inside-4',
      'seat:seat-recliner',
      'cabin:suite-2',
    ]);
  });
});
