import type { LineCardProps } from '@/components/search/line-card';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import { listPorts, listRoutes, readNetwork } from '@/lib/network/queries';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { lowestTag, routeTag } from '@/lib/sailings/page-tag-rules';
import { latestPrices } from '@/lib/sailings/price-queries';
import { partyFrom } from '@/lib/search/party-code-rules';
import { searchHref } from '@/lib/search/url';
import { routePaths } from '@/lib/seo/slug-rules';

/** The lines that most people look for, with the small poster of each. */
const GREAT_LINES = [
  ['FRMRS-TNLGN', 'tunis'],
  ['ITGOA-TNLGN', 'genoa'],
  ['FRTLN-FRBIA', 'bastia'],
  ['FRMRS-DZALG', 'algiers'],
  ['FRMRS-FRAJA', 'ajaccio'],
  ['FRSET-MAPTM', 'tangier'],
] as const;

/** The great lines as the home page shows them; each leads to the search of its cheapest day, and to its own page. */
export async function greatLines(locale: Locale, now: Date): Promise<LineCardProps[]> {
  const [ports, routes, network, prices] = await Promise.all([
    listPorts(),
    listRoutes(),
    readNetwork(),
    latestPrices(now),
  ]);
  await tagPage(GREAT_LINES.flatMap(([id]) => [routeTag(id), lowestTag(id)]));
  const soon = addDays(localDateOf(now, 'Europe/Paris'), 21);
  const party = partyFrom({ adults: 2, children: 0, infants: 0, pets: 0, vehicles: ['car'] });
  return GREAT_LINES.flatMap(([id, art]) => {
    const route = routes.find((each) => each.id === id);
    if (!route) return [];
    const [from, to] = [route.from, route.to].map((code) => ports.find((port) => port.code === code));
    if (!from || !to) return [];
    const price = prices.find((each) => each.routeId === id);
    const outbound = { from: route.from, to: route.to, date: price?.day ?? soon };
    return [
      {
        href: searchHref(locale, { outbound, inbound: null, party }),
        about: `/${locale}${routePaths(from, to)[locale]}`,
        art,
        fromName: shortName(from, locale),
        toName: shortName(to, locale),
        operators: route.operatorCodes.map((code) => network.operators.get(code)?.name ?? code),
        minMinutes: route.minMinutes,
        maxMinutes: route.maxMinutes,
        lowestCents: price?.totalCents ?? null,
      },
    ];
  });
}
