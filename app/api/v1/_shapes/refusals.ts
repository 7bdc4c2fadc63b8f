/** Status of each refusal that a verb behind the API can return; what is not listed answers 422. */
export const HOLD_STATUSES = {
  'sold-out': 409,
  'sailing-departed': 409,
  'check-in-closed': 409,
  'sailing-cancelled': 409,
  'unknown-sailing': 404,
} as const;

export const BOOKING_REFUSALS = {
  'unknown-hold': 404,
  'hold-expired': 410,
  'hold-released': 410,
  'already-booked': 409,
  'not-found': 404,
  'not-cancellable-yet': 409,
} as const;

export const PAYMENT_REFUSALS = {
  'not-found': 404,
  'already-paid': 409,
  'booking-expired': 410,
  'not-payable': 409,
  'sold-out': 409,
  'operator-refused': 409,
  'payments-unavailable': 503,
  'payment-provider-unavailable': 503,
} as const;
