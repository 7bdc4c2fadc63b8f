import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/kernel/locale';
import type { PartyItems } from '@/lib/pricing/types';
import { countsOf } from '@/lib/search/party-code-rules';

/** The party in words: « 2 adultes, 1 enfant, 1 voiture ». */
export async function partyText(party: PartyItems, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'search.party' });
  const { adults, children, infants, pets, vehicles } = countsOf(party);
  const counts = { adults, children, infants, pets };
  const people = Object.entries(counts).filter(([, count]) => count > 0);
  return [
    ...people.map(([what, count]) => t(what, { count })),
    ...vehicles.map((type) => t(`vehicles.${type}`)),
  ].join(', ');
}
