import { priceInsight } from '@/lib/insights/queries';
import type { PriceInsight } from '@/lib/insights/types';
import type { Context } from '@/lib/kernel/context';
import { addDays } from '@/lib/kernel/dates';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import { daysTags, listTag } from '@/lib/sailings/page-tag-rules';
import { cheapestByDay } from '@/lib/sailings/price-queries';
import { searchSailings } from '@/lib/search/search-sailings';
import type { LegQuery, SailingOffer, SearchQuery } from '@/lib/search/types';

/** What there is on a leg: its sailings, the lowest price of the days around, and how today's moved. */
export interface LegFound {
  readonly asked: LegQuery;
  readonly offers: readonly SailingOffer[];
  readonly week: Awaited<ReturnType<typeof cheapestByDay>>;
  /** How the lowest price of the day moved; null where there is nothing to say. */
  readonly insight: PriceInsight | null;
}

/** All that the lists of a trip show, asked at once; the page that asks is dropped when it changes. */
export function tripSailings(ctx: Context, query: SearchQuery): Promise<LegFound[]> {
  const { outbound, inbound, party } = query;
  return Promise.all(
    (inbound ? [outbound, inbound] : [outbound]).map(async (asked) => {
      const line = `${asked.from}-${asked.to}`;
      const first = addDays(asked.date, -3);
      await tagPage([listTag(line, asked.date), ...daysTags(line, first, 7)]);
      const [offers, week, insight] = await Promise.all([
        searchSailings(ctx, { leg: asked, party }),
        cheapestByDay(line, first, 7, party, ctx.now),
        priceInsight(ctx, { routeId: line, day: asked.date }),
      ]);
      return { asked, offers, week, insight };
    }),
  );
}
