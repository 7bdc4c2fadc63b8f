import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LandingFrame } from '@/components/landing/landing-frame';
import { LineList } from '@/components/landing/line-list';
import { Prose } from '@/components/landing/prose';
import { RouteMap } from '@/components/landing/route-map';
import { translator } from '@/lib/i18n/translator';
import { isLocale } from '@/lib/kernel/locale';
import { onChart } from '@/lib/network/chart-rules';
import { LANES } from '@/lib/network/lanes';
import { countryName, shortName } from '@/lib/network/port-name-rules';
import { listPorts } from '@/lib/network/queries';
import { env } from '@/lib/platform/env';
import { inLanguages, pageMetadata } from '@/lib/seo/page-metadata';
import { portOfSlug, portPaths, slugOf } from '@/lib/seo/slug-rules';
import { boatTerminal } from '@/lib/seo/structured-data-rules';
import { checkInLines } from '../../check-in-lines';
import { tagLines } from '../../network-lines';
import { openNetwork } from '../../open-network';
import '../../../../styles/landing.css';

export const revalidate = 900;
export const dynamicParams = false;

interface PageProps {
  readonly params: Promise<{ locale: string; port: string }>;
}

export async function generateStaticParams({ params }: { params: { locale: string } }) {
  const { locale } = params;
  return isLocale(locale) ? (await listPorts()).map((port) => ({ port: slugOf(port.names[locale]) })) : [];
}

async function read(params: PageProps['params']) {
  const known = await openNetwork(params);
  const port = portOfSlug((await params).port, known.locale, known.ports);
  if (!port) notFound();
  const own = known.lines.filter((line) => line.from.code === port.code);
  await tagLines(own);
  return { ...known, port, own, paths: inLanguages(portPaths(port)) };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, port, own, paths } = await read(params);
  const t = translator(locale, 'line.port');
  const facts = {
    port: shortName(port, locale),
    country: countryName(port.country, locale),
    count: own.length,
  };
  return pageMetadata({
    locale,
    title: t('metaTitle', facts),
    description: t('metaDescription', facts),
    paths,
  });
}

/** A port: its lines with their prices, how one gets there, when one has to be there. */
export default async function PortPage({ params }: PageProps) {
  const { at, locale, port, own, paths, network } = await read(params);
  const t = translator(locale, 'line');
  const prose = translator(locale, 'ports-prose');
  const name = shortName(port, locale);
  const said = [`${port.code}.about`, `${port.code}.around`].filter((key) => prose.has(key));
  return (
    <LandingFrame
      site={env.APP_URL}
      locale={locale}
      at={at}
      paths={paths}
      list="ports"
      name={name}
      title={t('port.title', { port: name })}
      lead={t('port.facts', { count: own.length, country: countryName(port.country, locale) })}
      things={[
        boatTerminal(env.APP_URL, {
          name,
          path: paths[locale],
          latitude: port.latitude,
          longitude: port.longitude,
          country: port.country,
        }),
      ]}
    >
      <div className="rg">
        <div className="stack rg__main">
          <Prose texts={said.map((key) => prose(key))} />
          <section className="stack" aria-labelledby="p-l">
            <h2 id="p-l">{t('port.lines', { port: name })}</h2>
            <LineList lines={own} />
          </section>
          {prose.has(`${port.code}.access`) && (
            <section className="stack" aria-labelledby="p-a">
              <h2 id="p-a">{t('port.access')}</h2>
              <p className="prose">{prose(`${port.code}.access`)}</p>
            </section>
          )}
          <section className="stack" aria-labelledby="p-c">
            <h2 id="p-c">{t('port.checkIn')}</h2>
            <ul className="prose stack stack--1">
              {checkInLines(own, network, locale).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        </div>
        <RouteMap
          label={t('port.map', { port: name })}
          lanes={own.flatMap(({ route }) => {
            const lane = LANES[route.id] ?? LANES[`${route.to}-${route.from}`];
            return lane ? [lane] : [];
          })}
          places={[port, ...own.map((line) => line.to)].map((each) => ({
            name: shortName(each, locale),
            at: onChart(each.longitude, each.latitude),
          }))}
          ratio={1}
        />
      </div>
    </LandingFrame>
  );
}
