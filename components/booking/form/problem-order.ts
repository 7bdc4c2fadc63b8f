import { PASSENGER_FIELDS } from './draft';

const PLACE = /^passengers\.(\d+)\.(.+)$/;

/** Problems of the passenger step in the order of its form: the whole party, each passenger's fields, the contact. */
export function inFormOrder<T>(problems: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(problems).sort(([a], [b]) => placeOf(a) - placeOf(b)));
}

function placeOf(path: string): number {
  if (path === 'passengers') return -1;
  const [, index, field] = PLACE.exec(path) ?? [];
  if (index === undefined) return Number.MAX_SAFE_INTEGER;
  const at = (PASSENGER_FIELDS as readonly string[]).indexOf(field ?? '');
  return Number(index) * 100 + (at < 0 ? 99 : at);
}
