import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatDay } from '@/lib/i18n/format';
import { addDays, daysBetween } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { listRoutes } from '@/lib/network/queries';
import type { Port } from '@/lib/network/types';
import { guestContext } from '@/lib/platform/context';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import type { PartyItems } from '@/lib/pricing/types';
import { dayTag } from '@/lib/sailings/page-tag-rules';
import { cheapestByDay } from '@/lib/sailings/price-queries';
import { nextSailingDays } from '@/lib/sailings/queries';
import type { DayPrice } from '@/lib/sailings/types';
import type { LegQuery, SearchQuery } from '@/lib/search/types';
import { searchHref } from '@/lib/search/url';
import { wayDaysTags } from '@/lib/search/way-tag-rules';
import { cheapestWays, linePairs, wayLines } from '@/lib/search/ways';

/** As many days are offered instead, and for two ships this many on each side are looked through. */
const SHOWN_DAYS = 4;
const LOOKED_AROUND = 21;

interface NothingFoundProps {
  readonly locale: Locale;
  readonly query: SearchQuery;
  readonly leg: 0 | 1;
  readonly ports: readonly Port[];
  readonly hrefOn: (day: string) => string;
}

/** No sailing that day: the nearest days with their prices; no way there: the lines from and to the same ports. */
export async function NothingFound({ locale, query, leg, ports, hrefOn }: NothingFoundProps) {
  const t = await getTranslations('search.nothing');
  const asked = leg === 0 ? query.outbound : (query.inbound ?? query.outbound);
  const [routes, pairs] = await Promise.all([listRoutes(), linePairs(asked)]);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  const isIndirect = pairs.length > 0;
  if (isIndirect || routes.some((route) => route.id === `${asked.from}-${asked.to}`)) {
    const days = isIndirect
      ? await nearWays(locale, asked, query.party)
      : await nearDays(locale, asked, query.party);
    return (
      <div className="card card--flat stack">
        <h3>{t(isIndirect ? 'way.title' : 'day.title', { day: formatDay(asked.date, locale, 'medium') })}</h3>
        {days.length > 0 ? <p>{t('day.text')}</p> : <p>{t(isIndirect ? 'way.none' : 'day.none')}</p>}
        <ul className="row">
          {days.map(({ day, totalCents }) => (
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

/** The nearest days on which the line is sailed, with their lowest price. */
async function nearDays(
  locale: Locale,
  { from, to, date }: LegQuery,
  party: PartyItems,
): Promise<DayPrice[]> {
  const { now } = guestContext(locale);
  const id = `${from}-${to}`;
  const days = await nextSailingDays(id, date, SHOWN_DAYS, now);
  await tagPage(days.map((day) => dayTag(id, day)));
  return (await Promise.all(days.map((day) => cheapestByDay(id, day, 1, party, now)))).flat();
}

/** The nearest days on which one can go by two ships. */
async function nearWays(locale: Locale, asked: LegQuery, party: PartyItems): Promise<DayPrice[]> {
  const lines = await wayLines(asked);
  const first = addDays(asked.date, -LOOKED_AROUND);
  const prices = await cheapestWays(guestContext(locale), asked, first, 2 * LOOKED_AROUND + 1, party);
  const distance = ({ day }: DayPrice) => Math.abs(daysBetween(asked.date, day));
  const days = prices
    .filter(({ totalCents }) => totalCents !== null)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, SHOWN_DAYS)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const { day } of days) await tagPage(wayDaysTags(lines, day, 1));
  return days;
}
