import { useTranslations } from 'next-intl';
import { isOvernight } from '@/components/booking/comfort';
import { portName, shortDay } from '@/components/booking/trip-labels';
import { formatDay } from '@/lib/i18n/format';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { StepData } from './step';

interface LegHeadingProps {
  readonly leg: HoldLegView;
  readonly data: Pick<StepData, 'hold' | 'locale' | 'portNames'>;
  readonly about: string;
}

/** Which crossing a part of the page is about: « Aller, nuit du 14 juillet »; with its ports where one changes ships. */
export function LegHeading({ leg, data: { hold, locale, portNames }, about }: LegHeadingProps) {
  const t = useTranslations('booking.leg');
  const names = useTranslations('legs');
  const place = legPlace(hold.legs, leg.position);
  const ports = `${portName(portNames, leg.from, locale)}\u00a0– ${portName(portNames, leg.to, locale)}`;
  const when = isOvernight(leg) ? 'night' : 'day';
  const day = isOvernight(leg) ? shortDay(leg.departsAt, locale) : formatDay(leg.departsAt, locale, 'medium');
  return (
    <div className="legh">
      <div>
        <h2 id={`leg-${leg.position}`}>
          {place === 'only' ? t(`only-${when}`, { day }) : t(when, { leg: names(place), day })}
        </h2>
        <p className="small muted">
          {/-\d$/.test(place) && `${ports} · `}
          {leg.operator.name}, {leg.ship.name} · {about}
        </p>
      </div>
    </div>
  );
}
