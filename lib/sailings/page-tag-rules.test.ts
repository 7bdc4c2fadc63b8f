import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { daysTags, listTag, lowestTag, monthTag, tagsOfBadges, tagsOfDays } from './page-tag-rules';

const ROUTE = 'FRMRS-TNLGN';
const meets = (page: readonly string[], dropped: readonly string[]) =>
  page.some((tag) => dropped.includes(tag));

describe('what is dropped', () => {
  const strip = daysTags(ROUTE, '2027-07-11', 7);
  const month = [monthTag(ROUTE, '2027-07')];
  const list = [listTag(ROUTE, '2027-07-14')];
  const home = [lowestTag(ROUTE)];

  it('by badges: the list of that day alone', () => {
    const dropped = tagsOfBadges({ routeId: ROUTE, day: '2027-07-14' });
    expect([list, strip, month, home].map((page) => meets(page, dropped))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('by a price: whatever shows that day, and nothing of other days', () => {
    const dropped = tagsOfDays([{ routeId: ROUTE, day: '2027-07-14' }]);
    expect([list, strip, month, home].map((page) => meets(page, dropped))).toEqual([true, true, true, true]);
    const later = tagsOfDays([{ routeId: ROUTE, day: '2027-07-18' }]);
    expect([list, strip, month, home].map((page) => meets(page, later))).toEqual([false, false, true, true]);
    const other = tagsOfDays([{ routeId: 'FRMRS-FRBIA', day: '2027-07-14' }]);
    expect([list, strip, month, home].some((page) => meets(page, other))).toBe(false);
  });

  it('by very many prices: all of the line, in one word', () => {
    const days = Array.from({ length: 31 }, (_, index) => ({
      routeId: ROUTE,
      day: addDays('2027-07-01', index),
    }));
    expect(tagsOfDays(days)).toEqual(['lowest:any', `route:${ROUTE}`]);
    expect(meets(strip, tagsOfDays(days))).toBe(true);
  });
});
