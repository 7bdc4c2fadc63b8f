import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOOKING_STATUSES } from '@/lib/booking/types';
import { type Arrival, endsBooking, settlementOf } from './settlement-rules';

const arrival: Arrival = {
  paidCents: 74916,
  currency: 'eur',
  askedCents: 74916,
  bookingCents: 74916,
  booking: 'awaiting_payment',
  hold: 'active',
};

describe('money that arrives', () => {
  it('while the places are held carries the booking', () => {
    expect(settlementOf(arrival)).toEqual({ kind: 'claim' });
    expect(settlementOf({ ...arrival, booking: 'payment_processing' })).toEqual({ kind: 'claim' });
  });

  it('after the hold ended takes the places again', () => {
    expect(settlementOf({ ...arrival, booking: 'expired', hold: 'expired' })).toEqual({ kind: 'retake' });
    expect(settlementOf({ ...arrival, hold: 'expired' })).toEqual({ kind: 'retake' });
  });

  it.each(['confirming', 'confirmed', 'stuck', 'refund_pending', 'refunded'] as const)(
    'for a booking that is %s goes back: it was paid twice',
    (booking) => {
      expect(settlementOf({ ...arrival, booking })).toEqual({ kind: 'refund', reason: 'paid-twice' });
    },
  );

  it('for a cancelled booking goes back', () => {
    expect(settlementOf({ ...arrival, booking: 'cancelled' })).toEqual({
      kind: 'refund',
      reason: 'booking-cancelled',
    });
  });

  it('at an old amount goes back', () => {
    expect(settlementOf({ ...arrival, bookingCents: 80000 })).toEqual({
      kind: 'refund',
      reason: 'amount-changed',
    });
  });

  it('other than what was asked goes back', () => {
    const reason = { kind: 'refund', reason: 'amount-mismatch' };
    expect(settlementOf({ ...arrival, paidCents: 100 })).toEqual(reason);
    expect(settlementOf({ ...arrival, currency: 'usd' })).toEqual(reason);
  });

  it('never carries a booking at another price than its own', () => {
    const cents = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        fc.constantFrom(...BOOKING_STATUSES),
        fc.constantFrom('active', 'converted', 'expired', 'released'),
        (paidCents, askedCents, bookingCents, booking, hold) => {
          const settlement = settlementOf({ ...arrival, paidCents, askedCents, bookingCents, booking, hold });
          if (settlement.kind !== 'refund') expect(paidCents).toBe(bookingCents);
        },
      ),
    );
  });
});

it('only a refund that takes the trip away ends the booking', () => {
  expect(endsBooking('operator-refused')).toBe(true);
  expect(endsBooking('sold-out-after-hold')).toBe(true);
  expect(endsBooking('paid-twice')).toBe(false);
  expect(endsBooking('amount-changed')).toBe(false);
});
