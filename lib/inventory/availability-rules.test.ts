import { expect, it } from 'vitest';
import { availabilityOf, type StockRow } from './availability-rules';

const row = (
  kind: StockRow['kind'],
  code: string,
  capacity: number,
  held: number,
  sold: number,
): StockRow => ({
  id: `s:${code}`,
  kind,
  code,
  capacity,
  held,
  sold,
  berths: kind === 'cabin' ? 4 : null,
});

it('counts what is neither held nor sold', () => {
  const { passengers } = availabilityOf([row('passengers', 'deck', 500, 30, 400)]);
  expect(passengers).toEqual({ state: 'available', left: 70 });
});

it.each([
  [500, 475, 'limited'],
  [500, 474, 'available'],
  [200, 180, 'limited'],
  [200, 179, 'available'],
  [200, 200, 'full'],
] as const)('of %i places with %i sold says %s', (capacity, sold, state) => {
  expect(availabilityOf([row('passengers', 'deck', capacity, 0, sold)]).passengers.state).toBe(state);
});

it('counts whole standard places of lane, and keeps the centimetres', () => {
  const { vehicles } = availabilityOf([row('vehicles', 'lane', 10_000, 500, 9_010)]);
  expect(vehicles).toEqual({ state: 'full', left: 0, laneCm: 490 });
});

it('says of each cabin type what is left', () => {
  const { cabins } = availabilityOf([row('cabin', 'inside-4', 20, 1, 14), row('cabin', 'suite-2', 4, 0, 4)]);
  expect(cabins).toEqual([
    { code: 'inside-4', berths: 4, state: 'limited', left: 5 },
    { code: 'suite-2', berths: 4, state: 'full', left: 0 },
  ]);
});

it('sells nothing where there is no stock', () => {
  expect(availabilityOf([])).toMatchObject({ passengers: { state: 'full' }, vehicles: { state: 'full' } });
});
