import type { LineCardProps } from '@/components/search/line-card';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import { ONE_ADULT } from '@/lib/sailings/price-queries';
import { searchHref } from '@/lib/search/url';
import { networkLines, tagLines } from './network-lines';

/** The lines that most people look for, with the small poster of each. */
const GREAT_LINES = [
  ['FRMRS-TNLGN', 'tunis'],
  ['ITGOA-TNLGN', 'genoa'],
  ['FRTLN-FRBIA', 'bastia'],
  ['FRMRS-DZALG', 'algiers'],
  ['FRMRS-FRAJA', 'ajaccio'],
  ['FRSET-MAPTM', 'tangier'],
] as const;

/** The great lines as the home page shows them; each leads to the search of its cheapest day, for the party whose price it shows, and to its own page. */
export async function greatLines(locale: Locale): Promise<LineCardProps[]> {
  const { at, lines } = await networkLines(locale);
  const soon = addDays(localDateOf(at, 'Europe/Paris'), 21);
  const great = GREAT_LINES.flatMap(([id, art]) => {
    const line = lines.find((each) => each.id === id);
    return line ? [{ ...line, art }] : [];
  });
  await tagLines(great);
  return great.map(({ route, from, to, href, art, operators, lowest }) => ({
    href: searchHref(locale, {
      outbound: { from: route.from, to: route.to, date: lowest?.day ?? soon },
      inbound: null,
      party: ONE_ADULT,
    }),
    about: href,
    art,
    fromName: shortName(from, locale),
    toName: shortName(to, locale),
    operators,
    minMinutes: route.minMinutes,
    maxMinutes: route.maxMinutes,
    lowestCents: lowest?.totalCents ?? null,
  }));
}
