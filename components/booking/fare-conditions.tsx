import { useLocale, useTranslations } from 'next-intl';
import { formatCents } from '@/lib/i18n/format';
import type { HoldLegView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { type PortNames, portName } from './trip-labels';

interface FareConditionsProps {
  readonly legs: readonly HoldLegView[];
  readonly ports: PortNames;
}

/** What each leg's fare allows, as its operator's data has it, and what the law says of all. */
export function FareConditionsList({ legs, ports }: FareConditionsProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.terms');
  const families = useTranslations('pricing.family');
  return (
    <div className="conds">
      {legs.map((leg) => {
        const { changeFeeCents } = leg.conditions;
        return (
          <div key={leg.position} className="stack" style={{ gap: 4 }}>
            <h3 className="h-small">
              {portName(ports, leg.from, locale)} – {portName(ports, leg.to, locale)}, {leg.operator.name},{' '}
              {families(leg.fareFamily)}
            </h3>
            <ul className="small muted stack" style={{ gap: 2 }}>
              <li>
                {changeFeeCents === null
                  ? t('noChange')
                  : changeFeeCents === 0
                    ? t('freeChange')
                    : t('change', { fee: formatCents(changeFeeCents, locale) })}
              </li>
              <li>
                {leg.conditions.refundable
                  ? leg.cancellation
                      .map((step) =>
                        step.hoursBefore === 0
                          ? t('gridLast', { percent: step.keptPercent })
                          : t('gridStep', {
                              hours: step.hoursBefore,
                              days: Math.floor(step.hoursBefore / 24),
                              unit: step.hoursBefore > 72 ? 'days' : 'hours',
                              percent: step.keptPercent,
                            }),
                      )
                      .join(t('gridJoin'))
                  : t('notRefundable')}
              </li>
            </ul>
          </div>
        );
      })}
      <details className="terms">
        <summary className="small">{t('more')}</summary>
        <ul className="small muted stack stack--1">
          {(['withdrawal', 'operator', 'documents', 'checkIn', 'rights', 'data'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
