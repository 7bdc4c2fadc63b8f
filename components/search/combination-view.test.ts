import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/kernel/locale';
import { FARE_FAMILIES } from '@/lib/network/types';
import { isWanted, NO_FILTERS } from '@/lib/search/filter-rules';
import type { FareOffer, SailingOffer } from '@/lib/search/types';
import { combinationOf } from '@/lib/search/way-rules';
import { combinationView } from './combination-view';
import { filterView } from './filter-view';

const left = (count: number) => ({
  state: count > 20 ? ('available' as const) : ('limited' as const),
  left: count,
});

function sailing(
  operator: SailingOffer['operator'],
  line: string,
  hours: readonly [string, string],
  places: number,
  refundable: boolean,
): SailingOffer {
  const fares = FARE_FAMILIES.map(
    (family): FareOffer => ({
      family,
      perAdultCents: 4000,
      totalCents: 10_000,
      lines: [{ leg: 0, code: 'fare-adult', quantity: 2, unitCents: 5000, totalCents: 10_000 }],
      conditions: { changeFeeCents: 2000, refundable },
      cancellation: [{ hoursBefore: 72, keptPercent: refundable ? 10 : 100 }],
    }),
  );
  const [departsAt, arrivesAt] = hours;
  return {
    id: `${operator.code}-${line}`,
    operator,
    ship: { code: 's', name: 'Tanit', amenities: ['pool'] },
    from: line.slice(0, 5),
    to: line.slice(6),
    departsAt,
    arrivesAt,
    delayMinutes: 0,
    supply: { state: 'current', answeredAt: null },
    durationMinutes: (Date.parse(arrivesAt) - Date.parse(departsAt)) / 60_000,
    co2: { kgPerPassenger: 1, aboard: 'foot', kilometres: 1 },
    fares,
    availability: {
      passengers: left(places),
      vehicles: { ...left(30), laneCm: 20_000 },
      cabins: [{ ...left(places), code: 'inside-4', berths: 4 }],
      seats: [],
    },
    cabins: [],
    seats: [],
    meals: [],
    missing: [],
    best: false,
  };
}

const cl = { code: 'corsica-linea', name: 'Corsica Linea' };
const ctn = { code: 'ctn', name: 'CTN' };
const out = (operator = cl) =>
  sailing(operator, 'FRBIA-FRMRS', ['2027-07-13T19:00:00+02:00', '2027-07-14T07:00:00+02:00'], 80, false);
const on = sailing(ctn, 'FRMRS-TNLGN', ['2027-07-14T12:30:00+02:00', '2027-07-15T10:30:00+01:00'], 4, true);
const transfer = {
  port: 'FRMRS',
  waitMinutes: 330,
  neededMinutes: 300,
  crossesBorder: true,
  changesTerminal: false,
};
const way = (first = out()) => combinationOf(first, on, { transfer, co2: on.co2 });
const names: Record<string, string> = { FRBIA: 'Bastia', FRMRS: 'Marseille', TNLGN: 'Tunis' };
const view = (offer = way(), locale: (typeof LOCALES)[number] = 'fr') =>
  combinationView(offer, true, locale, (code) => names[code] ?? code);

describe('a card of two ships', () => {
  it('names both, the port between, the wait in hours and minutes and what is checked in again', () => {
    const card = view();
    expect(card.operator).toBe('Corsica Linea + CTN');
    expect(card.change?.ships.map(({ ports }) => ports)).toEqual([
      'Bastia\u00a0– Marseille',
      'Marseille\u00a0– Tunis',
    ]);
    expect(card.change?.where).toBe('Correspondance à Marseille');
    expect(card.change?.wait).toBe('5\u00a0h\u00a030 entre les deux bateaux');
    expect(card.change?.notes).toEqual([
      'Bagages et véhicule à réenregistrer.',
      'Contrôle des passeports compris.',
    ]);
    expect(card.crossing.middle).toBe('40\u00a0h\u00a030, 1 correspondance');
    expect(view(way(out(ctn))).operator).toBe('CTN');
  });

  it('leaves nothing unsaid in any language', () => {
    for (const locale of LOCALES) {
      const texts = JSON.stringify(view(way(), locale)).match(/"[^"]*"/g) ?? [];
      expect(texts.length).toBeGreaterThan(50);
      expect(texts.filter((text) => /[{}]|search\.|ui\./.test(text))).toEqual([]);
    }
  });

  it('has the sum of both fares, ship by ship, and of what is left the scarcer', () => {
    const card = view();
    const [basic] = card.fares;
    expect(basic?.cents).toBe(20_000);
    expect(basic?.parts?.map(({ title, total }) => [title, total])).toEqual([
      ['Bastia\u00a0– Marseille', '100,00\u00a0€'],
      ['Marseille\u00a0– Tunis', '100,00\u00a0€'],
    ]);
    expect(card.left.map(([, text]) => text)).toEqual(['4 places', 'Véhicules', '4 cabines']);
  });

  it('adds up the fees of a change, and says where only one of them gives money back', () => {
    const texts = (offer = way()) => view(offer).fares[0]?.terms.map(([, text]) => text);
    expect(texts()).toEqual(['Changement 40\u00a0€', 'Remboursable en partie']);
    const both = sailing(cl, 'FRBIA-FRMRS', [out().departsAt, out().arrivesAt], 80, true);
    expect(texts(way(both))?.[1]).toBe('90\u00a0% remboursés jusqu’à 3 jours avant');
  });
});

describe('filters over two ships', () => {
  it('offer both operators, and keep a way only where both are wanted', () => {
    const filters = filterView([[way(), way(out(ctn))]], NO_FILTERS, { locale: 'fr', href: '/' });
    const operators = filters?.groups.find(({ name }) => name === 'operators')?.options ?? [];
    expect(operators.map(([code]) => code)).toEqual(['corsica-linea', 'ctn']);
    const facts = (offer = way()) => ({
      operators: view(offer).operators.map(({ code }) => code),
      hour: 19,
      minutes: view(offer).minutes,
      cents: 20_000,
      cabin: view(offer).cabin,
    });
    const only = { ...NO_FILTERS, operators: ['ctn'] };
    expect([isWanted(facts(), only), isWanted(facts(way(out(ctn))), only)]).toEqual([false, true]);
  });
});
