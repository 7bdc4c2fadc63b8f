import type { Metadata } from 'next';
import { LineList } from '@/components/landing/line-list';
import { translator } from '@/lib/i18n/translator';
import { countryName } from '@/lib/network/port-name-rules';
import { portPaths } from '@/lib/seo/slug-rules';
import { ListPage, listMetadata } from '../list-page';
import { openNetwork } from '../open-network';
import '../../../styles/landing.css';

export const revalidate = 900;

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, ports } = await openNetwork(params);
  return listMetadata({ list: 'ports', locale, count: ports.length });
}

/** Every port by name, with how many lines leave from it. */
export default async function PortsPage({ params }: PageProps) {
  const { at, locale, lines, ports } = await openNetwork(params);
  const t = translator(locale, 'line.port');
  const list = ports.map((port) => ({
    id: port.code,
    name: port.names[locale],
    href: `/${locale}${portPaths(port)[locale]}`,
    facts: t('facts', {
      count: lines.filter((line) => line.from.code === port.code).length,
      country: countryName(port.country, locale),
    }),
  }));
  return (
    <ListPage list="ports" locale={locale} count={ports.length} at={at}>
      <LineList isWide lines={list.toSorted((a, b) => a.name.localeCompare(b.name, locale))} />
    </ListPage>
  );
}
