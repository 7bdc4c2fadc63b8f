import { priceInsight } from '@/lib/insights/queries';
import { door } from '@/lib/platform/api/door';
import { presentInsight } from '../../_shapes/insight';
import { insightQuery } from '../../_shapes/search';

/** How the price of a line on a day moved and where it stands; `data` is null where nothing can be said. */
export const GET = door({ operation: 'price-insight', query: insightQuery }, async ({ ctx, query }) => {
  const insight = await priceInsight(ctx, { routeId: `${query.from}-${query.to}`, day: query.date });
  return { status: 200, body: { data: insight && presentInsight(insight) } };
});
