import { translator } from '@/lib/i18n/translator';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { Locale } from '@/lib/kernel/locale';

/** « Aller », « Retour », « Aller, 1re traversée »; « Traversée » where there is one. */
export function legName(position: number, legs: Parameters<typeof legPlace>[0], locale: Locale): string {
  return translator(locale, 'legs')(legPlace(legs, position));
}
