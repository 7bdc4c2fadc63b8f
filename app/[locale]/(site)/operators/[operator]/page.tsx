import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FareTerms } from '@/components/landing/fare-terms';
import { LandingFrame } from '@/components/landing/landing-frame';
import { LineList } from '@/components/landing/line-list';
import { ShipList } from '@/components/landing/ship-list';
import { translator } from '@/lib/i18n/translator';
import { ruleInForce } from '@/lib/network/fare-rules';
import { readNetwork } from '@/lib/network/queries';
import { FARE_FAMILIES } from '@/lib/network/types';
import { env } from '@/lib/platform/env';
import { inLanguages, pageMetadata } from '@/lib/seo/page-metadata';
import { operatorOfSlug, operatorPaths, slugOf } from '@/lib/seo/slug-rules';
import { tagLines } from '../../network-lines';
import { openNetwork } from '../../open-network';
import '../../../../styles/landing.css';

export const revalidate = 900;
export const dynamicParams = false;

interface PageProps {
  readonly params: Promise<{ locale: string; operator: string }>;
}

export async function generateStaticParams() {
  const { operators } = await readNetwork();
  return [...operators.values()].map(({ name }) => ({ operator: slugOf(name) }));
}

async function read(params: PageProps['params']) {
  const known = await openNetwork(params);
  const operator = operatorOfSlug((await params).operator, [...known.network.operators.values()]);
  if (!operator) notFound();
  const lines = known.lines.filter((line) => line.route.operatorCodes.includes(operator.code));
  await tagLines(lines);
  return {
    ...known,
    operator,
    paths: inLanguages(operatorPaths(operator)),
    own: lines.map((line) => (line.route.operatorCodes.length > 1 ? withoutPrice(line) : line)),
    ships: [...known.network.ships.values()].filter((ship) => ship.operatorCode === operator.code),
  };
}

/** The lowest price of a line may be another operator's. */
function withoutPrice<T extends { readonly price?: string }>({ price: _, ...line }: T): Omit<T, 'price'> {
  return line;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, operator, own, paths } = await read(params);
  const t = translator(locale, 'line.operator');
  const facts = { operator: operator.name, count: own.length };
  return pageMetadata({
    locale,
    title: t('metaTitle', facts),
    description: t('metaDescription', facts),
    paths,
  });
}

/** An operator: its lines, its ships, its fares by age, what its fare families allow. */
export default async function OperatorPage({ params }: PageProps) {
  const { at, locale, operator, own, ships, paths, network } = await read(params);
  const t = translator(locale, 'line');
  const prose = translator(locale, 'operators-prose');
  const { childFrom, adultFrom, childPercent } = operator.ageBands;
  const families = FARE_FAMILIES.map(
    (family) => ruleInForce(network.fareRules, operator.code, family, at)?.conditions ?? null,
  );
  return (
    <LandingFrame
      site={env.APP_URL}
      locale={locale}
      at={at}
      paths={paths}
      list="operators"
      name={operator.name}
      title={operator.name}
      lead={t('operator.facts', { count: own.length, ships: ships.length })}
    >
      <div className="rg">
        <div className="stack rg__main">
          {prose.has(`${operator.code}.about`) && <p className="prose">{prose(`${operator.code}.about`)}</p>}
          <section className="stack" aria-labelledby="o-l">
            <h2 id="o-l">{t('operator.lines', { operator: operator.name })}</h2>
            <LineList lines={own} />
          </section>
          <section className="stack" aria-labelledby="o-f">
            <h2 id="o-f">{t('terms.title')}</h2>
            <FareTerms
              rows={[{ name: operator.name, families }]}
              locale={locale}
              caption={t('terms.title')}
            />
            <p className="xs muted">{t('terms.note')}</p>
          </section>
        </div>
        <aside className="stack stack--3" aria-label={t('ships.title')}>
          {ships.length > 0 && (
            <ShipList
              title={t('operator.ships', { operator: operator.name })}
              ships={ships}
              locale={locale}
            />
          )}
          <section className="card card--flat stack" aria-labelledby="o-a">
            <h2 id="o-a" className="rg__h">
              {t('operator.ages')}
            </h2>
            <p className="small">
              {t('operator.agesText', { infant: childFrom, adult: adultFrom, percent: childPercent })}
            </p>
          </section>
        </aside>
      </div>
    </LandingFrame>
  );
}
