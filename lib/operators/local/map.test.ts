import { describe, expect, it } from 'vitest';
import type { HoldOrder } from '../words';
import { toHoldAnswer, toOrderState, toProblem, toTicketAnswer, toWireOrder } from './map';
import { wireHold } from './wire';

const order: HoldOrder = {
  orderKey: 'VF-2345678-0-1-0',
  sailingRef: 'ctn-FRMRS-TNLGN-20270714-1730',
  family: 'standard',
  passengers: ['adult', 'adult', 'child'],
  vehicles: [{ kind: 'car', lengthCm: 450, heightCm: 150, accessories: [] }],
  pets: 0,
  cabins: [{ code: 'inside-4', quantity: 1 }],
  seats: [],
  meals: [],
};
const held = {
  holdNumber: 'VH1234567890',
  key: order.orderKey,
  status: 'held',
  expiresAt: '2027-07-01T12:30:00.000Z',
} as const;
const ticketed = { ...held, status: 'ticketed', ticketNumber: 'VL1234567890' } as const;
const answer = (status: number, body: unknown) => ({ status, headers: new Headers(), body });

it('an order carries counts, never names', () => {
  expect(toWireOrder(order)).toEqual({ sailingId: order.sailingRef, passengers: 3, vehicles: 1 });
});

it('a hold keeps places until its time is over; one that is over keeps none', () => {
  expect(toHoldAnswer(held)).toEqual({
    ok: true,
    value: { holdRef: 'VH1234567890', expiresAt: new Date(held.expiresAt), totalCents: 0, lines: [] },
  });
  for (const status of ['released', 'expired'] as const)
    expect(toHoldAnswer({ ...held, status })).toMatchObject({ problem: { kind: 'gone' } });
});

it('what its book says of an order', () => {
  expect(toOrderState(undefined)).toEqual({ state: 'unknown' });
  expect(toOrderState(held)).toMatchObject({ state: 'held', hold: { holdRef: held.holdNumber } });
  expect(toOrderState(ticketed)).toMatchObject({
    state: 'ticketed',
    ticket: { ticketRef: 'VL1234567890' },
    holdRef: held.holdNumber,
  });
  expect(toOrderState({ ...held, status: 'expired' })).toEqual({ state: 'expired' });
  expect(toTicketAnswer(ticketed)).toMatchObject({ ok: true, value: { ticketRef: 'VL1234567890' } });
});

describe('an answer', () => {
  it('tolerates fields that it does not know, and refuses one that lacks its ticket', () => {
    expect(wireHold.safeParse({ ...held, deck: 7 }).success).toBe(true);
    expect(wireHold.safeParse({ ...held, status: 'ticketed' }).success).toBe(false);
    expect(wireHold.safeParse({ ...held, expiresAt: 'soon' }).success).toBe(false);
  });

  it.each([
    [409, { code: 'refused' }, { kind: 'refused', reason: 'refused' }],
    [410, { code: 'gone' }, { kind: 'gone' }],
    [404, { code: 'not-found' }, { kind: 'gone' }],
    [401, { code: 'unauthorized' }, { kind: 'unavailable', effect: 'none' }],
    [422, { code: 'idempotency-key-reused' }, { kind: 'unavailable', effect: 'none' }],
    [409, undefined, { kind: 'wrong-answer' }],
    [409, '<html>', { kind: 'wrong-answer' }],
  ])('%i with %j: nobody is refused by a misunderstanding', (status, body, kind) => {
    expect(toProblem(answer(status, body))).toMatchObject({ ok: false, problem: kind });
  });
});
