import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { HeroArt } from '@/components/layout/hero-art';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { DropList } from '@/components/search/drop-list';
import { EMPTY_FORM } from '@/components/search/form-values';
import { LastSearches } from '@/components/search/last-searches';
import { LineCard } from '@/components/search/line-card';
import { SearchForm } from '@/components/search/search-form';
import { StructuredData } from '@/components/seo/structured-data';
import { Icon } from '@/components/ui/icon';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { inLanguages, pageMetadata } from '@/lib/seo/page-metadata';
import { samePaths } from '@/lib/seo/slug-rules';
import { siteThings } from '@/lib/seo/structured-data-rules';
import { greatLines } from './great-lines';
import { priceDrops } from './price-drops';
import '../../styles/home.css';

export const revalidate = 300;

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'home.meta' });
  return pageMetadata({
    locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
    title: { absolute: t('title') },
    description: t('description'),
    paths: PATHS,
  });
}

/** The home in every language. */
const PATHS = inLanguages(samePaths(''));

const REASONS = [
  ['price', 'ticket'],
  ['hold', 'clock'],
  ['refund', 'refund'],
  ['quay', 'lock'],
] as const;

/** The poster, the search form, the great lines with their lowest prices of today, the latest falls of prices. */
export default async function HomePage({ params }: PageProps) {
  const asked = (await params).locale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  setRequestLocale(locale);
  const today = localDateOf(now(), 'Europe/Paris');
  const [t, ports, lines, drops] = await Promise.all([
    getTranslations('home'),
    listPorts(),
    greatLines(locale),
    priceDrops(locale),
  ]);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? '';
  const values = {
    ...EMPTY_FORM,
    from: nameOf('FRMRS'),
    to: nameOf('TNLGN'),
    date: addDays(today, 21),
    return: addDays(today, 35),
  };
  return (
    <>
      <SiteHeader current="search" />
      <main id="contenu">
        <div className="hero">
          <HeroArt />
          <div className="hero__txt">
            <h1>{t('title')}</h1>
            <p>{t('lead')}</p>
          </div>
        </div>
        <div className="wrap">
          <SearchForm values={values} ports={ports} today={today} />
        </div>
        <LastSearches title={t('last')} locale={locale} />
        {lines.length > 0 && (
          <section className="section wrap" aria-labelledby="t-lines">
            <div className="head">
              <div>
                <h2 id="t-lines">{t('lines.title')}</h2>
                <p className="muted">{t('lines.lead')}</p>
              </div>
            </div>
            <div className="lines">
              {lines.map((line) => (
                <LineCard key={line.href} {...line} />
              ))}
            </div>
          </section>
        )}
        {drops.length > 0 && (
          <section className="wrap drops__wrap" aria-labelledby="t-drops">
            <div className="card">
              <h2 id="t-drops">{t('drops.title')}</h2>
              <p className="muted">{t('drops.lead')}</p>
              <DropList drops={drops} />
            </div>
          </section>
        )}
        <section aria-labelledby="t-why" className="wrap why__wrap">
          <div className="card card--deep why__card">
            <h2 id="t-why">{t('why.title')}</h2>
            <ul className="why">
              {REASONS.map(([reason, icon]) => (
                <li key={reason}>
                  <Icon name={icon} />
                  <h3>{t(`why.${reason}.title`)}</h3>
                  <p>{t(`why.${reason}.text`)}</p>
                </li>
              ))}
            </ul>
          </div>
        </section>
      </main>
      <SiteFooter
        bear
        year={Number(today.slice(0, 4))}
        lines={lines
          .slice(0, 4)
          .map((line) => ({ name: `${line.fromName} – ${line.toName}`, href: line.about }))}
      />
      <StructuredData things={siteThings(env.APP_URL, 'Voilà Ferry')} />
    </>
  );
}
