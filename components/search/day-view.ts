import { formatCents, formatDay } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';

/** What is known of a day for the party that asks. */
export interface StripDay {
  readonly day: string;
  /** Where the day leads; null for days that are over. */
  readonly href: string | null;
  /** Lowest total of the party; null when it cannot be booked. */
  readonly totalCents: number | null;
  readonly sailings: number;
  readonly current: boolean;
}

/** A day of the strip in words. */
export interface DayView {
  readonly day: string;
  readonly name: string;
  /** Null where the day leads nowhere: it is over, or nothing sails. */
  readonly href: string | null;
  readonly price: string | null;
  /** Why there is no price. */
  readonly why: string;
  readonly past: boolean;
  readonly current: boolean;
  readonly lowest: boolean;
}

/** The days in words; the chosen one is a link even where nothing sails, and the lowest price is marked. */
export function dayViews(days: readonly StripDay[], locale: Locale): DayView[] {
  const t = translator(locale, 'search.days');
  const prices = days.flatMap(({ href, totalCents }) => (href && totalCents !== null ? [totalCents] : []));
  const lowest = Math.min(...prices);
  return days.map(({ day, href, totalCents, sailings, current }) => ({
    day,
    name: formatDay(day, locale, 'short'),
    href: sailings === 0 && !current ? null : href,
    price: totalCents === null ? null : formatCents(totalCents, locale, { whole: true }),
    why: href === null ? t('past') : sailings === 0 ? t('none') : t('full'),
    past: href === null,
    current,
    lowest: href !== null && totalCents === lowest,
  }));
}
