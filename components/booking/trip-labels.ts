import { formatDay } from '@/lib/i18n/format';
import type { Locale, Localized } from '@/lib/kernel/locale';

/** Names of ports by code; a code without a name stands for itself. */
export type PortNames = ReadonlyMap<string, Localized>;

export function portName(ports: PortNames, code: string, locale: Locale): string {
  return ports.get(code)?.[locale] ?? code;
}

/** A day without its year, where the page says elsewhere which one: `14 juillet`. */
export function shortDay(iso: string, locale: Locale): string {
  return formatDay(iso, locale, 'numeric').replace(/[\s\u00a0]\d{4}$/, '');
}
