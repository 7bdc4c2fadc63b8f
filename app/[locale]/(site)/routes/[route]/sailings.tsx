import { getTranslations } from 'next-intl/server';
import { Timetable, type TimetableRow } from '@/components/landing/timetable';
import type { Locale } from '@/lib/kernel/locale';
import { ONE_ADULT } from '@/lib/sailings/price-queries';
import { searchHref } from '@/lib/search/url';
import type { LinePage } from './line';

/** The next sailings, and a week of July. */
export async function Sailings({ line, locale }: { readonly line: LinePage; readonly locale: Locale }) {
  const t = await getTranslations('line.next');
  const { route, network, facts } = line;
  const texts = {
    day: t('day'),
    ship: t('ship'),
    departs: t('departs'),
    arrives: t('arrives'),
    price: t('price'),
    full: t('full'),
  };
  const table = (caption: string, rows: readonly TimetableRow[]) => (
    <Timetable
      caption={caption}
      rows={rows}
      locale={locale}
      texts={texts}
      nameOf={(row) =>
        `${network.operators.get(row.operatorCode)?.name}, ${network.ships.get(row.shipCode)?.name}`
      }
      hrefOf={(row) =>
        searchHref(locale, {
          outbound: { from: route.from, to: route.to, date: row.day },
          inbound: null,
          party: ONE_ADULT,
        })
      }
    />
  );
  return (
    <section className="stack" aria-labelledby="l-n">
      <h2 id="l-n">{t('title')}</h2>
      {facts.next.length > 0 ? table(t('title'), facts.next) : <p>{t('none')}</p>}
      {facts.july.length > 0 && (
        <>
          <h3>{t('july', { year: facts.july[0]?.day.slice(0, 4) ?? '' })}</h3>
          {table(t('july', { year: facts.july[0]?.day.slice(0, 4) ?? '' }), facts.july)}
        </>
      )}
      <p className="xs muted">{t('local')}</p>
    </section>
  );
}
