import type { Tariff } from './plan';

export interface OrderedVehicle {
  readonly kind: string;
  readonly lengthCm: number;
  readonly heightCm: number;
  readonly accessories: readonly string[];
}

/** What is ordered on one sailing; cabins, seats and meals by their codes. */
export interface Order {
  readonly sailingId: string;
  readonly family: string;
  readonly passengers: Readonly<Record<'adult' | 'child' | 'infant', number>>;
  readonly vehicles: readonly OrderedVehicle[];
  readonly pets: number;
  readonly cabins: Readonly<Record<string, number>>;
  readonly seats: Readonly<Record<string, number>>;
  readonly meals: Readonly<Record<string, number>>;
}

export interface Line {
  readonly text: string;
  readonly quantity: number;
  readonly totalCents: number;
}

const KINDS = ['adult', 'child', 'infant'] as const;
const STANDARD_PLACE_CM = 500;
/** How many of them stand on one standard place. */
const ABREAST: Readonly<Record<string, number>> = { motorcycle: 2, bicycle: 6 };

/** Fare of one passenger in a family. */
export function fareCents(tariff: Tariff, family: string, kind: (typeof KINDS)[number]): number {
  const { childPercent, infantPercent } = tariff.ageBands;
  const share = { adult: 100, child: childPercent, infant: infantPercent }[kind];
  return Math.round((tariff.adultCents * (100 + percentOf(tariff, family)) * share) / 10_000);
}

/** Price of a vehicle within the base length in a family; undefined where such a one is not carried. */
export function vehicleCents(tariff: Tariff, family: string, kind: string): number | undefined {
  const base = tariff.vehicle.base[kind];
  return base === undefined ? undefined : Math.round((base * (100 + percentOf(tariff, family))) / 100);
}

/** The lines of an order, or null where something in it is not sold on the sailing. */
export function linesOf(tariff: Tariff, order: Order): Line[] | null {
  if (tariff.familyPercent[order.family] === undefined) return null;
  const lines: Line[] = [];
  const add = (text: string, quantity: number, unitCents: number) => {
    if (quantity > 0) lines.push({ text, quantity, totalCents: quantity * unitCents });
  };
  for (const kind of KINDS) add(kind, order.passengers[kind], fareCents(tariff, order.family, kind));
  for (const vehicle of order.vehicles) {
    const base = vehicleCents(tariff, order.family, vehicle.kind);
    if (base === undefined) return null;
    add(vehicle.kind, 1, base);
    addSupplements(tariff, vehicle, add);
  }
  add('pet', order.pets, tariff.petCents);
  for (const what of ['cabins', 'seats', 'meals'] as const) {
    for (const [code, quantity] of Object.entries(order[what])) {
      const sold = tariff[what].find((item) => item.code === code);
      if (!sold) return null;
      add(code, quantity, sold.priceCents);
    }
  }
  for (const due of tariff.dues) {
    const from = KINDS.indexOf(due.fromType);
    const owing = KINDS.filter((_, age) => age <= from).map((kind) => order.passengers[kind]);
    add(due.code, sum(owing), due.cents);
  }
  return lines;
}

function addSupplements(
  { vehicle: rules }: Tariff,
  vehicle: OrderedVehicle,
  add: (text: string, quantity: number, unitCents: number) => void,
): void {
  const metres = Math.ceil(Math.max(0, vehicle.lengthCm - rules.baseLengthCm) / 100);
  add('extra metre', metres, rules.perExtraMetreCents);
  const step = rules.heightSteps.findLast(({ fromCm }) => vehicle.heightCm >= fromCm);
  if (step) add('height', 1, step.cents);
  for (const accessory of vehicle.accessories) add(accessory, 1, rules.accessoryCents[accessory] ?? 0);
}

/** What an order takes of each stock line. */
export function needsOf(order: Order): Record<string, number> {
  const persons = sum(KINDS.map((kind) => order.passengers[kind]));
  const lane = sum(order.vehicles.map(laneCm));
  return {
    ...(persons > 0 && { deck: persons }),
    ...(lane > 0 && { lane }),
    ...order.cabins,
    ...order.seats,
  };
}

function laneCm({ kind, lengthCm }: OrderedVehicle): number {
  const abreast = ABREAST[kind];
  return abreast ? Math.ceil(STANDARD_PLACE_CM / abreast) : Math.max(STANDARD_PLACE_CM, lengthCm);
}

const percentOf = (tariff: Tariff, family: string) => tariff.familyPercent[family] ?? 0;

/** The sum of whole numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
