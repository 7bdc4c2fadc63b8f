import { cache } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { listLines, readNetwork } from '@/lib/network/queries';
import type { Line } from '@/lib/network/types';
import { now } from '@/lib/platform/clock';
import { lineFacts } from '@/lib/sailings/line-facts';
import { priceSpan } from '@/lib/sailings/month-price-rules';
import { lowestByMonth } from '@/lib/sailings/price-queries';
import { inLanguages } from '@/lib/seo/page-metadata';
import { lineOfSlug, routePaths } from '@/lib/seo/slug-rules';
import { tagLines } from '../../network-lines';

/** Months that the chart shows. */
const MONTHS = 12;

/** All that the page of a line tells; null for a slug that no line has in this language. */
export const readLine = cache(async (slug: string, locale: Locale) => {
  const [lines, network] = await Promise.all([listLines(), readNetwork()]);
  const line = lineOfSlug(slug, locale, lines);
  if (!line) return null;
  const { route, from, to } = line;
  const at = now();
  await tagLines([route]);
  const [facts, months] = await Promise.all([lineFacts(route.id, at), lowestByMonth(route.id, at)]);
  const shown = months.slice(0, MONTHS);
  const isBack = (each: Line) => each.from === to && each.to === from;
  return {
    ...line,
    at,
    network,
    facts,
    months: shown,
    prices: priceSpan(shown),
    paths: inLanguages(routePaths(from, to)),
    back: lines.find(isBack) ?? null,
    neighbours: lines.filter(
      (each) => each !== line && (each.from === from || each.to === to) && !isBack(each),
    ),
  };
});

export type LinePage = NonNullable<Awaited<ReturnType<typeof readLine>>>;
