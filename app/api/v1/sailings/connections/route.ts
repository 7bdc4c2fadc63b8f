import { door } from '@/lib/platform/api/door';
import { searchWays } from '@/lib/search/ways';
import { presentConnection } from '../../_shapes/connection';
import { partyOf, sailingsQuery } from '../../_shapes/search';

/** Ways of a day by two ships, read now; none where a line sails directly. */
export const GET = door({ operation: 'search-connections', query: sailingsQuery }, async ({ ctx, query }) => {
  const leg = { from: query.from, to: query.to, date: query.date };
  const ways = await searchWays(ctx, { leg, party: partyOf(query) });
  const data = ways.flatMap((way) => ('sailings' in way ? [presentConnection(way, ctx.locale)] : []));
  return { status: 200, body: { data } };
});
