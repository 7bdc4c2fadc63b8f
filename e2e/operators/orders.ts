import fc from 'fast-check';
import type { OperatorAnswer } from '@/lib/operators/answer';
import {
  ACCESSORY_KINDS,
  FARE_FAMILY_CODES,
  type HoldOrder,
  PASSENGER_KINDS,
  type SailingOffer,
  VEHICLE_KINDS,
} from '@/lib/operators/words';

let orders = 0;

/** A key that nobody has used. */
export const newKey = () => `order-${++orders}-${Math.random().toString(36).slice(2)}`;

/** A family with a van and a roof box, in a cabin, with dinner: everything that has a price of its own. */
export function familyOrder(offer: SailingOffer, changes: Partial<HoldOrder> = {}): HoldOrder {
  const cabin = offer.cabins.find(({ left }) => left > 0);
  const [seat] = offer.seats;
  const [meal] = offer.meals;
  return {
    orderKey: newKey(),
    sailingRef: offer.sailing.sailingRef,
    family: 'standard',
    passengers: ['adult', 'adult', 'child', 'infant'],
    vehicles: [{ kind: 'van', lengthCm: 560, heightCm: 290, accessories: ['roof-box'] }],
    pets: 1,
    cabins: cabin ? [{ code: cabin.code, quantity: 1 }] : [],
    seats: seat ? [{ code: seat.code, quantity: 2 }] : [],
    meals: meal ? [{ code: meal.code, quantity: 3 }] : [],
    ...changes,
  };
}

/** One adult on foot. */
export const footOrder = (offer: SailingOffer, changes: Partial<HoldOrder> = {}): HoldOrder =>
  familyOrder(offer, {
    passengers: ['adult'],
    vehicles: [],
    pets: 0,
    cabins: [],
    seats: [],
    meals: [],
    ...changes,
  });

/** Any party that the offer has room for. */
export function anyOrder(offer: SailingOffer): fc.Arbitrary<HoldOrder> {
  const some = (items: readonly { code: string; left?: number }[]) =>
    fc
      .subarray(items.filter(({ left = 2 }) => left >= 2))
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map(({ code }) => fc.integer({ min: 1, max: 2 }).map((quantity) => ({ code, quantity }))),
        ),
      );
  return fc.record({
    orderKey: fc.uuid(),
    sailingRef: fc.constant(offer.sailing.sailingRef),
    family: fc.constantFrom(...FARE_FAMILY_CODES),
    passengers: fc.array(fc.constantFrom(...PASSENGER_KINDS), { minLength: 1, maxLength: 9 }),
    vehicles: fc.array(
      fc.record({
        kind: fc.constantFrom(...VEHICLE_KINDS),
        lengthCm: fc.integer({ min: 150, max: 1_200 }),
        heightCm: fc.integer({ min: 80, max: 400 }),
        accessories: fc.subarray([...ACCESSORY_KINDS]),
      }),
      { maxLength: 3 },
    ),
    pets: fc.nat(2),
    cabins: some(offer.cabins),
    seats: some(offer.seats),
    meals: some(offer.meals),
  });
}

const AGES = ['adult', 'child', 'infant'];

/** What an order costs by the offer alone: what an offer promises, a hold has to keep. */
export function priceBy(offer: SailingOffer, order: HoldOrder): number {
  const family = offer.families.find((each) => each.family === order.family);
  if (!family) throw new Error(`no family ${order.family}`);
  const { supplements } = offer;
  const item = (items: readonly { code: string; cents: number }[], code: string) => {
    const found = items.find((each) => each.code === code);
    if (!found) throw new Error(`${code} is not sold`);
    return found.cents;
  };
  const owing = (from: string) =>
    order.passengers.filter((kind) => AGES.indexOf(kind) <= AGES.indexOf(from)).length;
  const parts = [
    ...order.passengers.map((kind) => family.passengerCents[kind]),
    ...order.vehicles.flatMap(({ kind, lengthCm, heightCm, accessories }) => [
      family.vehicleCents[kind] ?? Number.NaN,
      Math.ceil(Math.max(0, lengthCm - supplements.baseLengthCm) / 100) * supplements.perExtraMetreCents,
      supplements.heightSteps.findLast(({ fromCm }) => heightCm >= fromCm)?.cents ?? 0,
      ...accessories.map((accessory) => supplements.accessoryCents[accessory]),
    ]),
    order.pets * offer.petCents,
    ...order.cabins.map(({ code, quantity }) => quantity * item(offer.cabins, code)),
    ...order.seats.map(({ code, quantity }) => quantity * item(offer.seats, code)),
    ...order.meals.map(({ code, quantity }) => quantity * item(offer.meals, code)),
    ...offer.dues.map((due) => due.cents * owing(due.from)),
  ];
  return parts.reduce((total, part) => total + part, 0);
}

/** The value of an answer; a problem fails the test, in its own words. */
export function value<T>(answer: OperatorAnswer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
