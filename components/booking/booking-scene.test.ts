import { describe, expect, it } from 'vitest';
import { BOOKING_STATUSES } from '@/lib/booking/types';
import { canPay, isWaiting, sceneOf } from './booking-scene';

const now = new Date('2027-03-10T09:00:00Z');
const unpaid = {
  status: 'awaiting_payment',
  statusReason: null,
  expiresAt: new Date('2027-03-10T09:12:00Z'),
  now,
  returned: null,
  payment: null,
} as const;
const open = { status: 'open', failureCode: null };

describe('the page of a booking tells', () => {
  it('what is known of an unpaid one, and no more', () => {
    expect(sceneOf(unpaid)).toBe('pay');
    expect(sceneOf({ ...unpaid, returned: 'left', payment: open })).toBe('payment-left');
    expect(sceneOf({ ...unpaid, returned: 'paid', payment: open })).toBe('bank');
    expect(sceneOf({ ...unpaid, payment: { status: 'paid', failureCode: null } })).toBe('bank');
    expect(sceneOf({ ...unpaid, payment: { status: 'open', failureCode: 'card_declined' } })).toBe(
      'declined',
    );
    expect(sceneOf({ ...unpaid, returned: 'paid', payment: { status: 'failed', failureCode: 'x' } })).toBe(
      'declined',
    );
  });

  it('that the half hour is over only when no money was announced', () => {
    const over = { ...unpaid, expiresAt: now };
    expect(sceneOf(over)).toBe('expired');
    expect(sceneOf({ ...over, returned: 'paid', payment: open })).toBe('bank');
  });

  it('nothing one could pay twice: the pay button is only where no money is on its way', () => {
    for (const status of BOOKING_STATUSES) {
      const scene = sceneOf({ ...unpaid, status });
      expect(canPay(scene)).toBe(status === 'awaiting_payment');
      expect(canPay(scene) && isWaiting(scene)).toBe(false);
    }
    expect(canPay(sceneOf({ ...unpaid, returned: 'paid', payment: open }))).toBe(false);
  });

  it('a party that changed apart from a trip that was given up', () => {
    expect(sceneOf({ ...unpaid, status: 'cancelled', statusReason: 'party-changed' })).toBe('withdrawn');
    expect(sceneOf({ ...unpaid, status: 'cancelled', statusReason: 'cancelled-by-traveller' })).toBe(
      'cancelled',
    );
  });
});
