import { z } from 'zod';
import { lineLabel } from '@/lib/i18n/quote-lines';
import type { Locale } from '@/lib/kernel/locale';
import type { QuoteLine } from '@/lib/pricing/types';

/** Integer minor units and their currency. */
export const moneyShape = z
  .object({ amount: z.int(), currency: z.literal('EUR') })
  .meta({ id: 'Money', description: 'Integer minor units: 74916 is 749.16 EUR.' });

export const lineShape = z
  .object({
    leg: z.int().min(0),
    code: z.string(),
    detail: z.string().optional(),
    label: z.string(),
    quantity: z.int(),
    unit: moneyShape,
    total: moneyShape,
  })
  .meta({
    id: 'QuoteLine',
    description: 'quantity × unit = total; the lines add up to the total of the quote.',
  });

/** Cents as the API gives money. */
export function money(cents: number): z.output<typeof moneyShape> {
  return { amount: cents, currency: 'EUR' };
}

/** A line of a quote with its name in the language that was asked for. */
export function presentLine(line: QuoteLine, locale: Locale): z.output<typeof lineShape> {
  return {
    leg: line.leg,
    code: line.code,
    ...(line.detail !== undefined && { detail: line.detail }),
    label: lineLabel(line, locale),
    quantity: line.quantity,
    unit: money(line.unitCents),
    total: money(line.totalCents),
  };
}
