import { Fault } from '@/lib/kernel/errors';
import { sumCents } from '@/lib/kernel/money';
import type { FareFamily } from '@/lib/network/types';
import { countByType, countFrom } from './party-rules';
import type {
  LegSelection,
  LineCode,
  PartyItems,
  PassengerType,
  Quote,
  QuoteLine,
  Tariff,
  VehicleType,
} from './types';
import { extraMetres, heightSupplement, outerSize } from './vehicle-rules';

/** One leg to be priced: the tariff that holds, and what is chosen on it. */
export interface QuotedLeg {
  readonly tariff: Tariff;
  readonly selection: LegSelection;
}

/** A selection of nothing but the crossing. */
export function crossingOnly(fareFamily: FareFamily): LegSelection {
  return { fareFamily, cabins: [], seats: [], meals: [] };
}

/** What one passenger of a type pays for the crossing in a family, dues aside. Rounded once, to a whole cent. */
export function fareUnitCents(tariff: Tariff, family: FareFamily, type: PassengerType): number {
  const { childPercent, infantPercent } = tariff.ageBands;
  const share = { adult: 100, child: childPercent, infant: infantPercent }[type];
  return Math.round((tariff.adultCents * (100 + tariff.familyPercent[family]) * share) / 10_000);
}

/** What a vehicle of a type costs in a family, within the base length. */
export function vehicleUnitCents(tariff: Tariff, family: FareFamily, type: VehicleType): number {
  return Math.round((tariff.vehicle.base[type] * (100 + tariff.familyPercent[family])) / 100);
}

/** Price lines of one leg in reading order: fares, vehicles, pets, comfort, dues. Throws a Fault on a code that the tariff does not sell. */
export function quoteLeg(
  leg: number,
  party: PartyItems,
  tariff: Tariff,
  selection: LegSelection,
): QuoteLine[] {
  return [
    ...fareLines(leg, party, tariff, selection.fareFamily),
    ...vehicleLines(leg, party, tariff, selection.fareFamily),
    ...(party.pets > 0 ? [line(leg, 'pet', party.pets, tariff.petCents)] : []),
    ...chosenLines(leg, 'cabin', selection.cabins, tariff.cabins),
    ...chosenLines(leg, 'seat', selection.seats, tariff.seats),
    ...chosenLines(leg, 'meal', selection.meals, tariff.meals),
    ...dueLines(leg, party, tariff),
  ];
}

/** The price of a trip: the lines of its legs in order, and sums that equal their parts. */
export function quoteTrip(party: PartyItems, legs: readonly QuotedLeg[]): Quote {
  const byLeg = legs.map(({ tariff, selection }, leg) => quoteLeg(leg, party, tariff, selection));
  const legTotals = byLeg.map((lines) => sumCents(lines.map((each) => each.totalCents)));
  return { currency: 'EUR', lines: byLeg.flat(), legTotals, totalCents: sumCents(legTotals) };
}

function line(leg: number, code: LineCode, quantity: number, unitCents: number, detail?: string): QuoteLine {
  return {
    leg,
    code,
    ...(detail !== undefined && { detail }),
    quantity,
    unitCents,
    totalCents: quantity * unitCents,
  };
}

/** One line per type that travels; a free infant is shown with 0, so that nobody looks for it. */
function fareLines(leg: number, party: PartyItems, tariff: Tariff, family: FareFamily): QuoteLine[] {
  const counts = countByType(party);
  return (['adult', 'child', 'infant'] as const)
    .filter((type) => counts[type] > 0)
    .map((type) => line(leg, `fare-${type}`, counts[type], fareUnitCents(tariff, family, type)));
}

/**
 * Base price by category with the family's percent; extra metres, height and accessories are flat supplements
 * of the operator and know no family. Equal lines of two vehicles become one.
 */
function vehicleLines(leg: number, party: PartyItems, tariff: Tariff, family: FareFamily): QuoteLine[] {
  const lines = party.vehicles.flatMap((vehicle) => {
    const size = outerSize(vehicle);
    const base = vehicleUnitCents(tariff, family, vehicle.type);
    const metres = extraMetres(size.lengthCm, tariff.vehicle);
    const height = heightSupplement(size.heightCm, tariff.vehicle);
    return [
      line(leg, `vehicle-${vehicle.type}`, 1, base),
      ...(metres > 0 ? [line(leg, 'vehicle-length', metres, tariff.vehicle.perExtraMetreCents)] : []),
      ...(height > 0 ? [line(leg, 'vehicle-height', 1, height)] : []),
      ...[...new Set(vehicle.accessories)].map((accessory) =>
        line(leg, 'vehicle-accessory', 1, tariff.vehicle.accessoryCents[accessory], accessory),
      ),
    ];
  });
  return merged(lines);
}

function dueLines(leg: number, party: PartyItems, tariff: Tariff): QuoteLine[] {
  return tariff.dues
    .map((due) => line(leg, due.code, countFrom(party, due.fromType), due.cents))
    .filter((each) => each.quantity > 0);
}

function chosenLines(
  leg: number,
  code: 'cabin' | 'seat' | 'meal',
  chosen: readonly { readonly code: string; readonly quantity: number }[],
  sold: readonly { readonly code: string; readonly priceCents: number }[],
): QuoteLine[] {
  const lines = chosen
    .filter((choice) => choice.quantity > 0)
    .map((choice) => {
      const item = sold.find((each) => each.code === choice.code);
      if (!item) throw new Fault('not-in-tariff', { message: `${code} ${choice.code} is not sold here` });
      return line(leg, code, choice.quantity, item.priceCents, choice.code);
    });
  return merged(lines);
}

/** Lines alike in code, detail and unit become one with the quantities added. */
function merged(lines: readonly QuoteLine[]): QuoteLine[] {
  const byKey = new Map<string, QuoteLine>();
  for (const each of lines) {
    const key = `${each.code}|${each.detail ?? ''}|${each.unitCents}`;
    const same = byKey.get(key);
    const quantity = each.quantity + (same?.quantity ?? 0);
    byKey.set(key, { ...each, quantity, totalCents: quantity * each.unitCents });
  }
  return [...byKey.values()];
}
