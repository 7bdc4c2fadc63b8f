import { describe, expect, it } from 'vitest';
import { exampleTariff } from './testing/arbitraries';
import { VEHICLE_TYPES } from './types';
import { extraMetres, heightSupplement, spaceNeeded, standardVehicle } from './vehicle-rules';

const { vehicle: tariff } = exampleTariff;

describe('space on the deck', () => {
  it('a car takes one standard place, however short', () => {
    expect(spaceNeeded(standardVehicle('car'))).toEqual({ laneCm: 500, heightCm: 160 });
  });

  it('a bike rack lengthens and a roof box raises', () => {
    const loaded = {
      type: 'car',
      lengthCm: 470,
      heightCm: 165,
      accessories: ['roof-box', 'bike-rack'],
    } as const;
    expect(spaceNeeded(loaded)).toEqual({ laneCm: 530, heightCm: 205 });
  });

  it('two motorcycles stand side by side', () => {
    expect(spaceNeeded(standardVehicle('motorcycle')).laneCm).toBe(110);
  });

  it.each(VEHICLE_TYPES)('a standard %s takes some lane', (type) => {
    expect(spaceNeeded(standardVehicle(type)).laneCm).toBeGreaterThan(0);
  });
});

it('every started metre beyond the base length is paid', () => {
  expect([500, 501, 600, 601].map((length) => extraMetres(length, tariff))).toEqual([0, 1, 1, 2]);
});

it('the highest height step reached is paid alone', () => {
  expect([190, 191, 260, 261].map((height) => heightSupplement(height, tariff))).toEqual([
    0, 5_000, 5_000, 10_000,
  ]);
});
