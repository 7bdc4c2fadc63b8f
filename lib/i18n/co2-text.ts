import { FACTORS, type PassengerCo2 } from '@/lib/carbon/passenger-rules';
import type { Locale } from '@/lib/kernel/locale';
import { formatNumber } from './format';
import { translator } from './translator';

/** « 15,6 kg CO2e par passager à pied »: our font has no small 2, pages set it lower. */
export function co2Text({ kgPerPassenger, aboard }: PassengerCo2, locale: Locale): string {
  return translator(locale, 'search.co2')(aboard, { kg: formatNumber(kgPerPassenger, locale) });
}

/** How the figure is worked out, and what it leaves out. */
export function co2Method(locale: Locale): string {
  return translator(locale, 'search.co2')('method', {
    foot: formatNumber(FACTORS.foot, locale, 5),
    vehicle: formatNumber(FACTORS.vehicle, locale, 5),
  });
}
