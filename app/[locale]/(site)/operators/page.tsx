import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { LandingFrame } from '@/components/landing/landing-frame';
import { LineList } from '@/components/landing/line-list';
import { StructuredData } from '@/components/seo/structured-data';
import { translator } from '@/lib/i18n/translator';
import { localDateOf } from '@/lib/kernel/dates';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { inLanguages, pageMetadata } from '@/lib/seo/page-metadata';
import { operatorPaths, samePaths } from '@/lib/seo/slug-rules';
import { breadcrumbs } from '@/lib/seo/structured-data-rules';
import { networkLines } from '../network-lines';
import '../../../styles/landing.css';

export const revalidate = 900;

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

const PATHS = inLanguages(samePaths('/operators'));

async function read(params: PageProps['params']): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await read(params);
  const t = translator(locale, 'line.lists.operators');
  const { network } = await networkLines(locale);
  return pageMetadata({
    locale,
    title: t('title'),
    description: t('lead', { count: network.operators.size }),
    paths: PATHS,
  });
}

/** Every operator with how much it sails. */
export default async function OperatorsPage({ params }: PageProps) {
  const locale = await read(params);
  setRequestLocale(locale);
  const t = translator(locale, 'line');
  const { at, lines, network } = await networkLines(locale);
  const trail = [
    { name: t('trail.home'), path: `/${locale}` },
    { name: t('trail.operators'), path: PATHS[locale] },
  ];
  const list = [...network.operators.values()].map((operator) => ({
    id: operator.code,
    name: operator.name,
    href: `/${locale}${operatorPaths(operator)[locale]}`,
    facts: t('operator.facts', {
      count: lines.filter((line) => line.route.operatorCodes.includes(operator.code)).length,
      ships: [...network.ships.values()].filter((ship) => ship.operatorCode === operator.code).length,
    }),
  }));
  return (
    <LandingFrame
      paths={PATHS}
      year={Number(localDateOf(at, 'Europe/Paris').slice(0, 4))}
      trailLabel={t('trail.label')}
      trail={trail}
      title={t('lists.operators.title')}
      lead={t('lists.operators.lead', { count: network.operators.size })}
    >
      <LineList lines={list.toSorted((a, b) => a.name.localeCompare(b.name, locale))} />
      <StructuredData things={[breadcrumbs(env.APP_URL, trail)]} />
    </LandingFrame>
  );
}
