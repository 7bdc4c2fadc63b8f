import { useTranslations } from 'next-intl';
import { isOvernight } from '@/components/booking/comfort';
import { shortDay } from '@/components/booking/trip-labels';
import { formatDay } from '@/lib/i18n/format';
import type { HoldLegView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';

interface LegHeadingProps {
  readonly leg: HoldLegView;
  readonly count: number;
  readonly locale: Locale;
  readonly about: string;
}

/** Which crossing a part of the page is about: « Aller, nuit du 14 juillet ». */
export function LegHeading({ leg, count, locale, about }: LegHeadingProps) {
  const t = useTranslations('booking.leg');
  const way = count === 1 ? 'only' : leg.position === 0 ? 'out' : 'back';
  const when = isOvernight(leg) ? 'night' : 'day';
  const day = isOvernight(leg) ? shortDay(leg.departsAt, locale) : formatDay(leg.departsAt, locale, 'medium');
  return (
    <div className="legh">
      <div>
        <h2 id={`leg-${leg.position}`}>{t(`${way}-${when}`, { day })}</h2>
        <p className="small muted">
          {leg.operator.name}, {leg.ship.name} · {about}
        </p>
      </div>
    </div>
  );
}
