import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { Icon } from '@/components/ui/icon';
import { localDateOf } from '@/lib/kernel/dates';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import { now } from '@/lib/platform/clock';
import {
  type CalendarView,
  calendarHref,
  calendarPath,
  isMonthOpen,
  monthOf,
  parseCalendarPath,
} from '@/lib/search/calendar-rules';
import { withFilters } from '@/lib/search/filter-url-rules';
import type { SearchQuery } from '@/lib/search/types';
import { searchHref, searchPath } from '@/lib/search/url';
import { lineAddress } from '@/lib/seo/line-address';
import { partyText } from '../party-text';
import { paramsOfPath, readSearch } from '../read-search';
import { AroundCard } from './around-card';
import { MonthCard } from './month-card';
import '../../../styles/calendar.css';

export interface CalendarParams {
  readonly locale: string;
  /** The segments that `calendarPath` writes. */
  readonly view: readonly string[];
}

interface Asked {
  readonly locale: Locale;
  readonly query: SearchQuery;
  readonly view: CalendarView;
  readonly today: string;
}

/** The calendar of the path; a search that cannot be answered goes to its form, a closed month to its results. */
export async function readCalendar({ locale, view: segments }: CalendarParams): Promise<Asked> {
  const asked = parseCalendarPath(segments);
  if (!isLocale(locale) || !asked) notFound();
  const today = localDateOf(now(), 'Europe/Paris');
  const given = paramsOfPath(searchPath(asked.query).split('/').slice(1));
  if (!readSearch(Object.fromEntries(given), await listPorts(), today).ok)
    redirect(`/${locale}/search?${given}`);
  if (asked.view.kind === 'month' && !isMonthOpen(asked.view.month, today))
    redirect(searchHref(locale, asked.query));
  return { locale, ...asked, today };
}

/** The title of a calendar; filters do not change it. */
export async function calendarMetadata(params: CalendarParams): Promise<Metadata> {
  const { locale, query, view } = await readCalendar(params);
  const [t, ports] = await Promise.all([getTranslations({ locale, namespace: 'calendar' }), listPorts()]);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  const leg = view.kind === 'month' && view.leg === 1 ? query.inbound : query.outbound;
  const { from, to } = leg ?? query.outbound;
  const line = await lineAddress(from, to, locale);
  const ends = { from: nameOf(from), to: nameOf(to) };
  return {
    title: t('title', ends),
    description: t('metaDescription', ends),
    robots: { index: false, follow: true },
    ...(line && { alternates: { canonical: line } }),
  };
}

/**
 * The price of each day around a search: a month of one leg, or return trips on the days around both dates.
 * `filters` of the results it came from change no price here; they lead back to them.
 */
export async function Calendar({
  locale,
  query,
  view,
  today,
  filters = '',
}: Asked & { readonly filters?: string }) {
  setRequestLocale(locale);
  const [t, ports, who] = await Promise.all([
    getTranslations('calendar'),
    listPorts(),
    partyText(query.party, locale),
  ]);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  const leg = view.kind === 'month' && view.leg === 1 ? query.inbound : query.outbound;
  const { from, to } = leg ?? query.outbound;
  return (
    <>
      <SiteHeader current="search" path={withFilters(calendarPath(query, view), filters)} />
      <main id="contenu" className="wrap cal">
        <p className="cal__back">
          <a className="btn btn--quiet" href={withFilters(searchHref(locale, query), filters)}>
            <Icon name="chevron-left" className="i--s" />
            {t('back')}
          </a>
        </p>
        <div className="cal__h">
          <div className="stack stack--1">
            <h1>{t('title', { from: nameOf(from), to: nameOf(to) })}</h1>
            <p className="muted">{t('lead', { party: who })}</p>
          </div>
          {query.inbound && <Tabs locale={locale} query={query} view={view} filters={filters} />}
        </div>
        {view.kind === 'month' ? (
          <MonthCard
            locale={locale}
            query={query}
            leg={view.leg}
            month={view.month}
            today={today}
            filters={filters}
          />
        ) : (
          <AroundCard locale={locale} query={query} filters={filters} />
        )}
      </main>
      <SiteFooter year={Number(today.slice(0, 4))} />
    </>
  );
}

/** Out, back, or both with some days of play. */
async function Tabs({ locale, query, view, filters }: Omit<Asked, 'today'> & { readonly filters: string }) {
  const t = await getTranslations('calendar');
  const legs = [query.outbound, query.inbound ?? query.outbound] as const;
  const tabs: readonly (readonly [label: string, to: CalendarView])[] = [
    [t('tabs.outbound'), { kind: 'month', leg: 0, month: monthOf(legs[0].date) }],
    [t('tabs.inbound'), { kind: 'month', leg: 1, month: monthOf(legs[1].date) }],
    [t('tabs.around'), { kind: 'around' }],
  ];
  const isShown = (to: CalendarView) =>
    to.kind === 'month' ? view.kind === 'month' && view.leg === to.leg : view.kind === 'around';
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      {tabs.map(([label, to]) => (
        <a
          key={label}
          href={withFilters(calendarHref(locale, query, to), filters)}
          aria-current={isShown(to) ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
