import { getTranslations } from 'next-intl/server';
import { AroundTable } from '@/components/calendar/around-table';
import { addDays } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { guestContext } from '@/lib/platform/context';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { DAYS_AROUND } from '@/lib/search/calendar-rules';
import { withFilters } from '@/lib/search/filter-url-rules';
import { pricesAround } from '@/lib/search/price-calendar';
import type { SearchQuery } from '@/lib/search/types';
import { searchHref } from '@/lib/search/url';
import { wayDaysTags } from '@/lib/search/way-tag-rules';
import { wayLines } from '@/lib/search/ways';

interface AroundCardProps {
  readonly locale: Locale;
  readonly query: SearchQuery;
  /** The filters of the results that it leads to, written in the one way. */
  readonly filters: string;
}

/** Return trips three days around both dates. */
export async function AroundCard({ locale, query, filters }: AroundCardProps) {
  const t = await getTranslations('calendar');
  const { outbound, inbound, party } = query;
  if (!inbound) return null;
  for (const leg of [outbound, inbound])
    await tagPage(wayDaysTags(await wayLines(leg), addDays(leg.date, -DAYS_AROUND), 2 * DAYS_AROUND + 1));
  const rows = await pricesAround(guestContext(locale), { outbound, inbound, party });
  return (
    <section className="card" aria-labelledby="autour">
      <h2 id="autour" className="cal__h2">
        {t('around.title')}
      </h2>
      <p className="small muted">{t('around.text')}</p>
      <section className="scroller cal__box" aria-label={t('tabs.around')}>
        <AroundTable
          caption={t('around.title')}
          rows={rows}
          locale={locale}
          chosen={{ out: outbound.date, back: inbound.date }}
          hrefOn={(out, back) =>
            withFilters(
              searchHref(locale, query, {
                outbound: { ...outbound, date: out },
                inbound: { ...inbound, date: back },
              }),
              filters,
            )
          }
          texts={{
            out: t('tabs.outbound'),
            back: t('tabs.inbound'),
            corner: t('around.corner'),
            lowest: t('around.lowest'),
            why: {
              past: t('past'),
              none: t('none'),
              'sold-out': t('full'),
              'too-early': t('around.tooEarly'),
            },
          }}
        />
      </section>
      <p className="legend">
        <span className="legend__key">{t('around.key')}</span>
      </p>
    </section>
  );
}
