import { useLocale, useTranslations } from 'next-intl';
import { formatDay, formatTime } from '@/lib/i18n/format';
import type { HoldLegView } from '@/lib/inventory/views';
import { isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { checkInClosesAt } from '@/lib/network/check-in-rules';
import { minutesAhead } from './travel-times';
import { type PortNames, portName, shortDay } from './trip-labels';

interface TravelDayProps {
  readonly leg: HoldLegView;
  readonly ports: PortNames;
  readonly timeZone: string;
  readonly withVehicle: boolean;
}

/** The day of a crossing step by step, on the clocks of its ports. */
export function TravelDay({ leg, ports, timeZone, withVehicle }: TravelDayProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('trip.day');
  const from = portName(ports, leg.from, locale);
  const to = portName(ports, leg.to, locale);
  const checkIn = isoWithOffset(checkInClosesAt(leg, withVehicle), timeZone);
  const ahead = minutesAhead(leg.departsAt, leg.arrivesAt);
  const nextDay = leg.arrivesAt.slice(0, 10) !== leg.departsAt.slice(0, 10);
  const heading = `day-${leg.position}`;
  return (
    <section className="stack stack--3" aria-labelledby={heading}>
      <h2 id={heading}>{t('title', { day: shortDay(leg.departsAt, locale) })}</h2>
      <ol className="tl">
        <li>
          <time dateTime={checkIn}>{formatTime(checkIn)}</time>
          <div>
            <b>{t('checkIn', { port: from })}</b>
            <p className="small muted">
              {leg.terminal[locale]}. {t(withVehicle ? 'checkInVehicle' : 'checkInFoot')}
            </p>
          </div>
        </li>
        <li className="is-key is-sea">
          <time dateTime={leg.departsAt}>{formatTime(leg.departsAt)}</time>
          <div>
            <b>{t('departure')}</b>
            <p className="small muted">
              {leg.operator.name}, {leg.ship.name}
            </p>
          </div>
        </li>
        <li>
          <time dateTime={leg.arrivesAt}>
            {formatTime(leg.arrivesAt)}
            {nextDay ? <small>{formatDay(leg.arrivesAt, locale)}</small> : null}
          </time>
          <div>
            <b>{t('arrival', { port: to })}</b>
            <p className="small muted">
              {ahead === 0
                ? t('sameClock')
                : t(ahead > 0 ? 'clockAhead' : 'clockBehind', {
                    port: to,
                    hours: Math.abs(ahead) / 60,
                    from,
                  })}
            </p>
          </div>
        </li>
      </ol>
    </section>
  );
}
