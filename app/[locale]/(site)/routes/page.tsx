import type { Metadata } from 'next';
import { LineList } from '@/components/landing/line-list';
import { countryName } from '@/lib/network/port-name-rules';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { ANY_LOWEST } from '@/lib/sailings/page-tag-rules';
import { ListPage, listMetadata } from '../list-page';
import { openNetwork } from '../open-network';
import '../../../styles/landing.css';

export const revalidate = 900;

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, lines } = await openNetwork(params);
  return listMetadata({ list: 'lines', locale, count: lines.length });
}

/** Every direction by the country it leaves from. */
export default async function RoutesPage({ params }: PageProps) {
  const { at, locale, lines } = await openNetwork(params);
  await tagPage([ANY_LOWEST]);
  const byCountry = [...Map.groupBy(lines, (line) => line.from.country)];
  return (
    <ListPage list="lines" locale={locale} count={lines.length} at={at}>
      <div className="stack rg__main">
        {byCountry.map(([country, own]) => (
          <section key={country} className="stack" aria-labelledby={`c-${country}`}>
            <h2 id={`c-${country}`}>{countryName(country, locale)}</h2>
            <LineList isWide lines={own} />
          </section>
        ))}
      </div>
    </ListPage>
  );
}
