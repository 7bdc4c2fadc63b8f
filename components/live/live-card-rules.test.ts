import { describe, expect, it } from 'vitest';
import type { CardView } from '@/components/search/card-view';
import { hintOf } from '@/lib/realtime/testing/hints';
import { liveCard } from './live-card-rules';
import { liveTexts } from './live-texts';

const texts = liveTexts('fr');
const need = { persons: 2, laneCm: 500 };
const fare = { value: 's|basic' } as CardView['fares'][number];
const made = {
  id: 's',
  cabin: true,
  best: true,
  left: [
    ['ok', 'Places'],
    ['few', '1 véhicule'],
    ['few', '1 cabine'],
  ],
  fares: [fare],
} as unknown as CardView;
const now = (over: Parameters<typeof hintOf>[1], card = made) =>
  liveCard(card, [hintOf('s', over)], need, texts);

describe('a card that follows the live channel', () => {
  it('shows what is left in the words of the list, and marks what is new', () => {
    expect(now({}).left).toEqual([
      ['few', '12 places', true],
      ['few', '1 véhicule', false],
      ['few', '1 cabine', false],
    ]);
    const full = now({ cabins: [{ type: 'inside-4', state: 'full', left: 0 }] });
    expect(full.left[2]).toEqual(['full', 'Cabines', true]);
    expect(full.cabin).toBe(false);
    expect(full.fares).toEqual([fare]);
  });

  it('counts no cabin for pets', () => {
    expect(now({ cabins: [{ type: 'pet-2', state: 'available', left: 9 }] })).toMatchObject({ cabin: false });
  });

  it('offers nothing any more once the party does not fit, or it is not sold', () => {
    const gone = { fares: [], left: [], cabin: false, best: false };
    expect(now({ passengers: { state: 'limited', left: 1 } })).toMatchObject({
      ...gone,
      gone: texts.missing.passengers,
    });
    expect(now({ vehicles: { state: 'full', left: 0, laneCentimetres: 499 } })).toMatchObject({
      ...gone,
      gone: texts.missing.vehicles,
    });
    expect(now({ open: false })).toMatchObject({ ...gone, gone: texts.closed });
  });

  it('is offered again when it fits again, with its prices when the page has them, else by loading it anew', () => {
    expect(now({})).toMatchObject({ fares: [fare] });
    expect(now({}).gone).toBeUndefined();
    const soldOut = { ...made, gone: texts.missing.passengers, fares: [], left: [] };
    expect(now({}, soldOut)).toMatchObject({ gone: texts.back, again: texts.reload, fares: [] });
  });

  it('tells of two ships what is scarcer, and offers neither once one of them is gone', () => {
    const of = (...ships: Parameters<typeof liveCard>[1]) => liveCard(made, ships, need, texts);
    const few = hintOf('b', { passengers: { state: 'limited', left: 3 } });
    expect(of(hintOf('a'), few).left[0]).toEqual(['few', '3 places', true]);
    expect(of(few, hintOf('a')).left[0]).toEqual(['few', '3 places', true]);
    const noCabin = hintOf('b', { cabins: [{ type: 'inside-4', state: 'full', left: 0 }] });
    expect(of(hintOf('a'), noCabin)).toMatchObject({ cabin: false, fares: [fare] });
    const full = hintOf('b', { passengers: { state: 'full', left: 0 } });
    expect(of(hintOf('a'), full)).toMatchObject({ gone: texts.missing.passengers, fares: [] });
    expect(of(undefined, full)).toMatchObject({ gone: texts.missing.passengers, fares: [] });
    expect(of(undefined, few)).toBe(made);
  });

  it('has one form for one and one for many in every language', () => {
    for (const locale of ['fr', 'en', 'it'] as const) {
      for (const { one, many } of Object.values(liveTexts(locale).left)) {
        expect(one).toMatch(/^1/);
        expect(many).toMatch(/^#\D+$/);
      }
    }
  });
});
