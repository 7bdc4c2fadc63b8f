import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { LandingFrame } from '@/components/landing/landing-frame';
import { LineList } from '@/components/landing/line-list';
import { StructuredData } from '@/components/seo/structured-data';
import { translator } from '@/lib/i18n/translator';
import { localDateOf } from '@/lib/kernel/dates';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { countryName } from '@/lib/network/port-name-rules';
import { env } from '@/lib/platform/env';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { ANY_LOWEST } from '@/lib/sailings/page-tag-rules';
import { inLanguages, pageMetadata } from '@/lib/seo/page-metadata';
import { samePaths } from '@/lib/seo/slug-rules';
import { breadcrumbs } from '@/lib/seo/structured-data-rules';
import { networkLines } from '../network-lines';
import '../../../styles/landing.css';

export const revalidate = 900;

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

const PATHS = inLanguages(samePaths('/routes'));

async function read(params: PageProps['params']): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await read(params);
  const t = translator(locale, 'line.lists.lines');
  const { lines } = await networkLines(locale);
  return pageMetadata({
    locale,
    title: t('title'),
    description: t('lead', { count: lines.length }),
    paths: PATHS,
  });
}

/** Every direction by the country it leaves from. */
export default async function RoutesPage({ params }: PageProps) {
  const locale = await read(params);
  setRequestLocale(locale);
  const t = translator(locale, 'line');
  const { at, lines } = await networkLines(locale);
  await tagPage([ANY_LOWEST]);
  const trail = [
    { name: t('trail.home'), path: `/${locale}` },
    { name: t('trail.lines'), path: PATHS[locale] },
  ];
  const byCountry = [...Map.groupBy(lines, (line) => line.from.country)];
  return (
    <LandingFrame
      paths={PATHS}
      year={Number(localDateOf(at, 'Europe/Paris').slice(0, 4))}
      trailLabel={t('trail.label')}
      trail={trail}
      title={t('lists.lines.title')}
      lead={t('lists.lines.lead', { count: lines.length })}
    >
      <div className="stack rg__main">
        {byCountry.map(([country, own]) => (
          <section key={country} className="stack" aria-labelledby={`c-${country}`}>
            <h2 id={`c-${country}`}>{countryName(country, locale)}</h2>
            <LineList lines={own} />
          </section>
        ))}
      </div>
      <StructuredData things={[breadcrumbs(env.APP_URL, trail)]} />
    </LandingFrame>
  );
}
