/** Currencies the product can charge or show. Only EUR is ever charged. */
export type Currency = 'EUR' | 'TND' | 'DZD' | 'MAD' | 'GBP' | 'USD';

/** An exact amount: `amount` is an integer number of minor units (cents for EUR). */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** Euros from an integer number of cents. Throws RangeError when it is not a safe integer. */
export function eur(cents: number): Money {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not an integer number of cents: ${cents}`);
  return { amount: cents, currency: 'EUR' };
}

/** The sum of integer cents; throws RangeError on anything that is not a safe integer. */
export function sumCents(parts: readonly number[]): number {
  let total = 0;
  for (const part of parts) total += part;
  if (!Number.isSafeInteger(total)) throw new RangeError('sum is not an integer number of cents');
  return total;
}

/** `percent` of `cents`, rounded half up to a whole cent (percent may be fractional). */
export function percentOf(cents: number, percent: number): number {
  return Math.round((cents * percent) / 100);
}
