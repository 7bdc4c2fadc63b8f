import { lineLabel } from '@/lib/i18n/quote-lines';
import { translator } from '@/lib/i18n/translator';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { Locale } from '@/lib/kernel/locale';
import type { Quote, QuoteLine } from '@/lib/pricing/types';

/** Lines that Stripe takes on one page. */
const MAX_LINES = 100;

export interface CheckoutLine {
  readonly name: string;
  readonly quantity: number;
  readonly unitCents: number;
}

/**
 * The quote as the checkout page lists it, in the traveller's language; the sum is the quote's total, always.
 * A checkout page cannot subtract and takes 100 lines: a quote with a discount, or longer, is one line.
 */
export function checkoutLines(
  quote: Quote,
  legs: Parameters<typeof legPlace>[0],
  reference: string,
  locale: Locale,
): CheckoutLine[] {
  const charged = quote.lines.filter((line) => line.totalCents !== 0);
  if (charged.length > MAX_LINES || charged.some((line) => line.totalCents < 0)) {
    const name = translator(locale, 'payments')('whole', { reference });
    return [{ name, quantity: 1, unitCents: quote.totalCents }];
  }
  return charged.map((line) => toLine(line, legs, locale));
}

function toLine(line: QuoteLine, legs: Parameters<typeof legPlace>[0], locale: Locale): CheckoutLine {
  const label = lineLabel(line, locale);
  const leg = translator(locale, 'legs')(legPlace(legs, line.leg));
  const name = legs.length > 1 ? translator(locale, 'payments')('line', { leg, label }) : label;
  const countable = Number.isInteger(line.quantity) && line.quantity > 0;
  return countable
    ? { name, quantity: line.quantity, unitCents: line.unitCents }
    : { name, quantity: 1, unitCents: line.totalCents };
}
