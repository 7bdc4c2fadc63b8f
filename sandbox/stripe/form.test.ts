import { expect, it } from 'vitest';
import { items, parseForm } from './form';

it('reads nested names', () => {
  const form = parseForm('a=1&b[c]=2&b[d][e]=3&list[0][x]=4&list[1][x]=5&tags[]=p&tags[]=q');
  expect(form).toEqual({
    a: '1',
    b: { c: '2', d: { e: '3' } },
    list: { 0: { x: '4' }, 1: { x: '5' } },
    tags: { 0: 'p', 1: 'q' },
  });
  expect(items(form.list)).toEqual([{ x: '4' }, { x: '5' }]);
  expect(items(form.tags)).toEqual(['p', 'q']);
  expect(items(undefined)).toEqual([]);
});

it('keeps text as it was typed', () => {
  expect(parseForm('name=Caf%C3%A9+%26+co&url=https://a/?s={CHECKOUT_SESSION_ID}')).toEqual({
    name: 'Café & co',
    url: 'https://a/?s={CHECKOUT_SESSION_ID}',
  });
});

it('does not touch prototypes', () => {
  parseForm('__proto__[polluted]=yes&constructor[prototype][polluted]=yes');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
