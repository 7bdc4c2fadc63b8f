import { expect, it } from 'vitest';
import { hasArrived, OPEN_PAYMENT, paymentSources } from './state';

it('money that arrives after we gave up on its session is still money', () => {
  expect(paymentSources('paid')).toEqual(expect.arrayContaining(['expired', 'failed', 'open', 'creating']));
});

it('money that has arrived is never taken for missing again', () => {
  for (const to of ['open', 'processing', 'failed', 'expired'] as const)
    for (const from of paymentSources(to)) expect(hasArrived(from)).toBe(false);
});

it('money goes back only after it has come', () => {
  for (const to of ['refund_pending', 'refunded', 'disputed'] as const)
    for (const from of paymentSources(to)) expect(hasArrived(from)).toBe(true);
});

it('an attempt that can still be paid has not been', () => {
  expect(OPEN_PAYMENT.some(hasArrived)).toBe(false);
});
