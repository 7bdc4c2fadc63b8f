import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { PARSED } from './parsed-messages';

it('keeps a message with a value parsed, by language and text, for the next who says it', () => {
  const say = (locale: string) =>
    createTranslator({
      locale,
      messages: { nights: '{n, plural, one {# nuit} other {# nuits}}' },
      _cache: PARSED,
    })('nights', { n: 8 });
  expect(say('fr')).toBe('8 nuits');
  const parsed = Object.keys(PARSED.message).length;
  expect(parsed).toBeGreaterThan(0);
  expect(say('fr')).toBe('8 nuits');
  expect(Object.keys(PARSED.message).length).toBe(parsed);
  expect(say('it')).toBe('8 nuits');
  expect(Object.keys(PARSED.message).length).toBeGreaterThan(parsed);
});
