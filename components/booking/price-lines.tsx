import { useLocale, useTranslations } from 'next-intl';
import { formatCents, formatDay } from '@/lib/i18n/format';
import { lineText } from '@/lib/i18n/quote-lines';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import type { Quote } from '@/lib/pricing/types';

interface PriceLinesProps {
  readonly legs: readonly HoldLegView[];
  readonly quote: Quote;
}

/** The whole price, leg by leg and line by line, with the total. */
export function PriceLines({ legs, quote }: PriceLinesProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking');
  const names = useTranslations('legs');
  return (
    <>
      {legs.map((leg) => (
        <div key={leg.position} className="stack stack--1">
          <h3 className="h-small">
            {t('summary.leg', {
              leg: names(legPlace(legs, leg.position)),
              day: formatDay(leg.departsAt, locale, 'medium'),
            })}
          </h3>
          <dl className="sum">
            {quote.lines
              .filter((line) => line.leg === leg.position)
              .map((line) => (
                <div key={`${line.code}-${line.detail ?? ''}-${line.unitCents}`}>
                  <dt>{lineText(line, locale)}</dt>
                  <dd>{formatCents(line.totalCents, locale)}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
      <dl className="sum">
        <div className="is-total">
          <dt>{t('summary.total')}</dt>
          <dd className="price">{formatCents(quote.totalCents, locale)}</dd>
        </div>
      </dl>
    </>
  );
}
