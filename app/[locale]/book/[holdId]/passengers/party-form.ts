import { fieldName, type PassengerDraft, readPassengers } from '@/components/booking/form/draft';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { PASSENGER_TYPES, type PassengerType } from '@/lib/pricing/types';

/** A traveller of the form: the fare it showed, and what was typed. */
export interface Row {
  readonly type: PassengerType;
  readonly typed: PassengerDraft;
}

/** What a button of the form asks for beside going on; written `add:child`, `remove:1`, `retype:2:adult`. */
export type Order =
  | { readonly kind: 'add'; readonly type: PassengerType }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'retype'; readonly index: number; readonly type: PassengerType };

/**
 * The travellers that the form showed, which may not be those of the hold by now: another window has changed them, or
 * the same button was pressed twice. The form is what was seen and meant, so it counts: twice is then as good as once.
 */
export function readRows(form: FormData, held: readonly PassengerType[]): Row[] {
  const shown: PassengerType[] = [];
  while (shown.length < PARTY_LIMITS.passengers) {
    const type = typeOf(String(form.get(fieldName('passengers', shown.length, 'type')) ?? ''));
    if (!type) break;
    shown.push(type);
  }
  const types = shown.length > 0 ? shown : held;
  const { passengers } = readPassengers(form, types.length);
  return passengers.flatMap((typed, index) => {
    const type = types[index];
    return type ? [{ type, typed }] : [];
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

/** The travellers after an order: whoever joins comes last, with nothing typed; whoever leaves takes what was typed along. */
export function afterOrder(rows: readonly Row[], order: Order | null): readonly Row[] {
  if (!order) return rows;
  if (order.kind === 'remove') return rows.filter((_, index) => index !== order.index);
  if (order.kind === 'retype')
    return rows.map((row, index) => (index === order.index ? { ...row, type: order.type } : row));
  const [typed] = readPassengers(new FormData(), 1).passengers;
  return typed ? [...rows, { type: order.type, typed }] : rows;
}

function typeOf(text: string): PassengerType | undefined {
  return PASSENGER_TYPES.find((type) => type === text);
}
