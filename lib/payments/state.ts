import type { PaymentStatus } from './types';

/** States from which a payment may come into another. Whatever is not listed stays as it is. */
const FROM: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  creating: [],
  open: ['creating'],
  processing: ['creating', 'open'],
  // Money that arrives after we had given up on a session is still money.
  paid: ['creating', 'open', 'processing', 'failed', 'expired'],
  failed: ['creating', 'open', 'processing'],
  expired: ['creating', 'open'],
  // `refunded`: the bank sent the money back to us, days after it seemed settled.
  refund_pending: ['paid', 'disputed', 'refunded'],
  refunded: ['refund_pending', 'paid'],
  disputed: ['paid'],
};

/** The states from which a payment may become `to`. */
export function paymentSources(to: PaymentStatus): readonly PaymentStatus[] {
  return FROM[to];
}

/** An attempt that can still be paid; a booking has at most one. */
export const OPEN_PAYMENT: readonly PaymentStatus[] = ['creating', 'open', 'processing'];

/** True when money has come in, whatever became of it afterwards. */
export function hasArrived(status: PaymentStatus): boolean {
  return status === 'paid' || status === 'refund_pending' || status === 'refunded' || status === 'disputed';
}
