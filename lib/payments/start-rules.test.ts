import { describe, expect, it } from 'vitest';
import { noticeBeforeEnd, refusalToPay, sessionEnd } from './start-rules';

const NOON = new Date('2027-07-01T12:00:00Z');
const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const waiting = { status: 'awaiting_payment', expiresAt: at(20), holdStatus: 'active' } as const;

describe('paying', () => {
  it('is possible while the booking waits and its places are held', () => {
    expect(refusalToPay(waiting, NOON)).toBeNull();
  });

  it('is over with the half hour, to the moment', () => {
    expect(refusalToPay(waiting, at(20))).toBe('booking-expired');
    expect(refusalToPay({ ...waiting, holdStatus: 'expired' }, NOON)).toBe('booking-expired');
    expect(refusalToPay({ ...waiting, status: 'expired' }, NOON)).toBe('booking-expired');
  });

  it.each(['payment_processing', 'confirming', 'confirmed', 'stuck'] as const)(
    'says already paid when %s',
    (status) => {
      expect(refusalToPay({ ...waiting, status }, NOON)).toBe('already-paid');
    },
  );

  it.each(['cancelled', 'refund_pending', 'refunded'] as const)('is not possible when %s', (status) => {
    expect(refusalToPay({ ...waiting, status }, NOON)).toBe('not-payable');
  });
});

describe('the checkout page', () => {
  it('never closes sooner than the provider allows', () => {
    expect(sessionEnd(at(5), NOON).getTime()).toBeGreaterThan(at(30).getTime());
  });

  it('closes with a hold that lasts longer', () => {
    expect(sessionEnd(at(90), NOON)).toEqual(at(90));
  });
});

describe('the reminder', () => {
  it('comes ten minutes before the end', () => {
    expect(noticeBeforeEnd(NOON, at(28))).toEqual(at(18));
  });

  it('leaves three minutes of peace to who booked late', () => {
    expect(noticeBeforeEnd(NOON, at(9))).toEqual(at(3));
  });

  it('does not come when nothing could be done any more', () => {
    expect(noticeBeforeEnd(NOON, at(3.5))).toBeNull();
  });
});
