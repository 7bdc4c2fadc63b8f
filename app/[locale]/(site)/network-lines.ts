import { cache } from 'react';
import { formatCents, formatHours } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import { listPorts, listRoutes, readNetwork } from '@/lib/network/queries';
import { now } from '@/lib/platform/clock';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { lowestTag, routeTag } from '@/lib/sailings/page-tag-rules';
import { latestPrices } from '@/lib/sailings/price-queries';
import { routePaths } from '@/lib/seo/slug-rules';

/** All directions in the words of a language, with the lowest price there is today. */
export const networkLines = cache(async (locale: Locale) => {
  const at = now();
  const [routes, ports, network, prices] = await Promise.all([
    listRoutes(),
    listPorts(),
    readNetwork(),
    latestPrices(at),
  ]);
  const t = translator(locale, 'line.lists.lines');
  const cents = new Map(prices.map((each) => [each.routeId, each.totalCents]));
  const lines = routes.flatMap((route) => {
    const from = ports.find((port) => port.code === route.from);
    const to = ports.find((port) => port.code === route.to);
    if (!from || !to) return [];
    const lowest = cents.get(route.id);
    const operators = route.operatorCodes.map((code) => network.operators.get(code)?.name ?? code);
    const hours = route.maxMinutes > 0 ? [formatHours(route.minMinutes, route.maxMinutes, locale)] : [];
    return [
      {
        id: route.id,
        route,
        from,
        to,
        name: `${shortName(from, locale)} – ${shortName(to, locale)}`,
        href: `/${locale}${routePaths(from, to)[locale]}`,
        facts: [...hours, ...operators].join(', '),
        ...(lowest !== undefined && {
          price: t('from', { price: formatCents(lowest, locale, { whole: true }) }),
        }),
      },
    ];
  });
  return { at, lines, ports, network };
});

/** For a page that shows some of them. */
export function tagLines(lines: readonly { readonly id: string }[]): Promise<void> {
  return tagPage(lines.flatMap(({ id }) => [routeTag(id), lowestTag(id)]));
}
