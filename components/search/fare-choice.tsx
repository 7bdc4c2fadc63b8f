import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatDay, formatTime } from '@/lib/i18n/format';
import { lineText } from '@/lib/i18n/quote-lines';
import type { Locale } from '@/lib/kernel/locale';
import type { FareOffer, SailingOffer } from '@/lib/search/types';
import { sumId } from './sum-id';

interface FareChoiceProps {
  readonly offer: SailingOffer;
  /** Position of the leg: names the radio buttons of its list. */
  readonly leg: number;
}

/** The fare families of a sailing side by side: total first, then per adult, then what it allows. */
export function FareChoice({ offer, leg }: FareChoiceProps) {
  const t = useTranslations('search.fares');
  const locale = useLocale() as Locale;
  return (
    <div className="fold">
      <fieldset className="fares">
        <legend className="sr">
          {t('legend', { operator: offer.operator.name, time: offer.departsAt.slice(11, 16) })}
        </legend>
        {offer.fares.map((fare) => (
          <label className="fare" key={fare.family}>
            <input
              type="radio"
              name={`leg${leg}`}
              value={`${offer.id}|${fare.family}`}
              data-cents={fare.totalCents}
              data-name={`${offer.operator.name} · ${t(fare.family)}`}
              data-when={`${formatDay(offer.departsAt, locale)}, ${formatTime(offer.departsAt)}`}
            />
            <span className="fare__n">{t(fare.family)}</span>
            <span className="price price--m">{formatCents(fare.totalCents, locale)}</span>
            <span className="xs muted">
              <span className="nb">{formatCents(fare.perAdultCents, locale)}</span>{' '}
              <span className="nb">{t('perAdult')}</span>
            </span>
            <Conditions fare={fare} />
          </label>
        ))}
      </fieldset>
      <Breakdown offer={offer} />
    </div>
  );
}

/** Whether it can be changed and what comes back, from the operator's own grid. */
function Conditions({ fare }: { readonly fare: FareOffer }) {
  const t = useTranslations('search.fares');
  const locale = useLocale() as Locale;
  const { changeFeeCents } = fare.conditions;
  const best = fare.cancellation[0];
  const back = best ? 100 - best.keptPercent : 0;
  const refundable = fare.conditions.refundable && best !== undefined && back > 0;
  return (
    <ul className="ticks">
      <li className={changeFeeCents === null ? 'no' : undefined}>
        <Icon name={changeFeeCents === null ? 'close' : 'check'} />
        {changeFeeCents === null
          ? t('noChange')
          : changeFeeCents === 0
            ? t('freeChange')
            : t('change', {
                fee: formatCents(changeFeeCents, locale, { whole: changeFeeCents % 100 === 0 }),
              })}
      </li>
      <li className={refundable ? undefined : 'no'}>
        <Icon name={refundable ? 'check' : 'close'} />
        {refundable
          ? best.hoursBefore >= 48
            ? t('refundDays', { percent: back, days: Math.ceil(best.hoursBefore / 24) })
            : t('refundHours', { percent: back, hours: best.hoursBefore })
          : t('noRefund')}
      </li>
    </ul>
  );
}

/** How the total of each family is made, line by line. */
function Breakdown({ offer }: { readonly offer: SailingOffer }) {
  const t = useTranslations('search.fares');
  const locale = useLocale() as Locale;
  return (
    <details className="breakdown">
      <summary className="small">
        {t('breakdown')}
        <Icon name="chevron-down" className="i--s" />
      </summary>
      <div className="breakdown__cols">
        {offer.fares.map((fare) => (
          <div key={fare.family}>
            <h4 className="small">{t(fare.family)}</h4>
            <dl className="sum" id={sumId(`${offer.id}|${fare.family}`)}>
              {fare.lines.map((line) => (
                <div key={`${line.code}-${line.detail ?? ''}`}>
                  <dt>{lineText(line, locale)}</dt>
                  <dd>{formatCents(line.totalCents, locale)}</dd>
                </div>
              ))}
              <div className="is-total">
                <dt>{t('total')}</dt>
                <dd>{formatCents(fare.totalCents, locale)}</dd>
              </div>
            </dl>
          </div>
        ))}
      </div>
    </details>
  );
}
