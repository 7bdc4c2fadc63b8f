import { describe, expect, it } from 'vitest';
import { cabinOf, roomOf } from './codes';
import offers from './fixtures/offers.json';
import priceMismatch from './fixtures/price-mismatch.json';
import reservation from './fixtures/reservation.json';
import { toHoldAnswer, toNotice, toOffer, toOrderState, toProblem, toSailing } from './map';
import { offers as offersSchema, reservation as reservationSchema } from './wire';

const NOW = new Date('2027-07-01T12:00:00Z');
const [first] = offersSchema.parse(offers).data;
if (!first) throw new Error('an empty fixture');
const read = (wire: typeof first) => {
  const answer = toOffer(wire, 'FRMRS-DZALG', NOW);
  if (!answer.ok) throw new Error(answer.problem.kind);
  return answer.value;
};
const held = reservationSchema.parse(reservation).data;
const refusal = (status: number, body: unknown) => toProblem({ status, headers: new Headers(), body });

describe('an offer', () => {
  it('has moments in seconds since 1970', () => {
    const { departsAt, arrivesAt } = read(first).sailing;
    expect([departsAt.toISOString(), arrivesAt.toISOString()]).toEqual([
      '2027-07-12T10:00:00.000Z',
      '2027-07-13T06:00:00.000Z',
    ]);
  });

  it('has prices by age, space in millimetres, terms as durations and shares', () => {
    const offer = read(first);
    const flex = offer.families.find(({ family }) => family === 'flex');
    expect(offer.families[0]?.passengerCents).toEqual({ adult: 14_800, child: 7_400, infant: 0 });
    expect(offer.laneCmLeft).toBe(124_500);
    expect(flex?.cancellation).toEqual([
      { hoursBefore: 48, keptPercent: 0 },
      { hoursBefore: 0, keptPercent: 30 },
    ]);
    expect(offer.supplements.heightSteps[0]).toEqual({ fromCm: 191, cents: 5_000 });
  });

  it('describes rooms; one that the product does not know is left out', () => {
    const offer = read(first);
    const hall = {
      room: { view: 'none', berths: 12, pets: false },
      price: { minor: 1, currency: 'EUR' as const },
      available: 1,
    };
    const more = { ...first, attributes: { ...first.attributes, rooms: [...first.attributes.rooms, hall] } };
    expect(offer.cabins.map(({ code }) => code)).toContain('outside-4');
    expect(read(more)).toEqual(offer);
  });

  it('that does not say what a child pays is a wrong answer', () => {
    const fares = first.attributes.fares.map((fare) => ({
      ...fare,
      persons: fare.persons.filter(({ age }) => age !== 'child'),
    }));
    const broken = { ...first, attributes: { ...first.attributes, fares } };
    expect(toOffer(broken, 'FRMRS-DZALG', NOW)).toMatchObject({ problem: { kind: 'wrong-answer' } });
  });

  it('in another currency is none', () => {
    const [item] = offers.data;
    const pet = { minor: 100, currency: 'DZD' };
    const broken = { ...offers, data: [{ ...item, attributes: { ...item?.attributes, pet } }] };
    expect(offersSchema.safeParse(broken).success).toBe(false);
  });

  it('that links to another house leads nowhere', () => {
    const broken = { ...offers, links: { next: 'https://elsewhere.test/offers' } };
    expect(offersSchema.safeParse(broken).success).toBe(false);
  });
});

it('a crossing is late by what is expected', () => {
  const attributes = { ...first.attributes, 'expected-departure': first.attributes['departs-at'] + 5_400 };
  expect(toSailing({ id: '1', attributes }, 'FRMRS-DZALG').delayMinutes).toBe(90);
});

it.each(['inside-2', 'inside-4', 'outside-2', 'outside-4', 'suite-2', 'pet-2'])(
  '%s is a room, and back',
  (code) => {
    const room = roomOf(code);
    expect(room && cabinOf(room)).toBe(code);
  },
);

describe('a reservation', () => {
  it('lasts so many seconds from when it was told', () => {
    expect(toHoldAnswer(held, NOW)).toMatchObject({
      value: { totalCents: 140_260, expiresAt: new Date('2027-07-01T12:45:00Z') },
    });
  });

  it('whose items do not add up is a wrong answer', () => {
    const price = { minor: 140_261, currency: 'EUR' as const };
    const wrong = { ...held, attributes: { ...held.attributes, price } };
    expect(toHoldAnswer(wrong, NOW)).toMatchObject({ problem: { kind: 'wrong-answer' } });
  });

  it('that has lapsed is expired', () => {
    const lapsed = { ...held, attributes: { ...held.attributes, state: 'lapsed' as const } };
    expect(toOrderState(lapsed, NOW)).toEqual({ state: 'expired' });
    expect(toHoldAnswer(lapsed, NOW)).toEqual({ ok: false, problem: { kind: 'gone' } });
  });
});

const kind = (name: string) => ({ type: `urn:corsica-linea:problem:${name}` });

it.each([
  [412, priceMismatch, { kind: 'price-changed', totalCents: 123_450 }],
  [409, kind('insufficient-capacity'), { kind: 'sold-out' }],
  [410, kind('lapsed'), { kind: 'gone' }],
  [403, kind('not-bookable'), { kind: 'refused', reason: 'not-bookable' }],
  [401, kind('token-expired'), { kind: 'unavailable', effect: 'none' }],
  [404, { error: 'no route' }, { kind: 'wrong-answer' }],
])('%i is read by the type of its problem', (status, body, problem) => {
  expect(refusal(status, body)).toMatchObject({ ok: false, problem });
});

it('a change of an unknown kind says nothing', () => {
  expect(toNotice({ crossing: '1', what: 'menu' })).toBeNull();
});
