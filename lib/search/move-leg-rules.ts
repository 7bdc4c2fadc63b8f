import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import type { LegQuery, SearchQuery } from './types';

/** The search with one leg on another day; the return moves along where it would come before the outbound. */
export function legOnDay(query: SearchQuery, leg: 0 | 1, date: LocalDate): Partial<SearchQuery> {
  const { outbound, inbound } = query;
  const on = (each: LegQuery, day: LocalDate): LegQuery => ({ ...each, date: day });
  if (!inbound) return { outbound: on(outbound, date) };
  if (leg === 1) return { inbound: on(inbound, date < outbound.date ? outbound.date : date) };
  const gap = daysBetween(outbound.date, inbound.date);
  return {
    outbound: on(outbound, date),
    inbound: on(inbound, date > inbound.date ? addDays(date, gap) : inbound.date),
  };
}
