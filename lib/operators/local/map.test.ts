import { describe, expect, it } from 'vitest';
import type { OperatorTicketOrder } from '../ticket-port';
import { toAnswer, toWireOrder } from './map';

const order: OperatorTicketOrder = {
  idempotencyKey: 'VF-2345678-0',
  bookingReference: 'VF-2345678',
  leg: 0,
  sailingId: 'ctn-FRMRS-TNLGN-20270714-1730',
  departsAt: new Date('2027-07-14T15:30:00Z'),
  fareFamily: 'standard',
  passengers: ['adult', 'adult', 'child'],
  vehicles: [{ type: 'car', lengthCm: 450, heightCm: 150 }],
  cabins: [{ code: 'inside-4', quantity: 1 }],
  seats: [],
};
const ticket = {
  ticketNumber: 'VL1234567890',
  bookingReference: 'VF-2345678',
  legPosition: 0,
  sailingId: order.sailingId,
  passengers: 3,
  vehicles: 1,
  status: 'issued',
  issuedAt: '2027-07-01T12:00:00.000Z',
};

it('an order carries counts, never names', () => {
  expect(toWireOrder(order)).toEqual({
    bookingReference: 'VF-2345678',
    legPosition: 0,
    sailingId: 'ctn-FRMRS-TNLGN-20270714-1730',
    passengers: 3,
    vehicles: 1,
  });
});

describe('an answer', () => {
  it.each([200, 201])('with a ticket (%i) confirms', (status) => {
    expect(toAnswer(status, ticket)).toEqual({ status: 'confirmed', ticketReference: 'VL1234567890' });
  });

  it('tolerates fields that it does not know', () => {
    expect(toAnswer(201, { ...ticket, deck: 7 })?.status).toBe('confirmed');
  });

  it('with a ticket that was given back refuses', () => {
    expect(toAnswer(200, { ...ticket, status: 'released' })).toEqual({
      status: 'refused',
      reason: 'released',
    });
  });

  it('409 refuses with its reason', () => {
    expect(toAnswer(409, { code: 'refused' })).toEqual({ status: 'refused', reason: 'refused' });
  });

  it.each([
    [201, { ...ticket, ticketNumber: '' }],
    [200, '<html>'],
    [409, undefined],
    [401, { code: 'unauthorized' }],
    [422, { code: 'idempotency-key-reused' }],
  ])('%i with nonsense is none: nobody is refused by a misunderstanding', (status, body) => {
    expect(toAnswer(status, body)).toBeNull();
  });
});
