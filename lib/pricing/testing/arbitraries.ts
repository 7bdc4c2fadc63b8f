import fc from 'fast-check';
import {
  ACCESSORIES,
  type LegSelection,
  PASSENGER_TYPES,
  type PartyItems,
  type Tariff,
  VEHICLE_TYPES,
  type VehicleTariff,
} from '@/lib/pricing/types';

/** A readable tariff for examples: adult 100.00, car 200.00, dues of a crossing to Tunisia. */
export const exampleTariff: Tariff = {
  adultCents: 10_000,
  familyPercent: { basic: 0, standard: 14, flex: 32 },
  ageBands: { childFrom: 2, adultFrom: 12, childPercent: 50, infantPercent: 0 },
  vehicle: {
    base: Object.fromEntries(VEHICLE_TYPES.map((type) => [type, 20_000])) as VehicleTariff['base'],
    baseLengthCm: 500,
    perExtraMetreCents: 2_000,
    heightSteps: [
      { fromCm: 191, cents: 5_000 },
      { fromCm: 261, cents: 10_000 },
    ],
    accessoryCents: { 'roof-box': 1_000, 'bike-rack': 1_500 },
  },
  petCents: 3_500,
  dues: [
    { code: 'port-dues', cents: 1_500, fromType: 'infant' },
    { code: 'tunisia-levy', cents: 822, fromType: 'child' },
  ],
  cabins: [
    { code: 'inside-2', type: 'inside', berths: 2, priceCents: 8_150 },
    { code: 'inside-4', type: 'inside', berths: 4, priceCents: 9_950 },
  ],
  seats: [{ code: 'seat-recliner', priceCents: 2_000 }],
  meals: [{ code: 'dinner', priceCents: 1_950 }],
};

const cents = (max: number) => fc.integer({ min: 0, max });

export const anyParty: fc.Arbitrary<PartyItems> = fc.record({
  passengers: fc.array(fc.constantFrom(...PASSENGER_TYPES), { minLength: 1, maxLength: 9 }),
  vehicles: fc.array(
    fc.record({
      type: fc.constantFrom(...VEHICLE_TYPES),
      lengthCm: fc.integer({ min: 100, max: 1_800 }),
      heightCm: fc.integer({ min: 80, max: 450 }),
      accessories: fc.subarray([...ACCESSORIES]),
    }),
    { maxLength: 2 },
  ),
  pets: fc.integer({ min: 0, max: 3 }),
});

/** Tariffs an operator could publish: height steps ascend in price as in height. */
export const anyTariff: fc.Arbitrary<Tariff> = fc.record({
  adultCents: cents(40_000),
  familyPercent: fc.record({
    basic: fc.constant(0),
    standard: fc.integer({ min: 0, max: 40 }),
    flex: fc.integer({ min: 0, max: 90 }),
  }),
  ageBands: fc.record({
    childFrom: fc.constantFrom(2, 3, 4),
    adultFrom: fc.constantFrom(12, 15, 16),
    childPercent: fc.integer({ min: 0, max: 100 }),
    infantPercent: fc.integer({ min: 0, max: 20 }),
  }),
  vehicle: fc.record({
    base: cents(90_000).map(
      (base) =>
        Object.fromEntries(VEHICLE_TYPES.map((type, i) => [type, base + i * 111])) as VehicleTariff['base'],
    ),
    baseLengthCm: fc.constantFrom(450, 500, 600),
    perExtraMetreCents: cents(5_000),
    heightSteps: fc.array(cents(6_000), { maxLength: 3 }).map((steps) =>
      steps.map((_, i) => ({
        fromCm: 190 + i * 60,
        cents: steps.slice(0, i + 1).reduce((sum, each) => sum + each, 0),
      })),
    ),
    accessoryCents: fc.record({ 'roof-box': cents(3_000), 'bike-rack': cents(3_000) }),
  }),
  petCents: cents(8_000),
  dues: fc.array(
    fc.record({
      code: fc.constantFrom('port-dues' as const, 'tunisia-levy' as const, 'ets' as const),
      cents: cents(3_000),
      fromType: fc.constantFrom(...PASSENGER_TYPES),
    }),
    { maxLength: 3 },
  ),
  cabins: fc.array(cents(40_000), { maxLength: 4 }).map((prices) =>
    prices.map((priceCents, i) => ({
      code: `inside-${i}`,
      type: 'inside' as const,
      berths: i,
      priceCents,
    })),
  ),
  seats: cents(4_000).map((priceCents) => [{ code: 'seat-recliner', priceCents }]),
  meals: cents(4_000).map((priceCents) => [{ code: 'dinner', priceCents }]),
});

/** A choice among what the tariff sells. */
export function anySelection(tariff: Tariff): fc.Arbitrary<LegSelection> {
  const some = (items: readonly { readonly code: string }[]) =>
    fc
      .subarray(items.map((item) => item.code))
      .chain((codes) =>
        fc.tuple(
          ...codes.map((code) =>
            fc.record({ code: fc.constant(code), quantity: fc.integer({ min: 0, max: 4 }) }),
          ),
        ),
      );
  return fc.record({
    fareFamily: fc.constantFrom('basic' as const, 'standard' as const, 'flex' as const),
    cabins: some(tariff.cabins),
    seats: some(tariff.seats),
    meals: some(tariff.meals),
  });
}
