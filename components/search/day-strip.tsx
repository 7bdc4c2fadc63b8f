import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatDay } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';

import { ShowCurrentDay } from './show-current-day';

export interface StripDay {
  readonly day: string;
  /** Where the day leads; null for days that are over. */
  readonly href: string | null;
  /** Lowest total of the party; null when it cannot be booked. */
  readonly totalCents: number | null;
  readonly sailings: number;
  readonly current: boolean;
}

interface DayStripProps {
  readonly label: string;
  readonly days: readonly StripDay[];
  readonly earlier: string | null;
  readonly later: string;
}

/** The chosen day between its neighbours, each with the lowest total: the same figure as in its list. */
export function DayStrip({ label, days, earlier, later }: DayStripProps) {
  const t = useTranslations('search.days');
  const locale = useLocale() as Locale;
  const prices = days.flatMap((day) => (day.href && day.totalCents !== null ? [day.totalCents] : []));
  const lowest = Math.min(...prices);
  const step = (href: string | null, icon: 'chevron-left' | 'chevron-right', name: string) =>
    href ? (
      <a className="btn btn--icon" href={href} aria-label={name}>
        <Icon name={icon} />
      </a>
    ) : (
      <span />
    );
  return (
    <nav aria-label={label} className="strip">
      <div className="scroller">
        <div className="days">
          {step(earlier, 'chevron-left', t('earlier'))}
          {days.map(({ day, href, totalCents, sailings, current }) => {
            const name = <span>{formatDay(day, locale, 'short')}</span>;
            if (!href)
              return (
                <p key={day} className="days__none is-past">
                  {name}
                  <span className="xs">{t('past')}</span>
                </p>
              );
            if (sailings === 0 && !current) {
              return (
                <p key={day} className="days__none">
                  {name}
                  <span className="xs">{t('none')}</span>
                </p>
              );
            }
            return (
              <a
                key={day}
                href={href}
                aria-current={current ? 'date' : undefined}
                className={totalCents === lowest ? 'low' : undefined}
              >
                {name}
                {totalCents === null ? (
                  <span className="xs">{sailings === 0 ? t('none') : t('full')}</span>
                ) : (
                  <b>{formatCents(totalCents, locale, { whole: true })}</b>
                )}
                {totalCents === lowest && <span className="sr">{t('lowest')}</span>}
              </a>
            );
          })}
          {step(later, 'chevron-right', t('later'))}
        </div>
        <ShowCurrentDay />
      </div>
    </nav>
  );
}
