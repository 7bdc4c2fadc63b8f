import { door } from '@/lib/platform/api/door';
import { searchSailings } from '@/lib/search/search-sailings';
import { presentSailing } from '../_shapes/sailing';
import { partyOf, sailingsQuery } from '../_shapes/search';

/** Sailings of a day with prices for the party and what is left, read now. */
export const GET = door({ operation: 'search-sailings', query: sailingsQuery }, async ({ ctx, query }) => {
  const leg = { from: query.from, to: query.to, date: query.date };
  const offers = await searchSailings(ctx, { leg, party: partyOf(query) });
  return { status: 200, body: { data: offers.map((offer) => presentSailing(offer, ctx.locale)) } };
});
