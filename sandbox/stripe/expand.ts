import type { Book } from './book';
import { type Form, items } from './form';
import { PREFIX } from './objects';

/** Puts objects in place of their ids where `expand[]` asks for it, such as `payment_intent.latest_charge`. */
export function expand(book: Book, value: unknown, wanted: string | Form | undefined): unknown {
  return items(wanted).reduce<unknown>(
    (object, path) => (typeof path === 'string' ? expandPath(book, object, path.split('.')) : object),
    value,
  );
}

function expandPath(book: Book, value: unknown, path: readonly string[]): unknown {
  const [head, ...rest] = path;
  if (!head || typeof value !== 'object' || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>;
  if (head === 'data' && Array.isArray(object.data)) {
    return { ...object, data: object.data.map((item: unknown) => expandPath(book, item, rest)) };
  }
  if (head === 'line_items' && typeof object.id === 'string') {
    const url = `/v1/checkout/sessions/${object.id}/line_items`;
    const data = book.extra(object.id)?.lines ?? [];
    return { ...object, line_items: { object: 'list', url, has_more: false, data } };
  }
  const inner = object[head];
  const expanded = typeof inner === 'string' ? (lookUp(book, inner) ?? inner) : inner;
  return { ...object, [head]: expandPath(book, expanded, rest) };
}

function lookUp(book: Book, id: string): unknown {
  if (id.startsWith(PREFIX.intent)) return book.intent(id);
  if (id.startsWith(PREFIX.charge)) return book.charge(id);
  return undefined;
}
