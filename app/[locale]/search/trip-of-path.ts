import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { formatDay } from '@/lib/i18n/format';
import { localDateOf } from '@/lib/kernel/dates';
import { isLocale, type Locale } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import { now } from '@/lib/platform/clock';
import type { SearchQuery } from '@/lib/search/types';
import { parseSearchPath } from '@/lib/search/url';
import { lineAddress } from '@/lib/seo/line-address';
import { partyText } from './party-text';
import { paramsOfPath, readSearch } from './read-search';

export interface TripParams {
  readonly locale: string;
  /** The four segments that `searchPath` writes. */
  readonly trip: readonly string[];
}

/** The search of the path; one that cannot be answered goes to the form, which says why beside the field. */
export async function readTrip({
  locale,
  trip: segments,
}: TripParams): Promise<{ locale: Locale; query: SearchQuery; today: string }> {
  if (!isLocale(locale) || segments.length !== 4) notFound();
  const today = localDateOf(now(), 'Europe/Paris');
  const given = paramsOfPath(segments);
  const query = parseSearchPath(segments);
  if (!query || !readSearch(Object.fromEntries(given), await listPorts(), today).ok) {
    redirect(`/${locale}/search?${given}`);
  }
  return { locale, query, today };
}

/** Title and description of a search; filters change neither. */
export async function resultsMetadata(params: TripParams): Promise<Metadata> {
  const { locale, query } = await readTrip(params);
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
