import { formatCents, formatDay } from '@/lib/i18n/format';
import { lineLabel } from '@/lib/i18n/quote-lines';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { QuoteLine } from '@/lib/pricing/types';

/** Names of ports by code; a code without a name stands for itself. */
export type PortNames = ReadonlyMap<string, Localized>;

export function portName(ports: PortNames, code: string, locale: Locale): string {
  return ports.get(code)?.[locale] ?? code;
}

/** A day without its year, where the page says elsewhere which one: `14 juillet`. */
export function shortDay(iso: string, locale: Locale): string {
  return formatDay(iso, locale, 'numeric').replace(/[\s\u00a0]\d{4}$/, '');
}

/** A line of a quote in words: `2 adultes × 159,00 €`, `Taxes de port, 3 × 15,00 €`, `Voiture`. */
export function lineText(line: QuoteLine, locale: Locale): string {
  const label = lineLabel(line, locale);
  const unit = formatCents(line.unitCents, locale);
  if (line.code.startsWith('fare-')) return `${line.quantity} ${label.toLocaleLowerCase(locale)} × ${unit}`;
  return line.quantity === 1 ? label : `${label}, ${line.quantity} × ${unit}`;
}
