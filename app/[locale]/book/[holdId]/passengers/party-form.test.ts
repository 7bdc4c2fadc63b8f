import { describe, expect, it } from 'vitest';
import type { PassengerType } from '@/lib/pricing/types';
import { afterOrder, heldRows, keyOf, type Row, readOrder, readRows, withTyped } from './party-form';

/** What a browser sends of a form that shows these travellers. */
function formOf(travellers: readonly (readonly [PassengerType, string])[], button = ''): FormData {
  const form = new FormData();
  for (const [index, [type, name]] of travellers.entries()) {
    form.set(`passengers.${index}.type`, type);
    form.set(`passengers.${index}.givenName`, name);
  }
  if (button) form.set('do', button);
  return form;
}

const FAMILY = [
  ['adult', 'Inès'],
  ['adult', 'Karim'],
  ['child', 'Lina'],
] as const;

const TYPES = FAMILY.map(([type]) => type);

/** The party after a form that shows the family was sent, at version 1, to a hold of these travellers. */
function press(button: string, held: readonly Row[] = heldRows(TYPES, null)): Row[] {
  const form = formOf(FAMILY, button);
  const sheet = readRows(form, TYPES);
  const rows = withTyped(held, sheet);
  const order = readOrder(form, sheet);
  return order ? [...afterOrder(rows, order, keyOf(order, sheet, 1))] : rows;
}

const texts = (rows: readonly Row[]) => rows.map((row) => `${row.type} ${row.typed.givenName}`.trim());

/** The party after these buttons, each of a form that still shows the family. */
const sent = (...buttons: string[]) =>
  texts(buttons.reduce<readonly Row[]>((held, each) => press(each, held), heldRows(TYPES, null)));

describe('a button of the passengers’ form', () => {
  it('adds somebody at the end, with an empty form', () => {
    expect(sent('add:infant')).toEqual(['adult Inès', 'adult Karim', 'child Lina', 'infant']);
  });

  it('removes one, and what was typed stays with the others', () => {
    expect(sent('remove:0')).toEqual(['adult Karim', 'child Lina']);
    expect(sent('remove:1')).toEqual(['adult Inès', 'child Lina']);
    expect(sent('remove:2')).toEqual(['adult Inès', 'adult Karim']);
  });

  it('changes a fare', () => {
    expect(sent('retype:2:adult')).toEqual(['adult Inès', 'adult Karim', 'adult Lina']);
  });

  it('that does not exist changes nothing', () => {
    for (const button of [
      '',
      'add',
      'add:dog',
      'remove:3',
      'remove:-1',
      'remove:x',
      'retype:1',
      'retype:1:dog',
    ])
      expect(sent(button)).toEqual(['adult Inès', 'adult Karim', 'child Lina']);
  });

  it('pressed twice does what it does once', () => {
    expect(sent('add:infant', 'add:infant')).toEqual(sent('add:infant'));
    expect(sent('remove:1', 'remove:1')).toEqual(sent('remove:1'));
  });

  it('and another one have both been pressed, in whatever order', () => {
    const grown = ['adult Inès', 'adult Karim', 'child Lina', 'adult', 'child'];
    expect(sent('add:adult', 'add:child')).toEqual(grown);
    expect(sent('add:adult', 'add:child', 'add:adult', 'add:child')).toEqual(grown);
    expect(sent('remove:0', 'remove:2')).toEqual(['adult Karim']);
    expect(sent('remove:0', 'retype:2:adult')).toEqual(['adult Karim', 'adult Lina']);
    expect(sent('remove:1', 'add:infant', '')).toEqual(['adult Inès', 'child Lina', 'infant']);
  });

  it('keeps its meaning for a hold whose travellers were kept and read again', () => {
    const one = press('remove:0');
    const kept = heldRows(
      one.map((row) => row.type),
      { passengers: one.map((row) => ({ ...row.typed })) },
    );
    expect(texts(press('remove:2', kept))).toEqual(['adult Karim']);
  });
});

it('a form that does not say whom it shows is read as the party of the hold', () => {
  const form = new FormData();
  form.set('passengers.1.givenName', 'Karim');
  expect(readRows(form, ['adult', 'child']).map((row) => [row.type, row.typed.givenName])).toEqual([
    ['adult', ''],
    ['child', 'Karim'],
  ]);
});

it('a form never shows more than a booking carries', () => {
  const many = formOf(Array.from({ length: 12 }, () => ['adult', ''] as const));
  expect(readRows(many, ['adult'])).toHaveLength(9);
});
