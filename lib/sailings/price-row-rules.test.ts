import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDateOf } from '@/lib/kernel/dates';
import { DAYS_AHEAD_STEPS, tariffAt, todaysPercent } from '@/lib/pricing/tariff';
import { anyParty, anyTariff } from '@/lib/pricing/testing/arbitraries';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { hasUsualVehicles, nextMove, totalFromUnits, unitPrices } from './price-row-rules';
import { lowestTotalCents } from './sale-rules';

const facts = fc.record({
  daysAhead: fc.integer({ min: 0, max: 547 }),
  load: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the unit prices of a sailing', () => {
  it('give any party the total that its tariff gives', () => {
    fc.assert(
      fc.property(anyTariff, anyParty, facts, (tariff, party, when) => {
        const usual = { ...party, vehicles: party.vehicles.map(({ type }) => standardVehicle(type)) };
        expect(totalFromUnits(unitPrices(tariff, when), usual)).toBe(
          lowestTotalCents(usual, tariffAt(tariff, when)),
        );
      }),
    );
  });

  it('are not asked about a vehicle of another size', () => {
    const car = standardVehicle('car');
    const party = { passengers: ['adult'], pets: 0 } as const;
    expect(hasUsualVehicles({ ...party, vehicles: [car] })).toBe(true);
    expect(hasUsualVehicles({ ...party, vehicles: [{ ...car, lengthCm: 510 }] })).toBe(false);
    expect(hasUsualVehicles({ ...party, vehicles: [{ ...car, accessories: ['roof-box'] }] })).toBe(false);
  });
});

describe('the day moves the price', () => {
  it('at the midnight that begins the next step, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (daysAhead) => {
        const today = '2027-01-10';
        const departure = addDays(today, daysAhead);
        const percent = (instant: Date) =>
          todaysPercent({
            daysAhead: daysBetween(localDateOf(instant, 'Africa/Tunis'), departure),
            load: 0.4,
          });
        const now = todaysPercent({ daysAhead, load: 0.4 });
        const move = nextMove(departure, daysAhead, 'Africa/Tunis');
        if (!move) {
          expect(daysAhead).toBeLessThan(DAYS_AHEAD_STEPS.at(-2)?.from ?? 0);
          return;
        }
        expect(percent(new Date(move.getTime() - 1))).toBe(now);
        expect(percent(move)).toBeGreaterThan(now);
      }),
    );
  });
});
