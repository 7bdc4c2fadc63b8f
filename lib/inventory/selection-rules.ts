import type { FieldProblem } from '@/lib/kernel/errors';
import type { FareFamily } from '@/lib/network/types';
import { notInTariff } from '@/lib/pricing/tariff';
import type { LegSelection, PartyItems, Tariff, VehicleItem } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { CABINS_PER_LEG } from './input';

type Chosen = readonly { readonly code: string; readonly quantity: number }[];

/** What is asked for on one leg, as it came in. */
export interface AskedSelection {
  readonly fareFamily: FareFamily;
  readonly cabins: Chosen;
  readonly seats: Chosen;
  readonly meals: Chosen;
}

/** Problems by field, relative to the leg: `cabins` → codes. */
export type SelectionProblems = Readonly<Record<string, readonly FieldProblem[]>>;

/** The choice in stock codes: plain cabin types resolved, equal codes added up, nothings left out. */
export function resolveSelection(asked: AskedSelection, party: PartyItems, tariff: Tariff): LegSelection {
  const cabins = asked.cabins.map((cabin) => ({ ...cabin, code: cabinCode(cabin, party, tariff) }));
  return {
    fareFamily: asked.fareFamily,
    cabins: addedUp(cabins),
    seats: addedUp(asked.seats),
    meals: addedUp(asked.meals),
  };
}

/** What is wrong with a choice: codes that this sailing does not sell, or more than the party can use. */
export function selectionProblems(
  selection: LegSelection,
  party: PartyItems,
  tariff: Tariff,
): SelectionProblems {
  const persons = party.passengers.length;
  const unknown = new Set(notInTariff(tariff, selection));
  const problems: Record<string, FieldProblem[]> = {};
  for (const field of ['cabins', 'seats', 'meals'] as const) {
    const code = selection[field].find((each) => unknown.has(each.code))?.code;
    if (code) problems[field] = [{ code: 'not-sold-here', params: { code } }];
  }
  if (total(selection.cabins) > CABINS_PER_LEG)
    problems.cabins = [{ code: 'too-many-cabins', params: { max: CABINS_PER_LEG } }];
  if (total(selection.seats) > persons)
    problems.seats = [{ code: 'more-than-travellers', params: { max: persons } }];
  if (selection.meals.some((meal) => meal.quantity > persons))
    problems.meals = [{ code: 'more-than-travellers', params: { max: persons } }];
  return problems;
}

/** A vehicle with every dimension; what was not given is usual for its type. */
export function wholeVehicle(asked: {
  readonly type: VehicleItem['type'];
  readonly lengthCm?: number | undefined;
  readonly heightCm?: number | undefined;
  readonly accessories: VehicleItem['accessories'];
}): VehicleItem {
  const usual = standardVehicle(asked.type);
  return {
    type: asked.type,
    lengthCm: asked.lengthCm ?? usual.lengthCm,
    heightCm: asked.heightCm ?? usual.heightCm,
    accessories: [...new Set(asked.accessories)],
  };
}

/** A plain type such as `inside` means the cheapest of that type with a berth for everybody but infants, else the largest. */
function cabinCode(cabin: { code: string; quantity: number }, party: PartyItems, tariff: Tariff): string {
  const ofType = tariff.cabins.filter((each) => each.type === cabin.code);
  if (ofType.length === 0) return cabin.code;
  const berths = party.passengers.filter((type) => type !== 'infant').length;
  const byPrice = [...ofType].sort((a, b) => a.priceCents - b.priceCents);
  const enough = byPrice.find((each) => each.berths * cabin.quantity >= berths);
  const largest = [...ofType].sort((a, b) => b.berths - a.berths)[0];
  return (enough ?? largest)?.code ?? cabin.code;
}

function addedUp(chosen: Chosen): { code: string; quantity: number }[] {
  const sums = new Map<string, number>();
  for (const { code, quantity } of chosen) sums.set(code, (sums.get(code) ?? 0) + quantity);
  return [...sums].filter(([, quantity]) => quantity > 0).map(([code, quantity]) => ({ code, quantity }));
}

function total(chosen: Chosen): number {
  return chosen.reduce((sum, each) => sum + each.quantity, 0);
}

/** A choice cut to a smaller party: no more seats than persons, no more of one meal than persons. */
export function fitted(selection: LegSelection, party: PartyItems): LegSelection {
  let free = party.passengers.length;
  const seats = selection.seats.map((seat) => {
    const quantity = Math.min(seat.quantity, free);
    free -= quantity;
    return { ...seat, quantity };
  });
  const meals = selection.meals.map((meal) => ({
    ...meal,
    quantity: Math.min(meal.quantity, party.passengers.length),
  }));
  return { ...selection, seats, meals };
}
