import type { Accessory, VehicleItem, VehicleTariff, VehicleType } from './types';

/** Length of one standard place on a car deck: what `availability.vehicles.left` counts. */
export const STANDARD_PLACE_CM = 500;

/** What a declared accessory adds to a vehicle, in centimetres. A roof box stands on bars; a rack hangs at the back. */
export const ACCESSORY_SIZE: Readonly<Record<Accessory, { heightCm: number; lengthCm: number }>> = {
  'roof-box': { heightCm: 40, lengthCm: 0 },
  'bike-rack': { heightCm: 0, lengthCm: 60 },
};

/** Length and height usual for a type, for a search that knows no more than the type. */
const STANDARD_SIZE: Readonly<Record<VehicleType, readonly [lengthCm: number, heightCm: number]>> = {
  car: [450, 160],
  suv: [480, 185],
  van: [530, 225],
  motorcycle: [220, 130],
  camper: [650, 290],
  caravan: [600, 260],
  truck: [800, 350],
  trailer: [300, 150],
  bicycle: [180, 110],
  'jet-ski': [350, 160],
};

/** How many stand side by side in one lane. */
const ABREAST: Partial<Readonly<Record<VehicleType, number>>> = { motorcycle: 2, bicycle: 6 };

/** Sold a whole standard place even when shorter: the deck is marked out in places, not in centimetres. */
const WHOLE_PLACE: ReadonlySet<VehicleType> = new Set(['car', 'suv', 'van', 'camper', 'truck']);

/** A vehicle of the type with its usual dimensions and no accessories. */
export function standardVehicle(type: VehicleType): VehicleItem {
  const [lengthCm, heightCm] = STANDARD_SIZE[type];
  return { type, lengthCm, heightCm, accessories: [] };
}

/** Outer dimensions in centimetres, declared accessories included. */
export function outerSize(vehicle: VehicleItem): { lengthCm: number; heightCm: number } {
  let { lengthCm, heightCm } = vehicle;
  for (const accessory of new Set(vehicle.accessories)) {
    lengthCm += ACCESSORY_SIZE[accessory].lengthCm;
    heightCm += ACCESSORY_SIZE[accessory].heightCm;
  }
  return { lengthCm, heightCm };
}

/** Lane centimetres that a vehicle takes from stock, and the clear height it needs; accessories included. */
export function spaceNeeded(vehicle: VehicleItem): { laneCm: number; heightCm: number } {
  const { lengthCm, heightCm } = outerSize(vehicle);
  const lane = WHOLE_PLACE.has(vehicle.type) ? Math.max(STANDARD_PLACE_CM, lengthCm) : lengthCm;
  return { laneCm: Math.ceil(lane / (ABREAST[vehicle.type] ?? 1)), heightCm };
}

/** Lane centimetres of all vehicles of a party. */
export function laneNeeded(vehicles: readonly VehicleItem[]): number {
  return vehicles.reduce((sum, vehicle) => sum + spaceNeeded(vehicle).laneCm, 0);
}

/** Metres beyond the base length that are charged: every started metre counts, so 5.01 m pays one. */
export function extraMetres(lengthCm: number, tariff: VehicleTariff): number {
  return Math.max(0, Math.ceil((lengthCm - tariff.baseLengthCm) / 100));
}

/** The supplement in cents for a height: the highest step reached, steps do not add up; 0 below the first. */
export function heightSupplement(heightCm: number, tariff: VehicleTariff): number {
  return tariff.heightSteps.reduce((cents, step) => (heightCm >= step.fromCm ? step.cents : cents), 0);
}
