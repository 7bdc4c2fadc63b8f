import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextRefundCheck, nextRefundTry, refundState } from './refund-pace-rules';

const NOW = new Date('2027-07-14T12:00:00Z');
const minutesUntil = (then: Date | null) => then && (then.getTime() - NOW.getTime()) / 60_000;

it('a refund is tried four times more, longer and longer apart, and then never again', () => {
  expect([1, 2, 3, 4, 5, 6].map((times) => minutesUntil(nextRefundTry(times, NOW)))).toEqual([
    10,
    60,
    360,
    1440,
    null,
    null,
  ]);
});

it('what is told of a refund follows from what becomes of it', () => {
  expect(refundState('requested', NOW)).toBe('on-way');
  expect(refundState('pending', NOW)).toBe('on-way');
  expect(refundState('succeeded', null)).toBe('back');
  expect(refundState('failed', NOW)).toBe('again');
  expect(refundState('failed', null)).toBe('waiting');
});

it('whatever is tried or asked about again lies ahead', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.date({ min: NOW, max: new Date('2100-01-01'), noInvalidDate: true }),
      (times, now) => {
        const next = nextRefundTry(times, now);
        if (next) expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(nextRefundCheck(now).getTime()).toBeGreaterThan(now.getTime());
      },
    ),
  );
});
