import { useLocale, useTranslations } from 'next-intl';
import { formatDay, formatDuration, formatTime } from '@/lib/i18n/format';
import { daysBetween } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';

interface CrossingProps {
  /** ISO instants with the offset of their port. */
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly durationMinutes: number;
  readonly fromName: string;
  readonly toName: string;
}

/** The sign of the house: an hour, a waterline with a small ship, an hour; local time at both ends. */
export function Crossing({ departsAt, arrivesAt, durationMinutes, fromName, toName }: CrossingProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('ui');
  const nights = daysBetween(departsAt.slice(0, 10), arrivesAt.slice(0, 10));
  return (
    <div className="cross">
      <p className="cross__end">
        <time dateTime={departsAt}>{formatTime(departsAt)}</time>
        <span>{fromName}</span>
        <small>{formatDay(departsAt, locale)}</small>
      </p>
      <div>
        <div className="cross__line">
          <svg className="cross__ship" viewBox="0 0 38 24" aria-hidden="true">
            <path className="f" d="M9 9V2h5v7z" />
            <path d="M5 13V9h20l5 4zM0 14h38l-5 8.5Q32 24 30 24H6q-2 0-2.800-1.800z" />
          </svg>
        </div>
        <p className="cross__mid">
          {t('crossing.direct', { duration: formatDuration(durationMinutes, locale) })}
        </p>
      </div>
      <p className="cross__end">
        <span className="cross__day">
          <time dateTime={arrivesAt}>{formatTime(arrivesAt)}</time>
          {nights > 0 && <b>{t('crossing.daysLater', { days: nights })}</b>}
        </span>
        <span>{toName}</span>
        <small>{formatDay(arrivesAt, locale)}</small>
      </p>
    </div>
  );
}
