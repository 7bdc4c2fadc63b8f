import { getTranslations } from 'next-intl/server';
import { MonthsChart } from '@/components/landing/months-chart';
import { formatCents, formatDay, formatMonth } from '@/lib/i18n/format';
import { localDateOf } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { ONE_ADULT } from '@/lib/sailings/price-queries';
import { calendarHref } from '@/lib/search/calendar-rules';
import type { LinePage } from './line';

interface SectionProps {
  readonly line: LinePage;
  readonly locale: Locale;
}

/** The lowest price of each month, and what the sea costs in the dearest. */
export async function Prices({ line, locale }: SectionProps) {
  const t = await getTranslations('line.months');
  const { route, months, prices, at } = line;
  if (!prices) return null;
  const { low, high } = prices;
  const name = (month: string) => formatMonth(month, locale);
  return (
    <section className="stack" aria-labelledby="l-m">
      <div>
        <h2 id="l-m">{t('title')}</h2>
        <p className="muted">
          {t('lead', { day: formatDay(localDateOf(at, line.from.timeZone), locale, 'numeric') })}
        </p>
      </div>
      <MonthsChart
        months={months}
        locale={locale}
        label={t('label')}
        texts={{ none: t('none'), lowest: t('lowest'), highest: t('highest') }}
        hrefOf={({ month, day }) =>
          calendarHref(
            locale,
            {
              outbound: { from: route.from, to: route.to, date: day ?? `${month}-01` },
              inbound: null,
              party: ONE_ADULT,
            },
            { kind: 'month', leg: 0, month },
          )
        }
      />
      <p className="small">
        {low.totalCents === high.totalCents
          ? t('flat')
          : t('text', {
              low: name(low.month),
              high: name(high.month),
              more: formatCents(high.totalCents - low.totalCents, locale, { whole: true }),
            })}
      </p>
    </section>
  );
}
