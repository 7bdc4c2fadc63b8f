import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LandingFrame } from '@/components/landing/landing-frame';
import { Prose } from '@/components/landing/prose';
import { Questions } from '@/components/landing/questions';
import { QuickSearch } from '@/components/landing/quick-search';
import { RouteMap } from '@/components/landing/route-map';
import { formatCents, formatHours } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { onChart } from '@/lib/network/chart-rules';
import { LANES } from '@/lib/network/lanes';
import { shortName } from '@/lib/network/port-name-rules';
import { listLines } from '@/lib/network/queries';
import { env } from '@/lib/platform/env';
import { pageMetadata } from '@/lib/seo/page-metadata';
import { portPaths, routeSlug } from '@/lib/seo/slug-rules';
import { boatTrip } from '@/lib/seo/structured-data-rules';
import { Facts } from './facts';
import { Fares } from './fares';
import { type LinePage, readLine } from './line';
import { Near } from './near';
import { Ports } from './ports';
import { Prices } from './prices';
import { questionsOf } from './questions';
import { Sailings } from './sailings';
import { Ships } from './ships';
import '../../../../styles/landing.css';

/* Made when the site is built and anew every quarter of an hour: its prices are those of the search. */
export const revalidate = 900;
export const dynamicParams = false;

interface PageProps {
  readonly params: Promise<{ locale: string; route: string }>;
}

export async function generateStaticParams({ params }: { params: { locale: string } }) {
  const { locale } = params;
  if (!isLocale(locale)) return [];
  return (await listLines()).map(({ from, to }) => ({ route: routeSlug(from, to, locale) }));
}

async function read(params: PageProps['params']): Promise<{ locale: Locale; line: LinePage }> {
  const { locale, route } = await params;
  const line = isLocale(locale) ? await readLine(route, locale) : null;
  if (!isLocale(locale) || !line) notFound();
  return { locale, line };
}

/** What title, facts and questions say alike. */
function wordsOf(line: LinePage, locale: Locale) {
  const t = translator(locale, 'line');
  const { route, network, prices } = line;
  return {
    t,
    from: shortName(line.from, locale),
    to: shortName(line.to, locale),
    hours: formatHours(route.minMinutes, route.maxMinutes, locale),
    operators: route.operatorCodes.map((code) => network.operators.get(code)?.name ?? code),
    // Whole euros; nothing where nothing can be booked.
    price: prices && formatCents(prices.low.totalCents, locale, { whole: true }),
  };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, line } = await read(params);
  const { t, from, to, hours, operators, price } = wordsOf(line, locale);
  const facts = { from, to, hours, operators: operators.join(', '), price: price ?? '' };
  return pageMetadata({
    locale,
    title: t(price ? 'meta.titlePrice' : 'meta.title', facts),
    description: t(price ? 'meta.descriptionPrice' : 'meta.description', facts),
    paths: line.paths,
  });
}

/** A line, for whoever looks for it: what it costs, when it sails, what one has to know. */
export default async function RoutePage({ params }: PageProps) {
  const { locale, line } = await read(params);
  setRequestLocale(locale);
  const { route, facts, prices, at } = line;
  const words = wordsOf(line, locale);
  const { from, to, hours, operators } = words;
  const t = await getTranslations('line');
  const prose = translator(locale, 'routes-prose');
  const today = localDateOf(at, line.from.timeZone);
  const sea = LANES[route.id] ?? LANES[`${route.to}-${route.from}`] ?? [];
  const undirected = LANES[route.id] ? route.id : `${route.to}-${route.from}`;
  const said = [`directions.${route.id}`, `${undirected}.about`].filter((key) => prose.has(key));
  const name = `${from} – ${to}`;
  const terminal = (port: LinePage['from']) => ({
    name: shortName(port, locale),
    path: `/${locale}${portPaths(port)[locale]}`,
    latitude: port.latitude,
    longitude: port.longitude,
    country: port.country,
  });
  return (
    <LandingFrame
      site={env.APP_URL}
      locale={locale}
      at={at}
      paths={line.paths}
      list="lines"
      name={name}
      isPoster
      title={
        <>
          <small>{t('kicker')}</small> {`${from}\u00a0–`}
          <br /> {to}
        </>
      }
      things={[
        boatTrip(env.APP_URL, {
          name: `${t('kicker')} ${name}`,
          path: line.paths[locale],
          from: terminal(line.from),
          to: terminal(line.to),
          operators,
          offers: prices && { lowCents: prices.low.totalCents, highCents: prices.high.totalCents },
        }),
      ]}
    >
      <div className="wrap">
        <QuickSearch
          locale={locale}
          from={route.from}
          to={route.to}
          date={facts.next.find(({ totalCents }) => totalCents !== null)?.day ?? addDays(today, 21)}
          today={today}
        />
      </div>
      <div className="wrap section rg">
        <div className="stack rg__main">
          <Facts {...words} perWeek={facts.perWeek} locale={locale} />
          <Prose texts={said.map((key) => prose(key))} />
          <Prices line={line} locale={locale} />
          <Sailings line={line} locale={locale} />
          <Ports line={line} locale={locale} />
          <Fares line={line} locale={locale} />
          <section className="stack" aria-labelledby="l-q">
            <h2 id="l-q">{t('questions.title')}</h2>
            <Questions
              list={questionsOf({
                ...line,
                t: translator(locale, 'line.questions'),
                locale,
                perWeek: facts.perWeek,
                names: { from, to },
                hours,
              })}
            />
          </section>
        </div>
        <aside className="stack stack--3" aria-label={t('map', { from, to })}>
          <RouteMap
            label={t('map', { from, to })}
            lanes={[sea]}
            places={[line.from, line.to].map((port) => ({
              name: shortName(port, locale),
              at: onChart(port.longitude, port.latitude),
            }))}
            ratio={0.9}
          />
          <Ships line={line} locale={locale} />
          <Near line={line} locale={locale} />
        </aside>
      </div>
    </LandingFrame>
  );
}
