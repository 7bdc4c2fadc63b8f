import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import { transfersOf } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import type { CancellationStep } from '@/lib/network/types';
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
          <div key={leg.position} className="stack stack--0">
            <h3 className="h-small">
              {portName(ports, leg.from, locale)} – {portName(ports, leg.to, locale)}, {leg.operator.name},{' '}
              {families(leg.fareFamily)}
            </h3>
            <ul className="small muted stack stack--0">
              <li>
                {changeFeeCents === null
                  ? t('noChange')
                  : changeFeeCents === 0
                    ? t('freeChange')
                    : t('change', { fee: formatCents(changeFeeCents, locale) })}
              </li>
              <li>{leg.conditions.refundable ? gridText(leg.cancellation, t) : t('notRefundable')}</li>
            </ul>
          </div>
        );
      })}
      {transfersOf(legs).length > 0 && <p className="small">{t('transfer')}</p>}
      <details className="terms">
        <summary className="small">
          {t('more')}
          <Icon name="chevron-down" />
        </summary>
        <ul className="small muted stack stack--1">
          {(['withdrawal', 'operator', 'documents', 'checkIn', 'rights', 'data'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** A cancellation grid in one sentence, longest notice first. */
function gridText(grid: readonly CancellationStep[], t: ReturnType<typeof useTranslations>): string {
  const parts = grid.map(({ hoursBefore, keptPercent: percent }) => {
    if (hoursBefore === 0) return t(grid.length === 1 ? 'gridOnly' : 'gridLast', { percent });
    const unit = hoursBefore > 72 ? 'days' : 'hours';
    return t('gridStep', { unit, days: Math.floor(hoursBefore / 24), hours: hoursBefore, percent });
  });
  return t('grid', { steps: parts.join(t('gridJoin')) });
}
