import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { ChoiceBar } from '@/components/search/choice-bar';
import { ChoiceSide } from '@/components/search/choice-side';
import { SearchForm } from '@/components/search/search-form';
import { Icon } from '@/components/ui/icon';
import { formatDay } from '@/lib/i18n/format';
import { localDateOf } from '@/lib/kernel/dates';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import { now } from '@/lib/platform/clock';
import type { SearchQuery } from '@/lib/search/types';
import { parseSearchPath, searchPath } from '@/lib/search/url';
import { lineAddress } from '@/lib/seo/line-address';
import { formOf } from '../form-of';
import { LegResults } from '../leg-results';
import { partyText } from '../party-text';
import { paramsOfPath, readSearch } from '../read-search';
import '../../../styles/home.css';
import '../../../styles/search.css';

/* Kept as a static page for five minutes (docs/search.md). */
export const revalidate = 300;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

interface PageProps {
  /** `trip`: the four segments that `searchPath` writes. */
  readonly params: Promise<{ locale: string; trip: string[] }>;
}

/** The search of the path; one that cannot be answered goes to the form, which says why beside the field. */
async function read(
  params: PageProps['params'],
): Promise<{ locale: Locale; query: SearchQuery; today: string }> {
  const { locale, trip: segments } = await params;
  if (!isLocale(locale) || segments.length !== 4) notFound();
  const today = localDateOf(now(), 'Europe/Paris');
  const given = paramsOfPath(segments);
  const query = parseSearchPath(segments);
  if (!query || !readSearch(Object.fromEntries(given), await listPorts(), today).ok) {
    redirect(`/${locale}/search?${given}`);
  }
  return { locale, query, today };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, query } = await read(params);
  const { from, to, date } = query.outbound;
  const [t, ports, line] = await Promise.all([
    getTranslations({ locale, namespace: 'search' }),
    listPorts(),
    lineAddress(from, to, locale),
  ]);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  return {
    title: t('meta.title', { from: nameOf(from), to: nameOf(to), day: formatDay(date, locale, 'medium') }),
    description: t('meta.description', {
      from: nameOf(from),
      to: nameOf(to),
      day: formatDay(date, locale, 'long'),
      party: await partyText(query.party, locale),
    }),
    robots: { index: false, follow: true },
    ...(line && { alternates: { canonical: line } }),
  };
}

const REFUSALS = [
  'sold-out',
  'sailing-departed',
  'check-in-closed',
  'sailing-cancelled',
  'invalid-input',
  'unknown-sailing',
] as const;

/** The sailings of a search: outbound, then return, each with its neighbours in time; one form chooses. */
export default async function ResultsPage({ params }: PageProps) {
  const { locale, query, today } = await read(params);
  setRequestLocale(locale);
  const [t, ports, who] = await Promise.all([
    getTranslations('search'),
    listPorts(),
    partyText(query.party, locale),
  ]);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  const { outbound, inbound } = query;
  const [fromName, toName] = [nameOf(outbound.from), nameOf(outbound.to)];
  const path = searchPath(query);
  const title = `${fromName}\u00a0– ${toName}`;
  const days = inbound
    ? t('days.both', {
        out: formatDay(outbound.date, locale),
        back: formatDay(inbound.date, locale),
      })
    : t('days.one', { out: formatDay(outbound.date, locale) });
  return (
    <>
      <SiteHeader current="search" path={`/search${path}`} />
      <main id="contenu">
        <div className="wrap trip">
          <div className="stack trip__txt">
            <h1>{title}</h1>
            <p className="muted small trip__facts">
              <span>{days}</span> <span>{who}</span>
            </p>
          </div>
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
          <div className="choice__legs">
            <LegResults locale={locale} query={query} leg={0} today={today} ports={ports} />
            {inbound && <LegResults locale={locale} query={query} leg={1} today={today} ports={ports} />}
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
