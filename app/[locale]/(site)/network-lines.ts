import { cache } from 'react';
import { formatCents, formatHours } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import { listLines, listPorts, readNetwork } from '@/lib/network/queries';
import { now } from '@/lib/platform/clock';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { lowestTag, routeTag } from '@/lib/sailings/page-tag-rules';
import { latestPrices } from '@/lib/sailings/price-queries';
import { linePath } from '@/lib/seo/slug-rules';

/** All directions in the words of a language, with the lowest price there is today. */
export const networkLines = cache(async (locale: Locale) => {
  const at = now();
  const [known, ports, network, prices] = await Promise.all([
    listLines(),
    listPorts(),
    readNetwork(),
    latestPrices(at),
  ]);
  const t = translator(locale, 'line.lists.lines');
  const byLine = new Map(prices.map((each) => [each.routeId, each]));
  const lines = known.map((line) => {
    const { route, from, to } = line;
    const lowest = byLine.get(route.id);
    const operators = route.operatorCodes.map((code) => network.operators.get(code)?.name ?? code);
    const hours = route.maxMinutes > 0 ? [formatHours(route.minMinutes, route.maxMinutes, locale)] : [];
    return {
      ...line,
      id: route.id,
      lowest,
      operators,
      name: `${shortName(from, locale)} – ${shortName(to, locale)}`,
      href: linePath(line, locale),
      facts: [...hours, ...operators].join(', '),
      ...(lowest && {
        price: t('from', { price: formatCents(lowest.totalCents, locale, { whole: true }) }),
      }),
    };
  });
  return { at, lines, ports, network };
});

/** For a page that shows some of them. */
export function tagLines(lines: readonly { readonly id: string }[]): Promise<void> {
  return tagPage(lines.flatMap(({ id }) => [routeTag(id), lowestTag(id)]));
}
