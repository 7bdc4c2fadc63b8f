import { describe, expect, it, vi } from 'vitest';
import { callerFor } from '../call/caller';
import { lykoOperator } from './adapter';
import hold from './fixtures/hold.json';
import search from './fixtures/search.json';
import { toHoldAnswer, toOffer, toOrderState, toProblem, toSailing } from './map';
import { order, pricedTrips } from './wire';

const SEEN = new Date('2027-07-01T12:00:00Z');
const [first] = pricedTrips.parse(search.result).trips;
if (!first) throw new Error('an empty fixture');
const held = order.parse(hold.result);
const read = (wire: typeof first) => {
  const answer = toOffer(wire, 'FRMRS-MAPTM', SEEN);
  if (!answer.ok) throw new Error(answer.problem.kind);
  return answer.value;
};
const without = (item: string) => ({ ...first, prices: first.prices.filter((price) => price.item !== item) });

describe('a trip', () => {
  it('is the carrier’s, not Lyko’s', () => {
    expect(read(first)?.sailing).toMatchObject({ operatorCode: 'la-meridionale', shipName: 'Girolata' });
  });

  it('of a carrier that we do not sell through Lyko is left out', () => {
    expect(toSailing({ ...first, carrier: 'CTN' }, 'FRMRS-TNLGN')).toBeNull();
    expect(read({ ...first, carrier: 'CTN' })).toBeNull();
  });

  it('is late by its estimate', () => {
    const late = toSailing({ ...first, estimatedDeparture: '2027-07-13T16:05:00Z' }, 'FRMRS-MAPTM');
    expect(late?.delayMinutes).toBe(65);
  });

  it('finds its prices in the one list, in cents', () => {
    const offer = read(first);
    expect(offer?.families[0]?.passengerCents).toEqual({ adult: 18_500, child: 9_250, infant: 0 });
    expect(offer?.families[0]?.vehicleCents).toMatchObject({ car: 41_800, suv: 48_100, van: 58_500 });
    expect(offer?.cabins.find(({ code }) => code === 'suite-2')).toMatchObject({ left: 2, berths: 2 });
    expect(offer?.dues).toEqual([
      { code: 'port-dues', cents: 1_500, from: 'infant' },
      { code: 'ets', cents: 600, from: 'child' },
    ]);
    expect(offer?.laneCmLeft).toBe(22_000);
  });

  it('has terms in hours', () => {
    const standard = read(first)?.families.find(({ family }) => family === 'standard');
    expect(standard?.cancellation.map(({ hoursBefore }) => hoursBefore)).toEqual([720, 168, 48, 0]);
  });

  it.each(['PAX_CHILD', 'PET'])('without a price for %s is a wrong answer', (item) => {
    expect(toOffer(without(item), 'FRMRS-MAPTM', SEEN)).toMatchObject({ problem: { kind: 'wrong-answer' } });
  });

  it('with a cabin of which it is not said how many are left is a wrong answer', () => {
    const prices = first.prices.map(({ left: _, ...price }) => price);
    expect(toOffer({ ...first, prices }, 'FRMRS-MAPTM', SEEN)).toMatchObject({
      problem: { kind: 'wrong-answer' },
    });
  });
});

describe('an order', () => {
  it('that is held is a hold; one that does not add up is a wrong answer', () => {
    expect(toHoldAnswer(held)).toMatchObject({
      value: { totalCents: 163_565, expiresAt: new Date('2027-07-01T12:25:00Z') },
    });
    expect(toHoldAnswer({ ...held, amount: '1635.66' })).toMatchObject({ problem: { kind: 'wrong-answer' } });
  });

  it('that nobody made is unknown', () => expect(toOrderState(undefined)).toEqual({ state: 'unknown' }));
});

it.each([
  [{ code: 4001 }, { kind: 'sold-out' }],
  [
    { code: 4002, data: { amount: '1234.50' } },
    { kind: 'price-changed', totalCents: 123_450 },
  ],
  [{ code: 4002 }, { kind: 'wrong-answer' }],
  [{ code: 4003 }, { kind: 'gone' }],
  [{ code: 4005 }, { kind: 'refused', reason: '4005' }],
])('%o is read by its number', (error, problem) => {
  expect(toProblem(error)).toMatchObject(problem);
});

it('an answer to another call is none', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(search));
  const surroundings = { fetch, now: () => SEEN, caller: callerFor('lyko', { attempts: 1 }) };
  const lyko = lykoOperator({ baseUrl: 'https://lyko.test', account: 'a', secret: 's' }, surroundings);
  expect(await lyko.offers({ routeId: 'FRMRS-MAPTM', from: '2027-07-10', to: '2027-07-14' })).toMatchObject({
    problem: { kind: 'wrong-answer', why: 'the answer to another call' },
  });
});
