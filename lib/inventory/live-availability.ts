import type { Context } from '@/lib/kernel/context';
import type { AvailabilityHint, LiveSailing, RoomNumber } from '@/lib/realtime/protocol';
import { type RouteDay, roomOfDay } from '@/lib/realtime/rooms';
import {
  forgetNumbersBefore,
  readNumbers,
  type StockOfSailing,
  stockOfDays,
  stockOfSailings,
  takeNumbers,
} from './availability-repository';
import { availabilityOf } from './availability-rules';

/** A sailing whose stock has changed, and when. */
export interface StockChanged extends RouteDay {
  readonly sailingId: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * One hint per sailing, however often it changed. Numbers are taken first, in a statement of their own, and stock is
 * read afterwards: so the hint with the highest number of a room never says less than the last change (docs/live.md).
 */
export async function describeChanges(
  ctx: Context,
  changes: readonly StockChanged[],
): Promise<AvailabilityHint[]> {
  const latest = [...new Map(changes.map((change) => [change.sailingId, change])).values()];
  if (latest.length === 0) return [];
  const days = new Map<string, RouteDay & { count: number }>();
  for (const { routeId, departureDay } of latest) {
    const room = roomOfDay({ routeId, departureDay });
    days.set(room, { routeId, departureDay, count: (days.get(room)?.count ?? 0) + 1 });
  }
  const taken = await takeNumbers([...days.values()]);
  const next = new Map(
    taken.map((each) => [roomOfDay(each), each.seq - (days.get(roomOfDay(each))?.count ?? 0)]),
  );
  const found = new Map((await stockOfSailings(latest.map((each) => each.sailingId))).map((s) => [s.id, s]));
  return latest.map(({ sailingId, routeId, departureDay, at }) => {
    const room = roomOfDay({ routeId, departureDay });
    const seq = (next.get(room) ?? 0) + 1;
    next.set(room, seq);
    const sailing = found.get(sailingId);
    return { ...live(sailingId, { routeId, departureDay }, sailing, ctx.now), seq, at };
  });
}

/**
 * What is left of all sailings of these routes on these days, with the number of the last hint that is in it. Numbers
 * are read before stock: what a hint up to that number told is in the stock.
 */
export async function availabilitySnapshot(
  ctx: Context,
  { routes, dates }: { readonly routes: readonly string[]; readonly dates: readonly string[] },
): Promise<{ rooms: RoomNumber[]; sailings: LiveSailing[] }> {
  const numbers = new Map((await readNumbers(routes, dates)).map((each) => [roomOfDay(each), each.seq]));
  const stock = await stockOfDays(routes, dates);
  return {
    rooms: routes.flatMap((routeId) =>
      dates.map((departureDay) => {
        const day = { routeId, departureDay };
        return { ...day, seq: numbers.get(roomOfDay(day)) ?? 0 };
      }),
    ),
    sailings: stock.map((sailing) => live(sailing.id, sailing, sailing, ctx.now)),
  };
}

/** The job: forgets the numbers of days that are over everywhere. */
export function forgetOldNumbers(ctx: Context): Promise<void> {
  return forgetNumbersBefore(new Date(ctx.now.getTime() - 3 * 86_400_000).toISOString().slice(0, 10));
}

/** A sailing that is gone has nothing left. */
function live(
  sailingId: string,
  { routeId, departureDay }: RouteDay,
  sailing: StockOfSailing | undefined,
  now: Date,
): LiveSailing {
  const { passengers, vehicles, cabins, seats } = availabilityOf(sailing?.stock ?? []);
  const { laneCm, ...places } = vehicles;
  return {
    sailingId,
    routeId,
    departureDay,
    open: sailing?.status === 'scheduled' && sailing.departsAt > now,
    passengers,
    vehicles: { ...places, laneCentimetres: laneCm },
    cabins: cabins.map(({ code, state, left }) => ({ type: code, state, left })),
    seats: [...seats],
  };
}
