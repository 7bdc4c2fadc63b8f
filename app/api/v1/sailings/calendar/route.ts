import { door } from '@/lib/platform/api/door';
import { monthCalendar } from '@/lib/search/price-calendar';
import { presentDay } from '../../_shapes/calendar';
import { calendarQuery, partyOf } from '../../_shapes/search';

/** Every day of a month with its lowest price for the party, as it stands now. */
export const GET = door({ operation: 'price-calendar', query: calendarQuery }, async ({ ctx, query }) => {
  const { from, to, month } = query;
  const days = await monthCalendar(ctx, { from, to, month, party: partyOf(query) });
  return { status: 200, body: { data: days.map(presentDay) } };
});
