import { describe, expect, it } from 'vitest';
import { BOOKING_STATUSES } from '@/lib/booking/types';
import { translator } from '@/lib/i18n/translator';
import { LOCALES } from '@/lib/kernel/locale';
import { DEBIT_FAILED } from '@/lib/payments/types';
import {
  canPay,
  isLost,
  isOff,
  isStuckRefund,
  isWaiting,
  SCENES,
  type Scene,
  sceneOf,
  textVariant,
} from './booking-scene';

const now = new Date('2027-03-10T09:00:00Z');
const unpaid = {
  status: 'awaiting_payment',
  statusReason: null,
  expiresAt: new Date('2027-03-10T09:12:00Z'),
  now,
  returned: null,
  isRefused: false,
  payment: null,
} as const;
const open = { status: 'open', failureCode: null };
/** A payment that no trip needed, on its way back. */
const extra = { endsTrip: false, state: 'on-way' } as const;

const variant = (scene: Scene, facts: Partial<Parameters<typeof textVariant>[1]> = {}) =>
  textVariant(scene, { reason: null, refunds: [], failureCode: null, ...facts });

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

  it('that an operator kept no places, while the half hour lasts and nothing was paid', () => {
    const refused = { ...unpaid, isRefused: true };
    expect(sceneOf(refused)).toBe('no-room');
    expect(sceneOf({ ...refused, expiresAt: now })).toBe('expired');
    expect(sceneOf({ ...refused, payment: { status: 'paid', failureCode: null } })).toBe('bank');
    expect(sceneOf({ ...refused, status: 'confirmed' })).toBe('confirmed');
  });

  it('other departures of a trip that was taken away, and of no other', () => {
    const lost = SCENES.filter((scene) => isLost(scene, []));
    expect(lost).toEqual(['no-room', 'refund-pending', 'refunded', 'expired']);
    expect(isLost('stuck', [{ endsTrip: true, state: 'waiting' }])).toBe(true);
    expect(isLost('stuck', [extra])).toBe(false);
  });

  it('nothing one could pay twice: the pay button is only where no money is on its way', () => {
    for (const status of BOOKING_STATUSES) {
      const scene = sceneOf({ ...unpaid, status });
      expect(canPay(scene)).toBe(status === 'awaiting_payment');
      expect(canPay(scene) && isWaiting(scene)).toBe(false);
    }
    expect(canPay(sceneOf({ ...unpaid, returned: 'paid', payment: open }))).toBe(false);
  });

  it('nobody who comes from paying that nothing was charged, before the payment page was asked', () => {
    const expired = { ...unpaid, status: 'expired', returned: 'paid' } as const;
    expect(sceneOf({ ...expired, payment: open })).toBe('bank');
    expect(sceneOf({ ...expired, payment: { status: 'expired', failureCode: null } })).toBe('expired');
    expect(sceneOf({ ...expired, returned: null, payment: open })).toBe('expired');
  });

  it('that nothing was charged only where no payment came', () => {
    for (const scene of ['expired', 'cancelled', 'withdrawn'] as const) {
      expect(variant(scene)).toBe('');
      expect(variant(scene, { refunds: [extra] })).toBe('-money-back');
    }
    expect(variant('confirmed', { refunds: [extra] })).toBe('');
  });

  it('that a direct debit failed, and not that nobody paid', () => {
    expect(variant('expired', { failureCode: DEBIT_FAILED })).toBe('-debit-failed');
    expect(variant('expired', { failureCode: 'card_declined' })).toBe('');
    expect(variant('expired', { failureCode: DEBIT_FAILED, refunds: [extra] })).toBe('-money-back');
  });

  it('why money goes back, and when it does not get there', () => {
    expect(
      variant('refunded', { reason: 'operator-refused', refunds: [{ endsTrip: true, state: 'back' }] }),
    ).toBe('-operator-refused');
    expect(variant('refund-pending', { reason: 'anything' })).toBe('-other');
    expect(
      variant('refund-pending', {
        reason: 'operator-refused',
        refunds: [{ endsTrip: true, state: 'again' }],
      }),
    ).toBe('-refund-again');
    expect(variant('stuck', { reason: 'confirm-failing', refunds: [extra] })).toBe('');
    expect(
      variant('stuck', { reason: 'refund-failed', refunds: [{ endsTrip: true, state: 'waiting' }] }),
    ).toBe('-refund-failed');
    expect(
      variant('stuck', { reason: 'refund-failing', refunds: [{ endsTrip: true, state: 'on-way' }] }),
    ).toBe('-refund-late');
  });

  it('a ticket from what is none: only of a trip that takes place, or still may', () => {
    expect(isOff('refunded', [])).toBe(true);
    expect(isOff('stuck', [{ endsTrip: true, state: 'waiting' }])).toBe(true);
    for (const scene of ['pay', 'bank', 'processing', 'confirming', 'confirmed', 'stuck'] as const)
      expect(isOff(scene, [extra])).toBe(false);
  });

  it('each of its states in words, in every language', () => {
    const states = ['on-way', 'back', 'again', 'waiting'] as const;
    const money = [[], [extra], ...states.map((state) => [{ endsTrip: true, state }])];
    for (const locale of LOCALES) {
      const t = translator(locale, 'trip');
      for (const scene of SCENES)
        for (const reason of ['operator-refused', 'sold-out-after-hold', 'another', null])
          for (const refunds of money) {
            const part = isStuckRefund(scene, refunds) ? '-refund' : '';
            const texts = [null, DEBIT_FAILED].map(
              (failureCode) => `text${variant(scene, { reason, refunds, failureCode })}`,
            );
            for (const key of [`badge${part}`, `title${part}`, ...texts])
              expect(t.has(`${scene}.${key}`), `${locale} ${scene}.${key}`).toBe(true);
          }
    }
  });

  it('a party that changed apart from a trip that was given up', () => {
    expect(sceneOf({ ...unpaid, status: 'cancelled', statusReason: 'party-changed' })).toBe('withdrawn');
    expect(sceneOf({ ...unpaid, status: 'cancelled', statusReason: 'cancelled-by-traveller' })).toBe(
      'cancelled',
    );
  });
});
