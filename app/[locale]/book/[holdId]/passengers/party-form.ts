import { draftFrom, fieldName, type PassengerDraft, readPassengers } from '@/components/booking/form/draft';
import { addedKey, type KeyedRow, keysOf, withSheet } from '@/components/booking/form/rows';
import type { Draft } from '@/lib/inventory/input';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { PASSENGER_TYPES, type PassengerType } from '@/lib/pricing/types';

/** A traveller: the fare, and what was typed. */
export interface Row extends KeyedRow {
  readonly type: PassengerType;
  readonly typed: PassengerDraft;
}

/** What a button of the form asks for beside going on; written `add:child`, `remove:1`, `retype:2:adult`. */
export type Order =
  | { readonly kind: 'add'; readonly type: PassengerType }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'retype'; readonly index: number; readonly type: PassengerType };

/** The travellers that the form showed, which may not be those of the hold by now: see `rows.ts`. */
export function readRows(form: FormData, held: readonly PassengerType[]): Row[] {
  const shown: PassengerType[] = [];
  while (shown.length < PARTY_LIMITS.passengers) {
    const type = typeOf(String(form.get(fieldName('passengers', shown.length, 'type')) ?? ''));
    if (!type) break;
    shown.push(type);
  }
  const types = shown.length > 0 ? shown : held;
  return rowsOf(types, readPassengers(form, types.length).passengers);
}

/** The travellers of a hold, with what was typed for them so far. */
export function heldRows(types: readonly PassengerType[], kept: Draft | null): Row[] {
  return rowsOf(types, draftFrom(kept, { passengers: types.length, vehicles: 0 }).passengers);
}

function rowsOf(types: readonly PassengerType[], typed: readonly PassengerDraft[]): Row[] {
  const keys = keysOf(typed);
  return typed.flatMap((draft, index) => {
    const [type, key] = [types[index], keys[index]];
    return type && key ? [{ key, type, typed: { ...draft, key } }] : [];
  });
}

/** The order of the button that was pressed; null for going on, and for what no button of the form can ask. */
export function readOrder(form: FormData, rows: readonly Row[]): Order | null {
  const [kind, first = '', second = ''] = String(form.get('do') ?? '').split(':');
  if (kind === 'add') {
    const type = typeOf(first);
    return type ? { kind, type } : null;
  }
  const index = /^\d$/.test(first) ? Number(first) : rows.length;
  if (index >= rows.length) return null;
  if (kind === 'remove') return { kind, index };
  const type = typeOf(second);
  return kind === 'retype' && type ? { kind, index, type } : null;
}

/** Whom an order is about, by their key: of somebody who joins, the one they will have. */
export function keyOf(order: Order, sheet: readonly Row[], version: number): string {
  return order.kind === 'add' ? addedKey(order.type, version) : (sheet[order.index]?.key ?? '');
}

/** The travellers that are held, with what a form says of them: the names as typed there, the fares as held. */
export function withTyped(held: readonly Row[], sheet: readonly Row[]): Row[] {
  return withSheet(held, sheet, (row, shown) => ({ ...row, typed: shown.typed }));
}

/** The travellers after an order: whoever joins comes last, with nothing typed; whoever leaves takes what was typed along. */
export function afterOrder(rows: readonly Row[], order: Order, key: string): readonly Row[] {
  if (order.kind === 'remove') return rows.filter((row) => row.key !== key);
  if (order.kind === 'retype')
    return rows.map((row) => (row.key === key ? { ...row, type: order.type } : row));
  const [typed] = readPassengers(new FormData(), 1).passengers;
  if (!typed || rows.some((row) => row.key === key)) return rows;
  return [...rows, { key, type: order.type, typed: { ...typed, key } }];
}

function typeOf(text: string): PassengerType | undefined {
  return PASSENGER_TYPES.find((type) => type === text);
}
