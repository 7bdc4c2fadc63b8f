import { describe, expect, it } from 'vitest';
import type { PassengerType } from '@/lib/pricing/types';
import { afterOrder, readOrder, readRows } from './party-form';

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

/** The party after a form was sent, as `type name`. */
function sent(button: string, held: readonly PassengerType[] = ['adult', 'adult', 'child']): string[] {
  const form = formOf(FAMILY, button);
  const rows = readRows(form, held);
  return afterOrder(rows, readOrder(form, rows)).map((row) => `${row.type} ${row.typed.givenName}`.trim());
}

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

  it('pressed twice does what it does once: the form says who was there', () => {
    expect(sent('add:infant', ['adult', 'adult', 'child', 'infant'])).toEqual(sent('add:infant'));
    expect(sent('remove:1', ['adult', 'child'])).toEqual(sent('remove:1'));
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
