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
import { inLanguages, pageMetadata } from '@/lib/seo/page-metadata';
import { portPaths, samePaths } from '@/lib/seo/slug-rules';
import { breadcrumbs } from '@/lib/seo/structured-data-rules';
import { networkLines } from '../network-lines';
import '../../../styles/landing.css';

export const revalidate = 900;

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

const PATHS = inLanguages(samePaths('/ports'));

async function read(params: PageProps['params']): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await read(params);
  const t = translator(locale, 'line.lists.ports');
  const { ports } = await networkLines(locale);
  return pageMetadata({
    locale,
    title: t('title'),
    description: t('lead', { count: ports.length }),
    paths: PATHS,
  });
}

/** Every port by name, with how many lines leave from it. */
export default async function PortsPage({ params }: PageProps) {
  const locale = await read(params);
  setRequestLocale(locale);
  const t = translator(locale, 'line');
  const { at, lines, ports } = await networkLines(locale);
  const trail = [
    { name: t('trail.home'), path: `/${locale}` },
    { name: t('trail.ports'), path: PATHS[locale] },
  ];
  const list = ports.map((port) => ({
    id: port.code,
    name: port.names[locale],
    href: `/${locale}${portPaths(port)[locale]}`,
    facts: t('port.facts', {
      count: lines.filter((line) => line.from.code === port.code).length,
      country: countryName(port.country, locale),
    }),
  }));
  return (
    <LandingFrame
      paths={PATHS}
      year={Number(localDateOf(at, 'Europe/Paris').slice(0, 4))}
      trailLabel={t('trail.label')}
      trail={trail}
      title={t('lists.ports.title')}
      lead={t('lists.ports.lead', { count: ports.length })}
    >
      <LineList lines={list.toSorted((a, b) => a.name.localeCompare(b.name, locale))} />
      <StructuredData things={[breadcrumbs(env.APP_URL, trail)]} />
    </LandingFrame>
  );
}
