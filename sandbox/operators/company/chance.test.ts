import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../journal';
import { live, sailInstead } from './chance';
import { openCompany } from './company';
import type { Plan, Sailing } from './plan';

const START = Date.parse('2027-07-01T12:00:00Z');
const MINUTE = 60_000;

const tariff = {
  adultCents: 10_000,
  familyPercent: { basic: 0 },
  ageBands: { childPercent: 50, infantPercent: 0 },
  vehicle: {
    base: { car: 20_000 },
    baseLengthCm: 500,
    perExtraMetreCents: 0,
    heightSteps: [],
    accessoryCents: {},
  },
  petCents: 0,
  dues: [],
  cabins: [{ code: 'inside-2', priceCents: 5_000, berths: 2 }],
  seats: [],
  meals: [],
};
const sailing = (id: string, departsAt: string): Sailing => ({
  id,
  operator: 'ctn',
  from: 'FRMRS',
  to: 'TNLGN',
  ship: 'Tanit',
  departsAt,
  arrivesAt: '2027-08-30T12:00:00Z',
  tariff,
  stock: [
    { code: 'deck', capacity: 60, sold: 10 },
    { code: 'lane', capacity: 10_000, sold: 2_000 },
    { code: 'inside-2', capacity: 20, sold: 3 },
  ],
});
const plan: Plan = {
  zones: { FRMRS: 'Europe/Paris', TNLGN: 'Africa/Tunis' },
  ships: [
    { operator: 'ctn', name: 'Tanit', passengers: 60, cars: 20, cabins: 20 },
    { operator: 'ctn', name: 'Carthage', passengers: 40, cars: 12, cabins: 12 },
  ],
  terms: [
    {
      operator: 'ctn',
      family: 'basic',
      changeFeeCents: null,
      cancellation: [{ hoursBefore: 0, keptPercent: 50 }],
    },
  ],
  sailings: [
    sailing('today', '2027-07-01T20:00:00Z'),
    sailing('later', '2027-07-20T20:00:00Z'),
    sailing('far', '2028-07-01T20:00:00Z'),
  ],
};

function newCompany() {
  let time = START;
  const journal = openJournal(path.join(mkdtempSync(path.join(tmpdir(), 'voila-chance-')), 'book.jsonl'));
  const company = openCompany({ plan, journal, nowMs: () => time, holdMinutes: 20, refuses: () => false });
  return {
    company,
    journal,
    pass: (minutes: number) => {
      time += minutes * MINUTE;
    },
    live: (pace: number, seed = 1) => live(company, journal, seed, pace),
  };
}

describe('a company left to itself', () => {
  it('stands still without a pace, and while no time passes', () => {
    const { live, pass } = newCompany();
    expect(live(5)).toEqual([]);
    expect(live(5)).toEqual([]);
    pass(60);
    expect(live(0)).toEqual([]);
    expect(live(5)).toEqual([]);
  });

  it('lives through the same in one go as minute by minute, and differently with another seed', () => {
    const [once, slowly, other] = [newCompany(), newCompany(), newCompany()];
    for (const each of [once, slowly, other]) each.live(1);
    once.pass(120);
    other.pass(120);
    const inOneGo = once.live(1);
    const byMinutes = Array.from({ length: 120 }, () => {
      slowly.pass(1);
      return slowly.live(1);
    }).flat();
    expect(byMinutes).toEqual(inOneGo);
    expect(slowly.company.changeOf('later')).toEqual(once.company.changeOf('later'));
    expect(other.live(1, 2)).not.toEqual(inOneGo);
  });

  it('never has less than nothing left, and leaves far sailings alone', () => {
    const { company, live, pass } = newCompany();
    live(20);
    for (let day = 0; day < 8; day++) {
      pass(60);
      live(20);
      for (const each of plan.sailings.slice(0, 2)) {
        const counts = Object.values(company.leftOf(each));
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
        const others = company.changeOf(each.id).others ?? {};
        for (const { code, capacity, sold } of each.stock) {
          const most = Math.max(capacity, company.changeOf(each.id).capacity?.[code] ?? 0);
          expect(sold + (others[code] ?? 0)).toBeLessThanOrEqual(most);
        }
      }
    }
    expect(company.changeOf('later').others?.deck).toBeGreaterThan(0);
    expect(company.changeOf('far')).toEqual({});
  });

  it('sees ships replaced and late, prices move, and others buy', () => {
    const { live, pass } = newCompany();
    live(100);
    pass(60);
    const kinds = new Set(live(100).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['availability', 'delay', 'ship']);
  });
});

it('a smaller ship does not put anybody ashore, and has no more room', () => {
  const { company } = newCompany();
  const passengers = { adult: 45, child: 0, infant: 0 };
  const none = { vehicles: [], pets: 0, cabins: {}, seats: {}, meals: {} };
  expect(company.hold('k', { sailingId: 'later', family: 'basic', passengers, ...none }).ok).toBe(true);
  const [, later] = plan.sailings;
  if (!later) throw new Error('no such sailing');
  expect(sailInstead(company, later, 'Carthage')).toEqual([
    { kind: 'ship', sailingId: 'later', ship: 'Carthage' },
  ]);
  expect(company.shipOf(later)).toBe('Carthage');
  expect(company.leftOf(later)).toEqual({ deck: 0, lane: 4_000, 'inside-2': 9 });
});
