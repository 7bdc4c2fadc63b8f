import type { Locale } from '@/lib/kernel/locale';
import type { QuoteLine } from '@/lib/pricing/types';
import { formatCents } from './format';
import { translator } from './translator';

const CABIN_CODE = /^(inside|outside|suite|pet)-(\d+)$/;

/** The name of a cabin from its stock code, such as `inside-4`: « Intérieure, 4 lits ». */
export function cabinName(code: string, locale: Locale): string {
  const t = translator(locale, 'pricing');
  const match = CABIN_CODE.exec(code);
  return match ? t(`cabin.${match[1]}`, { berths: Number(match[2]) }) : t('cabin.other');
}

/** The name of a meal from its tariff code; codes without a text of their own are called a meal. */
export function mealName(code: string, locale: Locale): string {
  const t = translator(locale, 'pricing');
  return t.has(`meal.${code}`) ? t(`meal.${code}`) : t('meal.other');
}

/** What a line of a quote is called: « Adultes », « Cabine intérieure, 4 lits », « Taxes de port ». Without quantity or price. */
export function lineLabel(line: QuoteLine, locale: Locale): string {
  const t = translator(locale, 'pricing');
  const name = t(`line.${line.code}`, { quantity: line.quantity });
  if (line.code === 'cabin' && line.detail) return `${name} · ${cabinName(line.detail, locale)}`;
  if (line.code === 'vehicle-accessory' && line.detail) return t(`accessory.${line.detail}`);
  if (line.code === 'meal' && line.detail) return mealName(line.detail, locale);
  return name;
}

/** A line with how it is made: « 2 adultes × 159,00 € », « Taxes de port, 3 × 15,00 € », « Voiture ». */
export function lineText(line: QuoteLine, locale: Locale): string {
  const label = lineLabel(line, locale);
  const unit = formatCents(line.unitCents, locale);
  if (line.code.startsWith('fare-'))
    return `${line.quantity} ${label.toLocaleLowerCase(locale)}\u00a0×\u00a0${unit}`;
  return line.quantity === 1 ? label : `${label}, ${line.quantity}\u00a0×\u00a0${unit}`;
}
