import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LandingFrame } from '@/components/landing/landing-frame';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { inLanguages, pageMetadata } from '@/lib/seo/page-metadata';
import { LIST_PATHS, type ListName, samePaths } from '@/lib/seo/slug-rules';

interface ListFacts {
  readonly list: ListName;
  readonly locale: Locale;
  /** How many it lists. */
  readonly count: number;
}

const pathsOf = (list: ListName) => inLanguages(samePaths(LIST_PATHS[list]));

/** What a list of the network is called, and how many it has. */
export function listMetadata({ list, locale, count }: ListFacts): Metadata {
  const t = translator(locale, `line.lists.${list}`);
  return pageMetadata({
    locale,
    title: t('title'),
    description: t('lead', { count }),
    paths: pathsOf(list),
  });
}

interface ListPageProps extends ListFacts {
  readonly at: Date;
  readonly children: ReactNode;
}

/** A page that lists the network by lines, by ports or by operators. */
export function ListPage({ list, locale, count, at, children }: ListPageProps) {
  const t = translator(locale, `line.lists.${list}`);
  return (
    <LandingFrame
      site={env.APP_URL}
      locale={locale}
      at={at}
      paths={pathsOf(list)}
      list={list}
      title={t('title')}
      lead={t('lead', { count })}
    >
      {children}
    </LandingFrame>
  );
}
