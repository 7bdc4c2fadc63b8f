import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatDay } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { listRoutes } from '@/lib/network/queries';
import type { Port } from '@/lib/network/types';
import { now } from '@/lib/platform/clock';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { dayTag } from '@/lib/sailings/page-tag-rules';
import { cheapestByDay } from '@/lib/sailings/price-queries';
import { nextSailingDays } from '@/lib/sailings/queries';
import type { SearchQuery } from '@/lib/search/types';
import { searchHref } from '@/lib/search/url';

interface NothingFoundProps {
  readonly locale: Locale;
  readonly query: SearchQuery;
  readonly leg: 0 | 1;
  readonly ports: readonly Port[];
  readonly hrefOn: (day: string) => string;
}

/** No sailing that day: the nearest days with their prices; no such line: the lines from and to the same ports. */
export async function NothingFound({ locale, query, leg, ports, hrefOn }: NothingFoundProps) {
  const t = await getTranslations('search.nothing');
  const asked = leg === 0 ? query.outbound : (query.inbound ?? query.outbound);
  const id = `${asked.from}-${asked.to}`;
  const at = now();
  const routes = await listRoutes();
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  if (routes.some((route) => route.id === id)) {
    const days = await nextSailingDays(id, asked.date, 4, at);
    await tagPage(days.map((day) => dayTag(id, day)));
    const prices = await Promise.all(days.map((day) => cheapestByDay(id, day, 1, query.party, at)));
    return (
      <div className="card card--flat stack">
        <h3>{t('day.title', { day: formatDay(asked.date, locale, 'medium') })}</h3>
        {days.length > 0 ? <p>{t('day.text')}</p> : <p>{t('day.none')}</p>}
        <ul className="row">
          {prices.flat().map(({ day, totalCents }) => (
            <li key={day}>
              <a className="btn" href={hrefOn(day)}>
                {formatDay(day, locale)}
                {totalCents !== null && <b>{formatCents(totalCents, locale, { whole: true })}</b>}
              </a>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  const near = routes.filter((route) => route.from === asked.from || route.to === asked.to).slice(0, 8);
  return (
    <div className="card card--flat stack">
      <h3>{t('line.title', { from: nameOf(asked.from), to: nameOf(asked.to) })}</h3>
      <p>{near.length > 0 ? t('line.text') : t('line.none')}</p>
      <ul className="stack stack--1">
        {near.map((route) => (
          <li key={route.id}>
            <a
              className="near"
              href={searchHref(locale, query, {
                outbound: { from: route.from, to: route.to, date: asked.date },
                inbound: query.inbound && { from: route.to, to: route.from, date: query.inbound.date },
              })}
            >
              {nameOf(route.from)} – {nameOf(route.to)}
              <Icon name="chevron-right" className="i--s" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
