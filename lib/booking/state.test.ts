import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canMove, LIVE_STATUSES } from './state';
import { BOOKING_STATUSES, type BookingStatus } from './types';

const statesBefore = (to: BookingStatus) => BOOKING_STATUSES.filter((from) => canMove(from, to));
const isFinal = (from: BookingStatus) => !BOOKING_STATUSES.some((to) => canMove(from, to));
/** A life of a booking: steps that are possible, from the beginning. */
const life = fc.array(fc.nat(), { maxLength: 12 }).map((choices) => {
  const states: BookingStatus[] = ['awaiting_payment'];
  for (const choice of choices) {
    const next = BOOKING_STATUSES.filter((to) => canMove(states.at(-1) as BookingStatus, to));
    if (next.length === 0) break;
    states.push(next[choice % next.length] as BookingStatus);
  }
  return states;
});

/** States in which we have the traveller's money, or may have it. */
const WITH_MONEY: readonly BookingStatus[] = ['confirming', 'confirmed', 'refund_pending', 'stuck'];

describe('the life of a booking', () => {
  it('once money has come, it ends confirmed or refunded: never expired, cancelled or unpaid', () => {
    fc.assert(
      fc.property(life, (states) => {
        const paid = states.findIndex((each) => WITH_MONEY.includes(each));
        if (paid < 0) return;
        for (const each of states.slice(paid))
          expect(['expired', 'cancelled', 'awaiting_payment', 'payment_processing']).not.toContain(each);
      }),
    );
  });

  it('from every state that is not final, the traveller is confirmed or has the money back or never paid', () => {
    const ends: readonly BookingStatus[] = ['confirmed', 'refunded', 'expired', 'cancelled'];
    const reaches = (from: BookingStatus, seen: ReadonlySet<BookingStatus>): boolean =>
      ends.includes(from) ||
      BOOKING_STATUSES.some(
        (to) => canMove(from, to) && !seen.has(to) && reaches(to, new Set([...seen, to])),
      );
    for (const from of BOOKING_STATUSES) expect(reaches(from, new Set([from]))).toBe(true);
  });

  it('what is confirmed stays so, and what is refunded unless the bank sends the money back', () => {
    expect(BOOKING_STATUSES.filter(isFinal)).toEqual(['confirmed']);
    expect(BOOKING_STATUSES.filter((to) => canMove('refunded', to))).toEqual(['refund_pending']);
  });

  it('confirmation comes after confirming, and never by itself', () => {
    expect(statesBefore('confirmed')).toEqual(['confirming', 'stuck']);
    expect(statesBefore('refunded')).toEqual(['refund_pending', 'stuck']);
  });

  it('no state follows itself', () => {
    for (const each of BOOKING_STATUSES) expect(canMove(each, each)).toBe(false);
  });

  it('the states that count a party as booked are those that keep its places', () => {
    expect([...LIVE_STATUSES].sort()).toEqual(
      ['awaiting_payment', 'confirmed', 'confirming', 'payment_processing', 'stuck'].sort(),
    );
  });
});
