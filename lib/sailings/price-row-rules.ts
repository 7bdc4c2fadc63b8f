import { addDays, type LocalDate, zonedInstant } from '@/lib/kernel/dates';
import { DAYS_AHEAD_STEPS, type PriceFacts, tariffAt, todaysPercent } from '@/lib/pricing/tariff';
import {
  type PartyItems,
  type PassengerType,
  type Tariff,
  VEHICLE_TYPES,
  type VehicleItem,
} from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { lowestTotalCents } from './sale-rules';

/*
 * The price of a crossing is a sum over its parts: so much for each adult, child, infant, pet and vehicle, dues in it.
 * A sailing's row of these parts prices any party without its tariff (docs/search.md).
 */

/** What each part of a party adds to the crossing in Basic, in cents, dues included. */
export interface UnitPrices {
  /** Percent that days ahead and load had added to the published prices: the row is true while it stays. */
  readonly percent: number;
  readonly adultCents: number;
  readonly childCents: number;
  readonly infantCents: number;
  readonly petCents: number;
  /** In the order of `VEHICLE_TYPES`, each in its usual size. */
  readonly vehicleCents: readonly number[];
}

const NOBODY: PartyItems = { passengers: [], vehicles: [], pets: 0 };

/** The parts of a published tariff as it stands under these facts. */
export function unitPrices(published: Tariff, facts: PriceFacts): UnitPrices {
  const tariff = tariffAt(published, facts);
  const alone = (party: Partial<PartyItems>) => lowestTotalCents({ ...NOBODY, ...party }, tariff);
  const person = (type: PassengerType) => alone({ passengers: [type] });
  return {
    percent: todaysPercent(facts),
    adultCents: person('adult'),
    childCents: person('child'),
    infantCents: person('infant'),
    petCents: alone({ pets: 1 }),
    vehicleCents: VEHICLE_TYPES.map((type) => alone({ vehicles: [standardVehicle(type)] })),
  };
}

/** The lowest total in cents of a party whose vehicles have their usual size: what `lowestTotalCents` says, without a tariff. */
export function totalFromUnits(prices: UnitPrices, party: PartyItems): number {
  const person = { adult: prices.adultCents, child: prices.childCents, infant: prices.infantCents };
  const passengers = party.passengers.reduce((sum, type) => sum + person[type], 0);
  const vehicles = party.vehicles.reduce(
    (sum, { type }) => sum + (prices.vehicleCents[VEHICLE_TYPES.indexOf(type)] ?? 0),
    0,
  );
  return passengers + vehicles + party.pets * prices.petCents;
}

/** True when the units price the party: its vehicles have the size usual for their type, and no accessories. */
export function hasUsualVehicles({ vehicles }: PartyItems): boolean {
  return vehicles.every(isUsual);
}

function isUsual({ type, lengthCm, heightCm, accessories }: VehicleItem): boolean {
  const usual = standardVehicle(type);
  return lengthCm === usual.lengthCm && heightCm === usual.heightCm && accessories.length === 0;
}

/** When the coming of the day moves the price next: midnight at the port of departure; null when it never does again. */
export function nextMove(departureDay: LocalDate, daysAhead: number, timeZone: string): Date | null {
  const step = DAYS_AHEAD_STEPS.find(({ from }) => Math.max(0, daysAhead) >= from);
  if (!step || step.from === 0) return null;
  return zonedInstant(addDays(departureDay, 1 - step.from), '00:00', timeZone);
}
