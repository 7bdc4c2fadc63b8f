import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Funnel } from '@/components/search/funnel';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatClock, formatDay } from '@/lib/i18n/format';
import type { HoldView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { PriceLines } from './price-lines';
import { type PortNames, portName } from './trip-labels';

interface SummaryProps {
  readonly hold: Pick<HoldView, 'legs' | 'quote'>;
  readonly ports: PortNames;
  /** What a step has to say beside the price, such as whether everybody has a bed. */
  readonly children?: ReactNode;
}

/** The trip and its price beside every step, on wide screens. */
export function TripSummary({ hold, ports, children }: SummaryProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking');
  return (
    <aside className="aside--d" aria-label={t('summary.label')}>
      <div className="card stack">
        <h2 className="h-card">{t('summary.title')}</h2>
        {hold.legs.map((leg) => (
          <div key={leg.position} className="leg">
            <div className="op">
              <Funnel operator={leg.operator.code} />
              <p>
                <b>
                  {portName(ports, leg.from, locale)} – {portName(ports, leg.to, locale)}
                </b>
                <small className="xs">
                  {leg.operator.name} · {formatDay(leg.departsAt, locale)},{' '}
                  {formatClock(leg.departsAt, locale)}
                </small>
              </p>
            </div>
          </div>
        ))}
        <div className="perf perf--close" />
        <PriceLines legs={hold.legs} quote={hold.quote} />
        <p className="xs muted">{t('summary.included')}</p>
        {children}
      </div>
    </aside>
  );
}

/** The total at the foot of a phone; the detail opens above it. */
export function SummaryBar({ hold }: Pick<SummaryProps, 'hold'>) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking');
  return (
    <div className="bar bar--m">
      <details className="barsum">
        <summary className="wrap">
          <span>
            <small>{t('summary.bar')}</small>
            <span className="price">{formatCents(hold.quote.totalCents, locale)}</span>
          </span>
          <span className="barsum__d">{t('summary.detail')}</span>
          <Icon name="chevron-up" />
        </summary>
        <div className="sheet">
          <PriceLines legs={hold.legs} quote={hold.quote} />
        </div>
      </details>
    </div>
  );
}
