import type { MonthPrice } from './types';

/** A month in which something can be booked. */
export type PricedMonth = MonthPrice & { readonly totalCents: number; readonly day: string };

/** The cheapest and the dearest of some months, the earlier where prices are alike; null when nothing can be booked. */
export function priceSpan(months: readonly MonthPrice[]): { low: PricedMonth; high: PricedMonth } | null {
  const [first, ...rest] = months.filter(isPriced);
  if (!first) return null;
  return {
    low: rest.reduce((least, each) => (each.totalCents < least.totalCents ? each : least), first),
    high: rest.reduce((most, each) => (each.totalCents > most.totalCents ? each : most), first),
  };
}

function isPriced(month: MonthPrice): month is PricedMonth {
  return month.totalCents !== null && month.day !== null;
}
