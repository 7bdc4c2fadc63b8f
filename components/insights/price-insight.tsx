import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatDay } from '@/lib/i18n/format';
import { levelOf } from '@/lib/insights/standing-rules';
import type { PriceInsight as Insight } from '@/lib/insights/types';
import type { Locale } from '@/lib/kernel/locale';
import { PriceChart } from './price-chart';
import './insight.css';

interface PriceInsightProps {
  /** Null draws nothing: there is nothing to say. */
  readonly insight: Insight | null;
  /** Names the heading on a page with several. */
  readonly id: string;
}

/** How the price of a departure moved, where it stands and what to do, with what that rests on. */
export function PriceInsight({ insight, id }: PriceInsightProps) {
  const t = useTranslations('insights');
  const locale = useLocale() as Locale;
  if (!insight) return null;
  const { now, low, high, standing, advice, seenDays } = insight;
  const cents = (amount: number) => formatCents(amount, locale);
  const key = [
    { name: 'now', price: now },
    { name: 'low', price: low },
    { name: 'high', price: high },
  ] as const;
  return (
    <section className="card insight" aria-labelledby={id}>
      <div className="insight__head">
        <h3 id={id}>{t('title')}</h3>
        <p className="xs muted">{t('what')}</p>
      </div>
      {advice && (
        <div className="insight__advice">
          <p className="insight__word">{t(`advice.${advice.kind}.title`)}</p>
          <p className="small">
            {t(`advice.${advice.kind}.reason`, {
              departures: advice.departures,
              days: advice.days,
              fell: advice.fell,
              amount: cents(Math.abs(advice.meanGainCents)),
            })}
          </p>
        </div>
      )}
      {standing && (
        <p className="small">
          <b>{t(`level.${levelOf(standing)}`)}</b>{' '}
          {t('standing', {
            dearer: standing.dearer,
            departures: standing.departures,
            median: cents(standing.medianCents),
          })}
        </p>
      )}
      <PriceChart insight={insight} />
      <dl className="insight__key small">
        {key.map(({ name, price }) => (
          <div key={name} className={`insight__${name}`}>
            <dt className="muted">{t(name)}</dt>
            <dd>
              <b>{cents(price.cents)}</b>
              {name !== 'now' && (
                <span className="xs muted">
                  {' '}
                  {price.day === now.day
                    ? t('today')
                    : t('onDay', { day: formatDay(price.day, locale, 'numeric') })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <details className="insight__table">
        <summary>
          {t('table.open')}
          <Icon name="chevron-down" className="i--s" />
        </summary>
        <Runs insight={insight} />
      </details>
      <p className="xs muted">{t('basis', { days: seenDays, departures: standing?.departures ?? 0 })}</p>
    </section>
  );
}

/** What the chart is drawn from. */
function Runs({ insight: { runs } }: { readonly insight: Insight }) {
  const t = useTranslations('insights.table');
  const locale = useLocale() as Locale;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('until')}</th>
          <th scope="col">{t('price')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ observedFrom, observedUntil, cents }) => (
          <tr key={observedFrom}>
            <td>{formatDay(observedFrom, locale, 'numeric')}</td>
            <td>{formatDay(observedUntil, locale, 'numeric')}</td>
            <td>{cents === null ? t('soldOut') : formatCents(cents, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
