import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { LiveAvailability } from '@/components/live/live-availability';
import { ChoiceBar } from '@/components/search/choice-bar';
import { ChoiceSide } from '@/components/search/choice-side';
import { FilterBar } from '@/components/search/filter-bar';
import { filterView } from '@/components/search/filter-view';
import { SearchForm } from '@/components/search/search-form';
import { Icon } from '@/components/ui/icon';
import { formatDay } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import { guestContext } from '@/lib/platform/context';
import { env } from '@/lib/platform/env';
import { parseFilters, withFilters } from '@/lib/search/filter-url-rules';
import type { SearchQuery } from '@/lib/search/types';
import { searchHref, searchPath } from '@/lib/search/url';
import { sailingsOf } from '@/lib/search/way-rules';
import { Co2Note } from './co2-note';
import { formOf } from './form-of';
import { LegResults } from './leg-results';
import { partyText } from './party-text';
import { tripSailings } from './trip-sailings';
import '../../styles/home.css';
import '../../styles/search.css';

const REFUSALS = [
  'sold-out',
  'sailing-departed',
  'check-in-closed',
  'sailing-cancelled',
  'transfer-too-short',
  'invalid-input',
  'unknown-sailing',
] as const;

interface ResultsProps {
  readonly locale: Locale;
  readonly query: SearchQuery;
  readonly today: string;
  /** The filters of the address, written in the one way. */
  readonly filters?: string;
}

/**
 * The results of a search, for two addresses: the kept page, and those with filters, which are made per request.
 * The sailings: outbound, then return, each with its neighbours in time; one form chooses.
 */
export async function Results({ locale, query, today, filters = '' }: ResultsProps) {
  setRequestLocale(locale);
  const [t, ports, who, found] = await Promise.all([
    getTranslations('search'),
    listPorts(),
    partyText(query.party, locale),
    tripSailings(guestContext(locale), query),
  ]);
  const view = filterView(
    found.map(({ offers }) => offers),
    parseFilters(filters),
    { locale, href: searchHref(locale, query) },
  );
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  const { outbound, inbound } = query;
  const [fromName, toName] = [nameOf(outbound.from), nameOf(outbound.to)];
  const path = searchPath(query);
  const watched = new Set(
    found
      .flatMap(({ offers }) => offers.flatMap(sailingsOf))
      .map(({ from, to, departsAt }) => `${from}-${to} ${departsAt.slice(0, 10)}`),
  );
  const title = `${fromName}\u00a0– ${toName}`;
  const days = inbound
    ? t('days.both', {
        out: formatDay(outbound.date, locale),
        back: formatDay(inbound.date, locale),
      })
    : t('days.one', { out: formatDay(outbound.date, locale) });
  return (
    <>
      <SiteHeader current="search" path={withFilters(`/search${path}`, filters)} />
      <main id="contenu">
        <div className="wrap trip">
          <div className="stack trip__txt">
            <h1>{title}</h1>
            <p className="muted small trip__facts">
              <span>{days}</span> <span>{who}</span>
            </p>
          </div>
          {view && <FilterBar view={view} query={filters} />}
          <details className="edit">
            <summary className="btn">
              <Icon name="edit" />
              {t('edit')}
            </summary>
            <SearchForm values={formOf(query, ports, locale)} ports={ports} today={today} />
          </details>
        </div>
        <div className="wrap">
          {REFUSALS.map((code) => (
            <p key={code} id={`refus-${code}`} className="refusal" role="alert">
              <Icon name="warning" />
              {t(`refused.${code}`)}
            </p>
          ))}
        </div>
        <form id="choix" className="wrap choice" method="post" action={`/${locale}/search/choose`}>
          <input type="hidden" name="search" value={path} />
          <input type="hidden" name="filters" defaultValue={filters} />
          <div className="choice__legs">
            {found.map((each, leg) => (
              <LegResults
                key={each.asked.date + each.asked.from}
                locale={locale}
                query={query}
                leg={leg === 0 ? 0 : 1}
                today={today}
                ports={ports}
                found={each}
                view={view}
                filters={filters}
              />
            ))}
            {found.some(({ offers }) => offers.length > 0) && <Co2Note locale={locale} />}
          </div>
          <ChoiceSide
            form="choix"
            legs={inbound ? 2 : 1}
            locale={locale}
            texts={{
              label: t('bar.side'),
              legs: [t('leg.outbound'), t('leg.inbound')],
              none: t(inbound ? 'bar.missingOutbound' : 'bar.chooseOne'),
              total: t('bar.trip'),
            }}
          />
        </form>
        {env.REALTIME_URL && watched.size > 0 && (
          <LiveAvailability url={env.REALTIME_URL} days={[...watched].join(',')} />
        )}
        <ChoiceBar
          form="choix"
          legs={inbound ? 2 : 1}
          locale={locale}
          path={path}
          title={`${title}, ${formatDay(outbound.date, locale)}`}
          texts={{
            chooseOutbound: t(inbound ? 'bar.missingOutbound' : 'bar.chooseOne'),
            chooseReturn: t('bar.missingReturn'),
            outbound: t('bar.outbound'),
            total: t('bar.total'),
            toReturn: t('bar.chooseReturn'),
            go: t('bar.go'),
            going: t('bar.going'),
          }}
        />
      </main>
      <SiteFooter year={Number(today.slice(0, 4))} />
    </>
  );
}
