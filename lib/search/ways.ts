import { co2PerPassenger } from '@/lib/carbon/passenger-rules';
import type { Context } from '@/lib/kernel/context';
import { addDays, type LocalDate } from '@/lib/kernel/dates';
import { listRoutes, readNetwork } from '@/lib/network/queries';
import { type Crossing, transferBetween, transferPorts, transferProblem } from '@/lib/network/transfer-rules';
import type { PartyItems } from '@/lib/pricing/types';
import { pricedFor } from '@/lib/sailings/price-queries';
import type { DayPrice } from '@/lib/sailings/types';
import { offersBetween, withBest } from './search-sailings';
import type { Combination, LegQuery, SailingOffer, WayOffer } from './types';
import { combinationOf, DAYS_TO_NEXT_SHIP, pricesByDay } from './way-rules';
import type { WayLine } from './way-tag-rules';

type Ends = Pick<LegQuery, 'from' | 'to'>;

/** Two lines that make a way where none sails directly. */
export type LinePair = readonly [first: string, second: string];

/** The pairs of lines between two ports; none where a line sails directly, or where nothing leads there. */
export async function linePairs({ from, to }: Ends): Promise<readonly LinePair[]> {
  const [routes, { ports }] = await Promise.all([listRoutes(), readNetwork()]);
  return transferPorts(from, to, routes, ports).map((via) => [`${from}-${via}`, `${via}-${to}`] as const);
}

/** The lines that the ways between two ports are made of, for whoever keeps what it shows of them. */
export async function wayLines(ends: Ends): Promise<WayLine[]> {
  const pairs = await linePairs(ends);
  if (pairs.length === 0) return [{ routeId: `${ends.from}-${ends.to}`, daysAfter: 0 }];
  return pairs.flatMap(([first, second]) => [
    { routeId: first, daysAfter: 0 },
    { routeId: second, daysAfter: DAYS_TO_NEXT_SHIP },
  ]);
}

/** Every way of a day for a party: sailings where a line sails directly, else combinations of two. By departure. */
export async function searchWays(
  ctx: Context,
  input: { readonly leg: LegQuery; readonly party: PartyItems },
): Promise<WayOffer[]> {
  const { leg, party } = input;
  return withBest(await waysBetween(ctx, leg, leg.date, leg.date, party));
}

/** The same of all days from `from` to `to`, both included; none of them is marked as the best. */
export async function waysBetween(
  ctx: Context,
  ends: Ends,
  from: LocalDate,
  to: LocalDate,
  party: PartyItems,
): Promise<WayOffer[]> {
  const pairs = await linePairs(ends);
  if (pairs.length === 0) return offersBetween(ctx, `${ends.from}-${ends.to}`, from, to, party);
  const found = await Promise.all(pairs.map((pair) => combinationsOf(ctx, pair, from, to, party)));
  const inOrder = (a: Combination, b: Combination) =>
    Date.parse(a.departsAt) - Date.parse(b.departsAt) || Date.parse(a.arrivesAt) - Date.parse(b.arrivesAt);
  return found.flat().sort(inOrder);
}

/** The two ships by one pair of lines, the first leaving on these days, that the party finds room on and can change between. */
async function combinationsOf(
  ctx: Context,
  [first, second]: LinePair,
  from: LocalDate,
  to: LocalDate,
  party: PartyItems,
): Promise<Combination[]> {
  const [firsts, seconds, routes, network] = await Promise.all([
    offersBetween(ctx, first, from, to, party),
    offersBetween(ctx, second, from, addDays(to, DAYS_TO_NEXT_SHIP), party),
    listRoutes(),
    readNetwork(),
  ]);
  const miles = (id: string) => routes.find((route) => route.id === id)?.nauticalMiles ?? 0;
  const co2 = co2PerPassenger(miles(first) + miles(second), party);
  const withVehicle = party.vehicles.length > 0;
  const hasRoom = ({ missing }: SailingOffer) => missing.length === 0;
  return firsts.filter(hasRoom).flatMap((one) =>
    seconds.filter(hasRoom).flatMap((other) => {
      const transfer = transferBetween(crossingOf(one), crossingOf(other), withVehicle, network);
      const possible = transferProblem(crossingOf(one), transfer) === null;
      return possible ? [combinationOf(one, other, { transfer, co2 })] : [];
    }),
  );
}

function crossingOf({ from, to, operator, departsAt, arrivesAt }: SailingOffer): Crossing {
  return {
    routeId: `${from}-${to}`,
    operatorCode: operator.code,
    departsAt: new Date(departsAt),
    arrivesAt: new Date(arrivesAt),
  };
}

/** A way as its price is asked for: when it leaves and arrives, and what it costs the party; null where it does not fit. */
export interface PricedWay {
  readonly day: LocalDate;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
  readonly totalCents: number | null;
}

/** The ways that leave on `days` days from `from`, each with the party's lowest total: the figures of the lists. */
export async function pricedWays(
  ctx: Context,
  ends: Ends,
  from: LocalDate,
  days: number,
  party: PartyItems,
): Promise<PricedWay[]> {
  const pairs = await linePairs(ends);
  if (pairs.length === 0) return pricedFor(`${ends.from}-${ends.to}`, from, days, party, ctx.now);
  const found = await Promise.all(pairs.map((pair) => pricedPair(ctx, pair, from, days, party)));
  return found.flat().sort((a, b) => a.departsAt.getTime() - b.departsAt.getTime());
}

async function pricedPair(
  ctx: Context,
  [first, second]: LinePair,
  from: LocalDate,
  days: number,
  party: PartyItems,
): Promise<PricedWay[]> {
  const [firsts, seconds, network] = await Promise.all([
    pricedFor(first, from, days, party, ctx.now),
    pricedFor(second, from, days + DAYS_TO_NEXT_SHIP, party, ctx.now),
    readNetwork(),
  ]);
  const withVehicle = party.vehicles.length > 0;
  return firsts.flatMap((one) =>
    seconds.flatMap((other) => {
      const [a, b] = [
        { ...one, routeId: first },
        { ...other, routeId: second },
      ];
      if (transferProblem(a, transferBetween(a, b, withVehicle, network)) !== null) return [];
      const { day, departsAt, totalCents } = one;
      const both = totalCents === null || other.totalCents === null ? null : totalCents + other.totalCents;
      return [{ day, departsAt, arrivesAt: other.arrivesAt, totalCents: both }];
    }),
  );
}

/** The lowest total for the party on each of `days` days from `from`. */
export async function cheapestWays(
  ctx: Context,
  ends: Ends,
  from: LocalDate,
  days: number,
  party: PartyItems,
): Promise<DayPrice[]> {
  return pricesByDay(await pricedWays(ctx, ends, from, days, party), from, days);
}
