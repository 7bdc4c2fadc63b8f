import { z } from 'zod';
import type { CalendarDay } from '@/lib/search/calendar-rules';
import { money, moneyShape } from './money';
import { localDate } from './search';

export const calendarDayShape = z
  .object({
    date: localDate,
    state: z.enum(['past', 'none', 'sold-out', 'available']).meta({
      description: '`none`: nothing sails; `sold-out`: nothing is left that the party fits on.',
    }),
    sailings: z.int().min(0),
    total: moneyShape.nullable().meta({ description: 'The lowest total of the party in Basic.' }),
  })
  .meta({ id: 'CalendarDay' });

/** A day of the calendar as the API gives it. */
export function presentDay({ day, state, sailings, totalCents }: CalendarDay) {
  return { date: day, state, sailings, total: totalCents === null ? null : money(totalCents) };
}
