import type { Context } from '@/lib/kernel/context';
import { addDays, type LocalDate, localDateOf } from '@/lib/kernel/dates';
import { portByCode } from '@/lib/network/queries';
import type { PartyItems } from '@/lib/pricing/types';
import {
  type CalendarDay,
  DAYS_AROUND,
  type DayState,
  daysOfMonth,
  type Month,
  type PairPrice,
} from './calendar-rules';
import type { LegQuery } from './types';
import { cheapestWays, pricedWays } from './ways';

interface MonthOfLeg {
  readonly from: string;
  readonly to: string;
  readonly month: Month;
  readonly party: PartyItems;
  /** The day of the outbound, for a return. */
  readonly notBefore?: LocalDate;
}

/** Every day of a month with its lowest total for the party: the figure of the day's list. */
export async function monthCalendar(ctx: Context, input: MonthOfLeg): Promise<CalendarDay[]> {
  const { first, count } = daysOfMonth(input.month);
  const [days, today] = await Promise.all([
    cheapestWays(ctx, input, first, count, input.party),
    todayAt(input.from, ctx.now),
  ]);
  return days.map((each) => {
    const state = stateOf(each, today);
    if (state === 'past' || each.day >= (input.notBefore ?? each.day)) return { ...each, state };
    return { ...each, state: 'too-early', totalCents: null };
  });
}

/** Return trips on the days around both dates, the lowest total of each pair: rows by outbound day, three on each side. */
export async function pricesAround(
  ctx: Context,
  input: { readonly outbound: LegQuery; readonly inbound: LegQuery; readonly party: PartyItems },
): Promise<PairPrice[][]> {
  const { outbound, inbound, party } = input;
  const span = 2 * DAYS_AROUND + 1;
  const waysOf = (leg: LegQuery) => pricedWays(ctx, leg, addDays(leg.date, -DAYS_AROUND), span, party);
  const [outs, backs, today] = await Promise.all([
    waysOf(outbound),
    waysOf(inbound),
    todayAt(outbound.from, ctx.now),
  ]);
  const daysAround = (date: LocalDate) =>
    Array.from({ length: span }, (_, index) => addDays(date, index - DAYS_AROUND));
  return daysAround(outbound.date).map((out) =>
    daysAround(inbound.date).map((back) => {
      const pairs = outs
        .filter((each) => each.day === out)
        .flatMap((there) =>
          backs.filter((each) => each.day === back).map((again) => [there, again] as const),
        );
      const inTime = pairs.filter(([there, again]) => again.departsAt > there.arrivesAt);
      const totals = inTime.flatMap(([there, again]) =>
        there.totalCents === null || again.totalCents === null ? [] : [there.totalCents + again.totalCents],
      );
      const totalCents = totals.length > 0 ? Math.min(...totals) : null;
      const isTooEarly = out > back || (pairs.length > 0 && inTime.length === 0);
      const state = stateOf({ day: out < today ? out : back, sailings: pairs.length, totalCents }, today);
      return {
        out,
        back,
        totalCents,
        state: isTooEarly && state !== 'past' ? 'too-early' : state,
      };
    }),
  );
}

function stateOf(
  { day, sailings, totalCents }: Pick<CalendarDay, 'day' | 'sailings' | 'totalCents'>,
  today: LocalDate,
): DayState {
  if (day < today) return 'past';
  if (sailings === 0) return 'none';
  return totalCents === null ? 'sold-out' : 'available';
}

async function todayAt(port: string, now: Date): Promise<LocalDate> {
  return localDateOf(now, (await portByCode(port))?.timeZone ?? 'UTC');
}
