import { addDays, type LocalDate } from '@/lib/kernel/dates';
import type { FareFamily } from '@/lib/network/types';
import type { DayPrice } from '@/lib/sailings/types';
import type { Combination, FareOffer, SailingOffer, WayOffer } from './types';

/*
 * A way from one port to another: a sailing, or two with a change of ships between. Two are sold in one fare family,
 * at the sum of what each costs.
 */

/** A ship may take two days, and the next one leave a day later; another clock may make that one day more. */
export const DAYS_TO_NEXT_SHIP = 4;

/** The value by which a way is chosen, and what separates its two sailings. */
const AND = '+';

/** The sailings of a way, in order. */
export function sailingsOf(offer: WayOffer): readonly SailingOffer[] {
  return 'sailings' in offer ? offer.sailings : [offer];
}

/** The ids of the sailings of a way from its own id. */
export function sailingIdsOf(wayId: string): readonly string[] {
  return wayId.split(AND);
}

/** Two sailings as one way. CO2 and price are those of both; `missing` is empty: what is sold out is not combined. */
export function combinationOf(
  first: SailingOffer,
  second: SailingOffer,
  facts: Pick<Combination, 'transfer' | 'co2'>,
): Combination {
  const { departsAt, from } = first;
  const { arrivesAt, to } = second;
  return {
    id: `${first.id}${AND}${second.id}`,
    sailings: [first, second],
    from,
    to,
    departsAt,
    arrivesAt,
    durationMinutes: Math.round((Date.parse(arrivesAt) - Date.parse(departsAt)) / 60_000),
    ...facts,
    fares: first.fares.flatMap((fare) => {
      const other = second.fares.find(({ family }) => family === fare.family);
      return other ? [bothFares(fare.family, fare, other)] : [];
    }),
    missing: [],
    best: false,
  };
}

/** Both fares as one: prices add up, of conditions the stricter counts. Each crossing keeps its own when it is booked. */
function bothFares(family: FareFamily, first: FareOffer, second: FareOffer): FareOffer {
  const fees = [first, second].map(({ conditions }) => conditions.changeFeeCents);
  const [a, b] = [first.cancellation[0], second.cancellation[0]];
  return {
    family,
    perAdultCents: first.perAdultCents + second.perAdultCents,
    totalCents: first.totalCents + second.totalCents,
    lines: [...first.lines, ...second.lines.map((line) => ({ ...line, leg: 1 }))],
    conditions: {
      changeFeeCents: fees.reduce<number | null>(
        (sum, fee) => (sum === null || fee === null ? null : sum + fee),
        0,
      ),
      refundable: first.conditions.refundable && second.conditions.refundable,
    },
    cancellation:
      a && b
        ? [
            {
              hoursBefore: Math.max(a.hoursBefore, b.hoursBefore),
              keptPercent: Math.max(a.keptPercent, b.keptPercent),
            },
          ]
        : [],
  };
}

/** The days of a strip or a calendar from the ways that leave on them. */
export function pricesByDay(
  ways: readonly { readonly day: LocalDate; readonly totalCents: number | null }[],
  from: LocalDate,
  days: number,
): DayPrice[] {
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(from, index);
    const leaving = ways.filter((each) => each.day === day);
    const totals = leaving.flatMap(({ totalCents }) => totalCents ?? []);
    return {
      day,
      sailings: leaving.length,
      totalCents: totals.length > 0 ? Math.min(...totals) : null,
    };
  });
}
