import { listLines, readNetwork } from '@/lib/network/queries';
import { door } from '@/lib/platform/api/door';
import { ANY_LOWEST } from '@/lib/sailings/page-tag-rules';
import { latestPrices } from '@/lib/sailings/price-queries';
import { localeQuery } from '../_shapes/port';
import { presentRoute } from '../_shapes/route';

/** All directions with their lowest prices of today, alike for everybody: cacheable at the edge until one of them moves. */
export const GET = door({ operation: 'list-routes', query: localeQuery }, async ({ ctx }) => {
  const [lines, network, prices] = await Promise.all([listLines(), readNetwork(), latestPrices(ctx.now)]);
  const lowest = new Map(prices.map((price) => [price.routeId, price]));
  const data = lines.map((line) => presentRoute(line, lowest.get(line.route.id), network, ctx.locale));
  const headers = {
    'cache-control': 'public, s-maxage=300, stale-while-revalidate=3300',
    'cache-tag': ANY_LOWEST,
    vary: 'accept-language',
  };
  return { status: 200, body: { data }, headers };
});
