import type { Draft } from './draft';

/**
 * A traveller or a vehicle of a form. Two buttons can be pressed before the page of the first has come back: the second
 * form still shows what was there before. So a row has a key, a button is about the row of that key, and what a button
 * adds has a key that follows from the form and the button: pressed twice it adds once, and of two both count.
 */
export interface KeyedRow {
  readonly key: string;
}

/** The keys of rows as they were typed; the place is the key of one that has none yet. */
export function keysOf(typed: readonly { readonly key: string }[]): string[] {
  const taken = new Set(typed.map((row) => row.key));
  return typed.map((row, index) => {
    if (row.key) return row.key;
    let key = String(index);
    while (taken.has(key)) key += '+';
    taken.add(key);
    return key;
  });
}

/** What was typed without its keys, for another hold: its versions count from one again. */
export function withoutKeys(draft: Draft): Draft {
  return {
    ...draft,
    passengers: draft.passengers.map((row) => ({ ...row, key: '' })),
    vehicles: draft.vehicles.map((row) => ({ ...row, key: '' })),
  };
}

/** The key of what a button adds to a form that showed this version of the hold. */
export function addedKey(type: string, version: number): string {
  return `${type}-${version}`;
}

/** The version of the hold that a form showed; the one that stands when it does not say. */
export function shownVersion(form: FormData, standing: number): number {
  const shown = form.get('version');
  return typeof shown === 'string' && /^\d{1,9}$/.test(shown) ? Number(shown) : standing;
}

/** The rows that are held, with what a form says of those it showed. */
export function withSheet<Row extends KeyedRow>(
  held: readonly Row[],
  sheet: readonly Row[],
  join: (held: Row, shown: Row) => Row,
): Row[] {
  return held.map((row) => {
    const shown = sheet.find((each) => each.key === row.key);
    return shown ? join(row, shown) : row;
  });
}
