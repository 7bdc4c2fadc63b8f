import type { Metadata } from 'next';
import { LineList } from '@/components/landing/line-list';
import { translator } from '@/lib/i18n/translator';
import { operatorPaths } from '@/lib/seo/slug-rules';
import { ListPage, listMetadata } from '../list-page';
import { openNetwork } from '../open-network';
import '../../../styles/landing.css';

export const revalidate = 900;

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, network } = await openNetwork(params);
  return listMetadata({ list: 'operators', locale, count: network.operators.size });
}

/** Every operator with how much it sails. */
export default async function OperatorsPage({ params }: PageProps) {
  const { at, locale, lines, network } = await openNetwork(params);
  const t = translator(locale, 'line.operator');
  const list = [...network.operators.values()].map((operator) => ({
    id: operator.code,
    name: operator.name,
    href: `/${locale}${operatorPaths(operator)[locale]}`,
    facts: t('facts', {
      count: lines.filter((line) => line.route.operatorCodes.includes(operator.code)).length,
      ships: [...network.ships.values()].filter((ship) => ship.operatorCode === operator.code).length,
    }),
  }));
  return (
    <ListPage list="operators" locale={locale} count={network.operators.size} at={at}>
      <LineList isWide lines={list.toSorted((a, b) => a.name.localeCompare(b.name, locale))} />
    </ListPage>
  );
}
