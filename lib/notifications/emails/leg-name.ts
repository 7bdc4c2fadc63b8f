import type { Translator } from '@/lib/i18n/translator';

/** « Aller » and « Retour », or « Traversée » where there is one. */
export function legName(position: number, legs: number, t: Translator): string {
  if (legs === 1) return t('leg.single');
  return t(position === 0 ? 'leg.outbound' : 'leg.inbound');
}
