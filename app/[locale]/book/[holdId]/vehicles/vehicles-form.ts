import { draftFrom, fieldName, readVehicles, type VehicleDraft } from '@/components/booking/form/draft';
import { addedKey, type KeyedRow, keysOf, withSheet } from '@/components/booking/form/rows';
import {
  heldVehicle,
  isRetyped,
  SHOWN_FIELDS,
  type ShownVehicle,
  shownName,
  suggested,
  withoutEarlierSize,
} from '@/components/booking/form/vehicle-input';
import { usualSize } from '@/lib/booking/vehicle-makes';
import type { Draft } from '@/lib/inventory/input';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { VEHICLE_TYPES, type VehicleItem, type VehicleType } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';

/** A vehicle: as it was typed, and as the hold is to have it. */
export interface Row extends KeyedRow {
  readonly vehicle: VehicleItem;
  readonly typed: VehicleDraft;
}

/** What a button of the form asks for beside going on; written `add:car`, `remove:1`, `price:0`. */
export type Order =
  | { readonly kind: 'add'; readonly type: VehicleType }
  | { readonly kind: 'remove' | 'price'; readonly index: number };

/** The vehicles that are held, with what was typed of them so far. */
export function heldRows(vehicles: readonly VehicleItem[], kept: Draft | null): Row[] {
  const typed = draftFrom(kept, { passengers: 0, vehicles: vehicles.length }).vehicles;
  const keys = keysOf(typed);
  return vehicles.flatMap((vehicle, index) => {
    const [draft, key] = [typed[index], keys[index]];
    return draft && key ? [{ key, vehicle, typed: { ...draft, key } }] : [];
  });
}

/**
 * The vehicles that the form showed, with what it says of them; what cannot be read stays as held. They may not be those
 * of the hold by now: see `rows.ts`.
 */
export function readRows(form: FormData, held: readonly Row[]): Row[] {
  const shown: VehicleType[] = [];
  while (shown.length < PARTY_LIMITS.vehicles) {
    const type = typeOf(String(form.get(fieldName('vehicles', shown.length, 'type')) ?? ''));
    if (!type) break;
    shown.push(type);
  }
  const fields = readVehicles(form, shown.length).vehicles;
  const keys = keysOf(fields);
  return fields.map((draft, index) => {
    const key = keys[index] ?? '';
    const typed = { ...sized(draft, shownOf(form, index)), key };
    const before = held.find((row) => row.key === key)?.vehicle ?? standardVehicle(shown[index] ?? 'car');
    return { key, vehicle: heldVehicle(typed, before, index).vehicle, typed };
  });
}

/**
 * The draft with the sizes that go without saying: those of its model, or, where only the type was changed, none, so
 * that the type's own count. A model named for the earlier type says nothing about the new one.
 */
function sized(draft: VehicleDraft, shown: ShownVehicle): VehicleDraft {
  const retyped = isRetyped(draft, shown);
  const fresh = retyped ? withoutEarlierSize(draft, shown) : draft;
  const isEarlierModel = retyped && draft.make === shown.make && draft.model === shown.model;
  return isEarlierModel ? fresh : suggested(fresh, usualSize(draft.make, draft.model));
}

function shownOf(form: FormData, index: number): ShownVehicle {
  const entries = SHOWN_FIELDS.map((field) => [field, String(form.get(shownName(index, field)) ?? '')]);
  return Object.fromEntries(entries) as ShownVehicle;
}

/** The order of the button that was pressed; null for going on, and for what no button of the form can ask. */
export function readOrder(form: FormData, rows: readonly Row[]): Order | null {
  const [kind, detail = ''] = String(form.get('do') ?? '').split(':');
  if (kind === 'add') {
    const type = typeOf(detail);
    return type ? { kind, type } : null;
  }
  const index = /^\d$/.test(detail) ? Number(detail) : rows.length;
  return (kind === 'remove' || kind === 'price') && index < rows.length ? { kind, index } : null;
}

/** Which vehicle an order is about, by its key: of one that comes, the one it will have. */
export function keyOf(order: Order, sheet: readonly Row[], version: number): string {
  return order.kind === 'add' ? addedKey(order.type, version) : (sheet[order.index]?.key ?? '');
}

/** The vehicles that are held, as a form describes those it showed. */
export function asDescribed(held: readonly Row[], sheet: readonly Row[]): Row[] {
  return withSheet(held, sheet, (_, shown) => shown);
}

/** The vehicles after an order: a new one comes last, of the usual size, with nothing typed. */
export function afterOrder(rows: readonly Row[], order: Order, key: string): readonly Row[] {
  if (order.kind === 'remove') return rows.filter((row) => row.key !== key);
  const [typed] = readVehicles(new FormData(), 1).vehicles;
  if (order.kind !== 'add' || !typed || rows.some((row) => row.key === key)) return rows;
  return [...rows, { key, vehicle: standardVehicle(order.type), typed: { ...typed, key } }];
}

function typeOf(text: string): VehicleType | undefined {
  return VEHICLE_TYPES.find((type) => type === text);
}
