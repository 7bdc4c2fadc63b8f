import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FARE_FAMILIES } from '@/lib/network/types';
import { countByType } from './party-rules';
import { crossingOnly, fareUnitCents, quoteLeg, quoteTrip } from './quote';
import { anyParty, anySelection, anyTariff, exampleTariff } from './testing/arbitraries';
import { ACCESSORIES, PASSENGER_TYPES, type PartyItems, VEHICLE_TYPES } from './types';
import { standardVehicle } from './vehicle-rules';

const family: PartyItems = {
  passengers: ['adult', 'adult', 'child', 'infant'],
  vehicles: [{ type: 'car', lengthCm: 470, heightCm: 165, accessories: ['roof-box', 'bike-rack'] }],
  pets: 1,
};

describe('a quote', () => {
  it('lists every reason with its quantity and unit, for a family with a loaded car', () => {
    const lines = quoteLeg(0, family, exampleTariff, {
      fareFamily: 'standard',
      cabins: [{ code: 'inside-4', quantity: 1 }],
      seats: [],
      meals: [{ code: 'dinner', quantity: 2 }],
    });
    expect(lines.map((line) => [line.code, line.detail, line.quantity, line.unitCents])).toEqual([
      ['fare-adult', undefined, 2, 11_400],
      ['fare-child', undefined, 1, 5_700],
      ['fare-infant', undefined, 1, 0],
      ['vehicle-car', undefined, 1, 22_800],
      ['vehicle-length', undefined, 1, 2_000],
      ['vehicle-height', undefined, 1, 5_000],
      ['vehicle-accessory', 'roof-box', 1, 1_000],
      ['vehicle-accessory', 'bike-rack', 1, 1_500],
      ['pet', undefined, 1, 3_500],
      ['cabin', 'inside-4', 1, 9_950],
      ['meal', 'dinner', 2, 1_950],
      ['port-dues', undefined, 4, 1_500],
      ['tunisia-levy', undefined, 3, 822],
    ]);
  });

  it('takes two vehicles of a kind as one line, and unequal supplements apart', () => {
    const two = {
      passengers: ['adult'],
      vehicles: [
        { ...standardVehicle('van'), lengthCm: 620, heightCm: 200 },
        { ...standardVehicle('van'), lengthCm: 540, heightCm: 270 },
      ],
      pets: 0,
    } as const;
    const lines = quoteLeg(0, two, exampleTariff, crossingOnly('basic'));
    expect(lines.filter((line) => line.code.startsWith('vehicle'))).toMatchObject([
      { code: 'vehicle-van', quantity: 2 },
      { code: 'vehicle-length', quantity: 3 },
      { code: 'vehicle-height', quantity: 1, unitCents: 5_000 },
      { code: 'vehicle-height', quantity: 1, unitCents: 10_000 },
    ]);
  });

  it('refuses to price what the sailing does not sell', () => {
    const selection = { ...crossingOnly('basic'), cabins: [{ code: 'castle-9', quantity: 1 }] };
    expect(() => quoteLeg(0, family, exampleTariff, selection)).toThrow('castle-9');
  });

  it('rounds a half fare once, to a whole cent', () => {
    const odd = { ...exampleTariff, adultCents: 333, familyPercent: { basic: 0, standard: 7, flex: 9 } };
    expect(fareUnitCents(odd, 'standard', 'adult')).toBe(356);
    expect(fareUnitCents(odd, 'standard', 'child')).toBe(178);
  });
});

describe('for any party and any tariff', () => {
  const anyLeg = anyTariff.chain((tariff) =>
    anySelection(tariff).map((selection) => ({ tariff, selection })),
  );

  it('the sum equals the parts, and every line is quantity times unit, in whole cents', () => {
    fc.assert(
      fc.property(anyParty, fc.array(anyLeg, { minLength: 1, maxLength: 2 }), (party, legs) => {
        const quote = quoteTrip(party, legs);
        for (const line of quote.lines) {
          expect(line.totalCents).toBe(line.quantity * line.unitCents);
          expect(Number.isSafeInteger(line.totalCents)).toBe(true);
          expect(line.quantity).toBeGreaterThan(0);
        }
        expect(quote.totalCents).toBe(quote.lines.reduce((sum, line) => sum + line.totalCents, 0));
        expect(quote.totalCents).toBe(quote.legTotals.reduce((sum, cents) => sum + cents, 0));
        for (const leg of legs.keys()) {
          const own = quote.lines.filter((line) => line.leg === leg);
          expect(quote.legTotals[leg]).toBe(own.reduce((sum, line) => sum + line.totalCents, 0));
        }
      }),
    );
  });

  it('a trip costs what its legs cost alone', () => {
    fc.assert(
      fc.property(anyParty, anyLeg, anyLeg, (party, out, back) => {
        const alone = quoteTrip(party, [out]).totalCents + quoteTrip(party, [back]).totalCents;
        expect(quoteTrip(party, [out, back]).totalCents).toBe(alone);
      }),
    );
  });

  it('one more passenger, vehicle, accessory or pet never makes it cheaper', () => {
    const more = fc.oneof(
      fc.constantFrom(...PASSENGER_TYPES).map((type) => (party: PartyItems) => ({
        ...party,
        passengers: [...party.passengers, type],
      })),
      fc.constantFrom(...VEHICLE_TYPES).map((type) => (party: PartyItems) => ({
        ...party,
        vehicles: [...party.vehicles, standardVehicle(type)],
      })),
      fc.constantFrom(...ACCESSORIES).map((accessory) => (party: PartyItems) => ({
        ...party,
        vehicles: party.vehicles.map((vehicle) => ({
          ...vehicle,
          accessories: [...vehicle.accessories, accessory],
        })),
      })),
      fc.constant((party: PartyItems) => ({ ...party, pets: party.pets + 1 })),
    );
    fc.assert(
      fc.property(anyParty, anyLeg, more, (party, leg, add) => {
        expect(quoteTrip(add(party), [leg]).totalCents).toBeGreaterThanOrEqual(
          quoteTrip(party, [leg]).totalCents,
        );
      }),
    );
  });

  it('the fare of adults is the price per adult times the adults', () => {
    fc.assert(
      fc.property(anyParty, anyTariff, fc.constantFrom(...FARE_FAMILIES), (party, tariff, fareFamily) => {
        const lines = quoteLeg(0, party, tariff, crossingOnly(fareFamily));
        const adults = countByType(party).adult;
        const fare = lines.find((line) => line.code === 'fare-adult')?.totalCents ?? 0;
        expect(fare).toBe(fareUnitCents(tariff, fareFamily, 'adult') * adults);
      }),
    );
  });

  it('the order of passengers and vehicles does not change the total', () => {
    fc.assert(
      fc.property(anyParty, anyLeg, (party, leg) => {
        const turned = {
          ...party,
          passengers: party.passengers.toReversed(),
          vehicles: party.vehicles.toReversed(),
        };
        expect(quoteTrip(turned, [leg]).totalCents).toBe(quoteTrip(party, [leg]).totalCents);
      }),
    );
  });
});
