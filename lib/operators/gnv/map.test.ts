import { describe, expect, it } from 'vitest';
import availability from './fixtures/availability.json';
import option from './fixtures/option.json';
import priceChanged from './fixtures/price-changed.json';
import { toHoldAnswer, toNotice, toOffer, toOrderState, toProblem, toTicketAnswer } from './map';
import { availabilityPage, option as optionSchema } from './wire';

const SEEN = new Date('2027-07-01T12:00:00Z');
const [first] = availabilityPage.parse(availability).items;
if (!first) throw new Error('an empty fixture');
const offer = toOffer(first, 'ITGOA-TNLGN', SEEN);
const hold = optionSchema.parse(option);
const refusal = (status: number, body: unknown) => toProblem({ status, headers: new Headers(), body });

describe('an availability', () => {
  it('leaves by the clock of Genoa and arrives by that of Tunis, an hour behind in summer', () => {
    expect(offer.sailing.departsAt.toISOString()).toBe('2027-07-10T19:00:00.000Z');
    expect(offer.sailing.arrivesAt.toISOString()).toBe('2027-07-11T15:00:00.000Z');
  });

  it('has ships by their names, not shouted', () => {
    expect(offer.sailing.shipName).toBe('La Suprema');
  });

  it('has prices in cents and lane in centimetres', () => {
    const [basic] = offer.families;
    expect(basic).toMatchObject({
      family: 'basic',
      passengerCents: { adult: 16_000, child: 8_000, infant: 0 },
    });
    expect(basic?.vehicleCents).toMatchObject({ car: 37_400, bicycle: 3_400 });
    expect(offer.laneCmLeft).toBe(130_500);
  });

  it('has penalties in hours', () => {
    const standard = offer.families.find(({ family }) => family === 'standard');
    expect(standard?.cancellation).toEqual([
      { hoursBefore: 504, keptPercent: 0 },
      { hoursBefore: 336, keptPercent: 30 },
      { hoursBefore: 168, keptPercent: 40 },
      { hoursBefore: 0, keptPercent: 100 },
    ]);
  });

  it('owes the levy from an age on', () => {
    expect(offer.dues).toContainEqual({ code: 'tunisia-levy', cents: 822, from: 'child' });
    expect(offer.dues).toContainEqual({ code: 'port-dues', cents: 1_500, from: 'infant' });
  });

  it('tells cabins from seats, and leaves out what the product has no word for', () => {
    expect(offer.cabins.map(({ code }) => code)).toContain('inside-4');
    expect(offer.seats.map(({ code }) => code)).toEqual(['seat-recliner']);
    const hammock = { code: 'HMK', beds: 1, price: 5, available: 9 };
    const more = { ...first, accommodations: [...first.accommodations, hammock] };
    expect(toOffer(more, 'ITGOA-TNLGN', SEEN)).toEqual(offer);
  });
});

it.each([89.999, -1, Number.NaN, '89.5'])('a price of %s is none', (adt) => {
  const [item] = availability.items;
  const broken = { ...availability, items: [{ ...item, rates: [{ ...item?.rates[0], adt }] }] };
  expect(availabilityPage.safeParse(broken).success).toBe(false);
});

it('an hour that says its zone is none: it would mean another', () => {
  const [item] = availability.items;
  const broken = { ...availability, items: [{ ...item, departureTime: '2027-07-10T21:00Z' }] };
  expect(availabilityPage.safeParse(broken).success).toBe(false);
});

describe('an option', () => {
  it('is a hold until its moment, whatever zone that is told in', () => {
    expect(toHoldAnswer(hold)).toMatchObject({
      value: { totalCents: 148_806, expiresAt: new Date('2027-07-01T12:30:00Z') },
    });
  });

  it('whose lines do not add up is a wrong answer', () => {
    expect(toHoldAnswer({ ...hold, total: hold.total + 0.01 })).toMatchObject({
      problem: { kind: 'wrong-answer' },
    });
  });

  it('that is over holds nothing', () => {
    expect(toHoldAnswer({ ...hold, status: 'EXPIRED' })).toEqual({ ok: false, problem: { kind: 'gone' } });
    expect(toOrderState({ ...hold, status: 'REFUNDED', ticketNumber: '1' })).toEqual({ state: 'cancelled' });
  });
});

it('a ticket without its number is none', () => {
  expect(optionSchema.safeParse({ ...option, status: 'TICKETED' }).success).toBe(false);
  expect(toTicketAnswer(hold)).toMatchObject({ problem: { kind: 'wrong-answer' } });
});

it.each([
  [409, priceChanged, { kind: 'price-changed', totalCents: 123_450 }],
  [409, { errors: [{ code: 'NO_AVAILABILITY' }] }, { kind: 'sold-out' }],
  [410, { errors: [{ code: 'NO_LONGER_AVAILABLE' }] }, { kind: 'gone' }],
  [403, { errors: [{ code: 'SALES_CLOSED' }] }, { kind: 'refused', reason: 'SALES_CLOSED' }],
  [401, { errors: [{ code: 'INVALID_KEY' }] }, { kind: 'unavailable', effect: 'none' }],
  [404, '<html>', { kind: 'wrong-answer' }],
])('%i is read by its code', (status, body, problem) => {
  expect(refusal(status, body)).toMatchObject({ ok: false, problem });
});

it('an event of an unknown kind says nothing', () => {
  expect(toNotice({ type: 'NEW_MENU', departureId: '1' })).toBeNull();
});
