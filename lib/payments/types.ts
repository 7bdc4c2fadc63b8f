/** `creating`: row written, provider not yet asked; `processing`: a delayed method has been started. */
export type PaymentStatus =
  | 'creating'
  | 'open'
  | 'processing'
  | 'paid'
  | 'failed'
  | 'expired'
  | 'refund_pending'
  | 'refunded'
  | 'disputed';
export type RefundStatus = 'requested' | 'pending' | 'succeeded' | 'failed';

/** Failure code of a delayed method, such as a debit, whose money did not come. */
export const DEBIT_FAILED = 'delayed-failed';
