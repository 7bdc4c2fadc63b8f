import { describe, expect, it } from 'vitest';
import type { StockRow } from './availability-rules';
import { lookOf } from './look-rules';

const line = (kind: StockRow['kind'], code: string, capacity: number, taken: number): StockRow => ({
  id: `s:${code}`,
  kind,
  code,
  capacity,
  held: taken,
  sold: 0,
  berths: 2,
});
const stock = ({ deck = 500, lane = 100_000, cabins = 50 } = {}) => [
  line('passengers', 'deck', 1000, 1000 - deck),
  line('vehicles', 'lane', 200_000, 200_000 - lane),
  line('cabin', 'inside-2', 100, 100 - cabins),
];

describe('the look of a sailing', () => {
  it('stays while there is plenty, whatever is taken', () => {
    expect(lookOf(stock({ deck: 499, lane: 99_500, cabins: 49 }))).toEqual(lookOf(stock()));
  });

  it('changes with each place once figures are shown', () => {
    expect(lookOf(stock({ deck: 50 })).badges).not.toBe(lookOf(stock({ deck: 51 })).badges);
    expect(lookOf(stock({ lane: 4500 })).badges).not.toBe(lookOf(stock({ lane: 5000 })).badges);
    expect(lookOf(stock({ cabins: 4 })).badges).not.toBe(lookOf(stock({ cabins: 5 })).badges);
  });

  it('tells a change of badges from one that some party no longer fits', () => {
    expect(lookOf(stock({ deck: 19 })).room).toBe(lookOf(stock({ deck: 20 })).room);
    expect(lookOf(stock({ deck: 8 })).room).not.toBe(lookOf(stock({ deck: 9 })).room);
    expect(lookOf(stock({ lane: 2499 })).room).not.toBe(lookOf(stock({ lane: 2500 })).room);
    expect(lookOf(stock({ lane: 3000 })).room).toBe(lookOf(stock({ lane: 3500 })).room);
  });
});
