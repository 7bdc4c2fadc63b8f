import { cache } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { listPorts, listRoutes, readNetwork } from '@/lib/network/queries';
import { now } from '@/lib/platform/clock';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { lineFacts } from '@/lib/sailings/line-facts';
import { lowestTag, routeTag } from '@/lib/sailings/page-tag-rules';
import { lowestByMonth } from '@/lib/sailings/price-queries';
import { inLanguages } from '@/lib/seo/page-metadata';
import { routeOfSlug, routePaths } from '@/lib/seo/slug-rules';

/** Months that the chart shows. */
const MONTHS = 12;

/** All that the page of a line tells; null for a slug that no line has in this language. */
export const readLine = cache(async (slug: string, locale: Locale) => {
  const [routes, ports, network] = await Promise.all([listRoutes(), listPorts(), readNetwork()]);
  const route = routeOfSlug(slug, locale, routes, ports);
  const from = ports.find((port) => port.code === route?.from);
  const to = ports.find((port) => port.code === route?.to);
  if (!route || !from || !to) return null;
  const at = now();
  await tagPage([routeTag(route.id), lowestTag(route.id)]);
  const [facts, months] = await Promise.all([lineFacts(route.id, at), lowestByMonth(route.id, at)]);
  const portOf = (code: string) => ports.find((port) => port.code === code) ?? from;
  return {
    at,
    route,
    from,
    to,
    network,
    facts,
    months: months.slice(0, MONTHS),
    paths: inLanguages(routePaths(from, to)),
    back: routes.find((each) => each.from === route.to && each.to === route.from) ?? null,
    neighbours: routes.filter(
      (each) =>
        each.id !== route.id &&
        (each.from === route.from || each.to === route.to) &&
        !(each.from === route.to && each.to === route.from),
    ),
    pathOf: (each: { from: string; to: string }) =>
      `/${locale}${routePaths(portOf(each.from), portOf(each.to))[locale]}`,
  };
});

export type LinePage = NonNullable<Awaited<ReturnType<typeof readLine>>>;
