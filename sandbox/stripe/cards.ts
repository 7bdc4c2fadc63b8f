import type { PaymentError } from './objects';

/** What became of a try to charge a card. */
export type CardOutcome =
  | { readonly kind: 'paid'; readonly brand: string; readonly last4: string }
  | { readonly kind: 'authenticate'; readonly brand: string; readonly last4: string }
  | { readonly kind: 'declined'; readonly error: PaymentError };

export type CardInput = { readonly number: string; readonly expiry: string; readonly cvc: string };

const declined = (code: string, message: string, declineCode?: string): CardOutcome => ({
  kind: 'declined',
  error: { type: 'card_error', code, message, ...(declineCode ? { decline_code: declineCode } : {}) },
});

/**
 * Stripe's test cards (https://docs.stripe.com/testing): …4242 pays, …0002 is declined, …9995 has no funds,
 * …3220 asks for 3-D Secure. Any other number is declined: no real card may be typed here.
 */
export function tryCard(input: CardInput, nowMs: number): CardOutcome {
  const number = input.number.replace(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    return declined('incorrect_number', 'Your card number is incorrect.');
  }
  if (!isAhead(input.expiry, nowMs)) return declined('expired_card', 'Your card has expired.');
  if (!/^\d{3,4}$/.test(input.cvc.trim())) {
    return declined('incorrect_cvc', "Your card's security code is incorrect.");
  }
  switch (number) {
    case '4242424242424242':
      return { kind: 'paid', brand: 'visa', last4: '4242' };
    case '4000000000003220':
      return { kind: 'authenticate', brand: 'visa', last4: '3220' };
    case '4000000000000002':
      return declined('card_declined', 'Your card was declined.', 'generic_decline');
    case '4000000000009995':
      return declined('card_declined', 'Your card has insufficient funds.', 'insufficient_funds');
    default:
      return declined('card_declined', 'Only test cards can be used here.', 'live_mode_test_card');
  }
}

export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether `MM/YY` is this month or later. */
function isAhead(expiry: string, nowMs: number): boolean {
  const [, month, year] = /^\s*(\d{1,2})\s*\/\s*(?:20)?(\d{2})\s*$/.exec(expiry) ?? [];
  if (!month || !year || Number(month) < 1 || Number(month) > 12) return false;
  return Date.UTC(2000 + Number(year), Number(month), 1) > nowMs;
}
