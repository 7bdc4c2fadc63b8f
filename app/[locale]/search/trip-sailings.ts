import { priceInsight } from '@/lib/insights/queries';
import type { PriceInsight } from '@/lib/insights/types';
import type { Context } from '@/lib/kernel/context';
import { addDays } from '@/lib/kernel/dates';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import type { LegQuery, SearchQuery, WayOffer } from '@/lib/search/types';
import { wayDaysTags, wayListTags } from '@/lib/search/way-tag-rules';
import { cheapestWays, linePairs, searchWays, wayLines } from '@/lib/search/ways';

/** What there is on a leg: its sailings or combinations of two, the lowest price of the days around, and how today's moved. */
export interface LegFound {
  readonly asked: LegQuery;
  readonly offers: readonly WayOffer[];
  /** Nothing sails directly, and one gets there by changing ships. */
  readonly isIndirect: boolean;
  readonly week: Awaited<ReturnType<typeof cheapestWays>>;
  /** How the lowest price of the day moved; null where there is nothing to say. */
  readonly insight: PriceInsight | null;
}

/** All that the lists of a trip show, asked at once; the page that asks is dropped when it changes. */
export function tripSailings(ctx: Context, query: SearchQuery): Promise<LegFound[]> {
  const { outbound, inbound, party } = query;
  return Promise.all(
    (inbound ? [outbound, inbound] : [outbound]).map(async (asked) => {
      const first = addDays(asked.date, -3);
      const [lines, pairs] = await Promise.all([wayLines(asked), linePairs(asked)]);
      await tagPage([...wayListTags(lines, asked.date), ...wayDaysTags(lines, first, 7)]);
      const isIndirect = pairs.length > 0;
      const [offers, week, insight] = await Promise.all([
        searchWays(ctx, { leg: asked, party }),
        cheapestWays(ctx, asked, first, 7, party),
        isIndirect ? null : priceInsight(ctx, { routeId: `${asked.from}-${asked.to}`, day: asked.date }),
      ]);
      return { asked, offers, isIndirect, week, insight };
    }),
  );
}
