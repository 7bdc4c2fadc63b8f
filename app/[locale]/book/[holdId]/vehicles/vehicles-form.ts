import { fieldName, readVehicles, type VehicleDraft } from '@/components/booking/form/draft';
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
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { VEHICLE_TYPES, type VehicleItem, type VehicleType } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';

/** A vehicle of the form: as it was typed, and as the hold is to have it. */
export interface Row {
  readonly vehicle: VehicleItem;
  readonly typed: VehicleDraft;
}

/** What a button of the form asks for beside going on; written `add:car`, `remove:1`, `price:0`. */
export type Order =
  | { readonly kind: 'add'; readonly type: VehicleType }
  | { readonly kind: 'remove' | 'price'; readonly index: number };

/**
 * The vehicles that the form showed, with what it says of them; what cannot be read stays as held. They may not be those
 * of the hold by now: the form is what was seen and meant, so a button pressed twice does what it does once.
 */
export function readRows(form: FormData, held: readonly VehicleItem[]): Row[] {
  const shown: VehicleType[] = [];
  while (shown.length < PARTY_LIMITS.vehicles) {
    const type = typeOf(String(form.get(fieldName('vehicles', shown.length, 'type')) ?? ''));
    if (!type) break;
    shown.push(type);
  }
  return readVehicles(form, shown.length).vehicles.map((fields, index) => {
    const typed = sized(fields, shownOf(form, index));
    const before = held[index] ?? standardVehicle(shown[index] ?? 'car');
    return { vehicle: heldVehicle(typed, before, index).vehicle, typed };
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

/** The vehicles after an order: a new one comes last, of the usual size, with nothing typed. */
export function afterOrder(rows: readonly Row[], order: Order | null): readonly Row[] {
  if (order?.kind === 'remove') return rows.filter((_, index) => index !== order.index);
  const [typed] = readVehicles(new FormData(), 1).vehicles;
  return order?.kind === 'add' && typed ? [...rows, { vehicle: standardVehicle(order.type), typed }] : rows;
}

function typeOf(text: string): VehicleType | undefined {
  return VEHICLE_TYPES.find((type) => type === text);
}
