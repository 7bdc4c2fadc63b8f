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
