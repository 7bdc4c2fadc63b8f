import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/i18n/translator';
import { LOCALES } from '@/lib/kernel/locale';
import { type Direction, legPlace, transfersOf } from './leg-place-rules';

const legs = (...directions: Direction[]) =>
  directions.map((direction, position) => ({ position, direction }));
const places = (...directions: Direction[]) =>
  legs(...directions).map(({ position }) => legPlace(legs(...directions), position));

describe('the place of a leg', () => {
  it('is a way of its own on a simple trip', () => {
    expect(places('outbound')).toEqual(['only']);
    expect(places('outbound', 'return')).toEqual(['out', 'back']);
  });

  it('has a number where one changes ships, and is never the way back for the second ship of the way out', () => {
    expect(places('outbound', 'outbound')).toEqual(['only-1', 'only-2']);
    expect(places('outbound', 'outbound', 'return')).toEqual(['out-1', 'out-2', 'back']);
    expect(places('outbound', 'return', 'return')).toEqual(['out', 'back-1', 'back-2']);
    expect(places('outbound', 'outbound', 'return', 'return')).toEqual([
      'out-1',
      'out-2',
      'back-1',
      'back-2',
    ]);
  });

  it('has a name in every language, each its own', () => {
    const all = [
      ...places('outbound'),
      ...places('outbound', 'outbound'),
      ...places('outbound', 'return'),
      ...places('outbound', 'outbound', 'return', 'return'),
    ];
    for (const locale of LOCALES) {
      const t = translator(locale, 'legs');
      expect(all.filter((place) => !t.has(place))).toEqual([]);
      expect(new Set(all.map((place) => t(place))).size).toBe(all.length);
    }
  });
});

describe('changes of ships', () => {
  it('lie within a way, not between the way out and the way back', () => {
    const pairs = (...directions: Direction[]) =>
      transfersOf(legs(...directions)).map((pair) => pair.map(({ position }) => position));
    expect(pairs('outbound', 'return')).toEqual([]);
    expect(pairs('outbound', 'outbound', 'return', 'return')).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
