import type { LocalDate } from '@/lib/kernel/dates';
import type {
  CabinTariff,
  CabinType,
  DueTariff,
  MealTariff,
  Tariff,
  VehicleTariff,
} from '@/lib/pricing/types';
import { campaignCents, percentOn } from './campaigns';
import { OPERATORS, type SeedOperator } from './operators';
import { randomFor } from './random';
import { type Direction, leavesTheUnion } from './routes';
import { seasonLevel, weekdayLevel } from './seasons';
import type { PlannedDeparture, PlannedSailing } from './timetable';

const OPERATOR = new Map(OPERATORS.map((operator) => [operator.code, operator]));

/** Cabins by code: type, berths, and how far up the range of the route their price lies. */
export const CABINS: readonly { code: string; type: CabinType; berths: number; position: number }[] = [
  { code: 'inside-2', type: 'inside', berths: 2, position: 0.05 },
  { code: 'inside-4', type: 'inside', berths: 4, position: 0.2 },
  { code: 'outside-2', type: 'outside', berths: 2, position: 0.25 },
  { code: 'outside-4', type: 'outside', berths: 4, position: 0.45 },
  { code: 'suite-2', type: 'suite', berths: 2, position: 0.95 },
  { code: 'pet-2', type: 'pet', berths: 2, position: 0.25 },
];

/** A crossing so short that only day cabins are sold. */
const SHORT_MINUTES = 8 * 60;
const SHORT_CABINS = new Set(['inside-4', 'outside-4', 'pet-2']);

/** Cabin codes sold on a sailing. */
export function cabinCodes(sailing: PlannedSailing): string[] {
  const short = minutesOf(sailing) <= SHORT_MINUTES;
  return CABINS.map((cabin) => cabin.code).filter((code) => !short || SHORT_CABINS.has(code));
}

/** Prices of the other vehicles in percent of a car's. */
const VEHICLE_PERCENT = {
  car: 100,
  suv: 115,
  van: 140,
  motorcycle: 45,
  camper: 170,
  caravan: 130,
  truck: 260,
  trailer: 80,
  bicycle: 9,
  'jet-ski': 90,
} as const satisfies Record<keyof VehicleTariff['base'], number>;

const MEALS = {
  breakfast: 850,
  lunch: 1_650,
  dinner: 1_950,
  'lunch-child': 900,
  'dinner-child': 1_000,
} as const;

/** Price level of a sailing in its route's range, 0 to 0.85: season and way, weekday, distance, operator, a little chance. */
export function levelOf(seed: number, sailing: PlannedDeparture): number {
  const { direction, departureDay } = sailing;
  const chance = (randomFor(seed, `price:${sailing.id}`)() - 0.5) * 0.06;
  const level =
    seasonLevel(departureDay, direction.way) +
    weekdayLevel(departureDay) +
    direction.route.bias +
    operatorOf(sailing).bias +
    chance;
  return Math.min(0.85, Math.max(0, level));
}

/** What of the published tariff an adult without a vehicle pays by, outside campaigns. */
export function publishedFare(
  seed: number,
  sailing: PlannedDeparture,
): Pick<Tariff, 'adultCents' | 'familyPercent' | 'dues'> {
  const { direction } = sailing;
  return {
    adultCents: between(direction.route.prices.adult, levelOf(seed, sailing)),
    familyPercent: operatorOf(sailing).familyPercent,
    dues: duesOf(direction),
  };
}

/** The tariff of a sailing as it is published on `today`, lower for passengers while a campaign runs. */
export function publishedTariff(seed: number, sailing: PlannedSailing, today: LocalDate): Tariff {
  const { direction } = sailing;
  const { prices } = direction.route;
  const level = levelOf(seed, sailing);
  const operator = operatorOf(sailing);
  const { adultCents, familyPercent, dues } = publishedFare(seed, sailing);
  const sold = new Set(cabinCodes(sailing));
  const cabins: CabinTariff[] = CABINS.filter((cabin) => sold.has(cabin.code)).map(
    ({ position, ...cabin }) => ({
      ...cabin,
      priceCents: between(prices.cabin, 0.7 * position + 0.3 * level),
    }),
  );
  return {
    adultCents: campaignCents(adultCents, percentOn(seed, sailing, today)),
    familyPercent,
    ageBands: operator.ageBands,
    vehicle: vehicleTariff(between(prices.car, level), operator, direction),
    petCents: leavesTheUnion(direction) ? 3_500 : 1_800,
    dues,
    cabins,
    seats: [{ code: 'seat-recliner', priceCents: leavesTheUnion(direction) ? 2_000 : 1_000 }],
    meals: mealsOf(sailing),
  };
}

function vehicleTariff(carCents: number, operator: SeedOperator, direction: Direction): VehicleTariff {
  const { supplements } = operator;
  const base = Object.fromEntries(
    Object.entries(VEHICLE_PERCENT).map(([type, percent]) => [type, wholeEuros((carCents * percent) / 100)]),
  ) as VehicleTariff['base'];
  const toAlgeria = direction.route.back.startsWith('DZ');
  const corsicaLinea = operator.code === 'corsica-linea';
  return {
    base,
    baseLengthCm: 500,
    perExtraMetreCents: corsicaLinea && toAlgeria ? 3_000 : supplements.perExtraMetre,
    heightSteps: supplements.heightSteps,
    accessoryCents: { 'roof-box': supplements.roofBox, 'bike-rack': supplements.bikeRack },
  };
}

/** Port dues; the Tunisian levy towards Tunisia for those over 2; emission allowances by distance, half of them outside the Union. */
function duesOf(direction: Direction): DueTariff[] {
  const outside = leavesTheUnion(direction);
  const ets = Math.round((direction.route.nauticalMiles * (outside ? 0.9 : 1.8)) / 10) * 10;
  return [
    { code: 'port-dues', cents: outside ? 1_500 : 750, fromType: 'infant' },
    ...(direction.to.startsWith('TN')
      ? [{ code: 'tunisia-levy', cents: 822, fromType: 'child' } as const]
      : []),
    { code: 'ets', cents: ets, fromType: 'child' },
  ];
}

/** What is eaten on the way: dinner and breakfast over night, lunch where a midday falls into the crossing. */
function mealsOf(sailing: PlannedSailing): MealTariff[] {
  const hour = Number(sailing.time.slice(0, 2)) + Number(sailing.time.slice(3)) / 60;
  const end = hour + minutesOf(sailing) / 60;
  const passes = (clock: number) => [clock, clock + 24].some((at) => at > hour && at < end);
  const codes = [
    ...(passes(8) ? (['breakfast'] as const) : []),
    ...(passes(12.5) ? (['lunch', 'lunch-child'] as const) : []),
    ...(passes(20) || (hour >= 20 && hour <= 21.5) ? (['dinner', 'dinner-child'] as const) : []),
  ];
  return codes.map((code) => ({ code, priceCents: MEALS[code] }));
}

function operatorOf(sailing: PlannedDeparture): SeedOperator {
  return OPERATOR.get(sailing.ship.operatorCode) as SeedOperator;
}

function minutesOf(sailing: PlannedSailing): number {
  return (sailing.arrivesAt.getTime() - sailing.departsAt.getTime()) / 60_000;
}

function between([low, high]: readonly [number, number], share: number): number {
  return wholeEuros(low + (high - low) * Math.min(1, share));
}

function wholeEuros(cents: number): number {
  return Math.round(cents / 100) * 100;
}
