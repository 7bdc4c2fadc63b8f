import { getTranslations } from 'next-intl/server';
import { Timetable } from '@/components/landing/timetable';
import { UsualWeeks } from '@/components/landing/usual-weeks';
import type { Locale } from '@/lib/kernel/locale';
import { ONE_ADULT } from '@/lib/sailings/price-queries';
import { searchHref } from '@/lib/search/url';
import type { LinePage } from './line';

/** The next sailings with their prices, and the usual week of each season. */
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
  const operator = (code: string) => network.operators.get(code)?.name ?? code;
  return (
    <>
      <section className="stack" aria-labelledby="l-n">
        <h2 id="l-n">{t('title')}</h2>
        {facts.next.length > 0 ? (
          <Timetable
            caption={t('title')}
            rows={facts.next}
            locale={locale}
            texts={texts}
            nameOf={(row) => `${operator(row.operatorCode)}, ${network.ships.get(row.shipCode)?.name}`}
            hrefOf={(row) =>
              searchHref(locale, {
                outbound: { from: route.from, to: route.to, date: row.day },
                inbound: null,
                party: ONE_ADULT,
              })
            }
          />
        ) : (
          <p>{t('none')}</p>
        )}
        <p className="xs muted">{t('local')}</p>
      </section>
      {facts.weeks.length > 0 && <UsualWeeks weeks={facts.weeks} operator={operator} />}
    </>
  );
}
