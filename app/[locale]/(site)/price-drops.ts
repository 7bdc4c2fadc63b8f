import type { DropView } from '@/components/search/drop-list';
import { formatDay } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import { shareFallen } from '@/lib/insights/drop-rules';
import { latestDrops } from '@/lib/insights/queries';
import type { Locale } from '@/lib/kernel/locale';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { listTag, routeTag } from '@/lib/sailings/page-tag-rules';
import { ONE_ADULT } from '@/lib/sailings/price-queries';
import { searchHref } from '@/lib/search/url';
import { networkLines } from './network-lines';

const MOST = 4;

/** The latest falls of prices as the home page shows them: for one adult, as the list they lead to says. */
export async function priceDrops(locale: Locale): Promise<DropView[]> {
  const { at, lines, network } = await networkLines(locale);
  const t = translator(locale, 'home.drops');
  const drops = await latestDrops({ now: at }, MOST);
  await tagPage(drops.flatMap((drop) => [routeTag(drop.routeId), listTag(drop.routeId, drop.departureDay)]));
  return drops.flatMap((drop) => {
    const line = lines.find(({ id }) => id === drop.routeId);
    const operator = network.operators.get(drop.operatorCode);
    if (!line || !operator) return [];
    return {
      href: searchHref(locale, {
        outbound: { from: line.route.from, to: line.route.to, date: drop.departureDay },
        inbound: null,
        party: ONE_ADULT,
      }),
      name: line.name,
      operatorCode: drop.operatorCode,
      sailing: `${formatDay(drop.departureDay, locale)} · ${operator.name}`,
      since: t('since', { day: formatDay(drop.since, locale, 'brief') }),
      cents: drop.cents,
      beforeCents: drop.beforeCents,
      percent: Math.floor(shareFallen(drop) * 100),
    };
  });
}
