import fc from 'fast-check';
import { expect, it } from 'vitest';
import { notInTariff, tariffAt, todaysCents, todaysPercent } from './tariff';
import { exampleTariff } from './testing/arbitraries';

it('is cheapest early and empty, dearest late and full', () => {
  expect(todaysPercent({ daysAhead: 400, load: 0 })).toBe(-15);
  expect(todaysPercent({ daysAhead: 30, load: 0.4 })).toBe(0);
  expect(todaysPercent({ daysAhead: 0, load: 0.95 })).toBe(28);
});

it('never falls as the day comes nearer or the ship fills up, and moves in steps of half a euro', () => {
  const load = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.nat(60_000),
      fc.nat(600),
      fc.nat(600),
      load,
      load,
      (published, daysAhead, later, before, after) => {
        const early = todaysCents(published, { daysAhead: daysAhead + later, load: Math.min(before, after) });
        const late = todaysCents(published, { daysAhead, load: Math.max(before, after) });
        expect(late).toBeGreaterThanOrEqual(early);
        expect(late % 50).toBe(0);
      },
    ),
  );
});

it('moves fares, vehicles and cabins, and leaves dues, meals, pets and supplements alone', () => {
  const today = tariffAt(exampleTariff, { daysAhead: 0, load: 0.95 });
  expect(today.adultCents).toBe(12_800);
  expect(today.vehicle.base.car).toBe(25_600);
  expect(today.cabins[0]?.priceCents).toBe(10_450);
  expect(today).toMatchObject({
    dues: exampleTariff.dues,
    meals: exampleTariff.meals,
    petCents: exampleTariff.petCents,
    vehicle: { heightSteps: exampleTariff.vehicle.heightSteps },
  });
});

it('names the codes of a selection that the sailing does not sell', () => {
  const selection = {
    fareFamily: 'basic',
    cabins: [
      { code: 'inside-4', quantity: 1 },
      { code: 'tent', quantity: 1 },
    ],
    seats: [],
    meals: [{ code: 'brunch', quantity: 1 }],
  } as const;
  expect(notInTariff(exampleTariff, selection)).toEqual(['tent', 'brunch']);
});
