import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import type { LiveTexts } from './live-store';

/** The words in which a browser shows what the live channel tells: it has no texts of its own. */
export function liveTexts(locale: Locale): LiveTexts {
  const t = translator(locale, 'search');
  const of = (kind: 'passengers' | 'vehicles' | 'cabins') => ({
    available: t(`left.${kind}.available`),
    one: t(`left.${kind}.limited`, { left: 1 }),
    // None of our languages has more forms than one and many.
    many: t(`left.${kind}.limited`, { left: 2 }).replace('2', '#'),
    full: t(`left.${kind}.full`),
  });
  return {
    left: { passengers: of('passengers'), vehicles: of('vehicles'), cabins: of('cabins') },
    missing: { passengers: t('soldOut.passengers'), vehicles: t('soldOut.vehicles') },
    closed: t('live.closed'),
    back: t('live.back'),
    reload: t('live.reload'),
    none: t('live.none', { what: '%' }),
  };
}
