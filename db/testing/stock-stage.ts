import { sql } from '@/db/client';
import type { PlaceHoldInput } from '@/lib/inventory/input';
import { placeHold } from '@/lib/inventory/place-hold';
import type { Context } from '@/lib/kernel/context';

/*
 * Where tests of holds and bookings take place: sailings of the seed whose stock is set by hand, and the balance
 * afterwards.
 */

/** A guest at an instant; tests move time by giving another. */
export function guestAt(now: Date): Context {
  return { actor: { kind: 'guest' }, locale: 'fr', now, requestId: 'test' };
}

/** The instant of the tests: the seed begins on the day it runs. */
export const NOON = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 12 * 3_600_000);

/** Scheduled sailings of a direction, by departure, at least `days` ahead. */
export async function sailingsAhead(routeId: string, days = 30, limit = 10): Promise<string[]> {
  const from = new Date(NOON.getTime() + days * 86_400_000).toISOString();
  const rows = await sql<{ id: string }[]>`
    select s.id from sailings s
    where s.route_id = ${routeId} and s.departs_at > ${from} and s.status = 'scheduled'
      and exists (select 1 from stock_lines l where l.sailing_id = s.id and l.code = 'inside-4')
    order by s.departs_at limit ${limit}`;
  return rows.map((row) => row.id);
}

/** Leaves exactly `left` of a line. */
export async function leave(sailingId: string, code: string, left: number): Promise<void> {
  await sql`update stock_lines set capacity = held + sold + ${left} where id = ${`${sailingId}:${code}`}`;
}

/** Counters of a line, and what active and converted holds say they should be. */
export async function balance(sailingId: string, code: string) {
  const [row] = await sql<
    { left: number; held: number; sold: number; heldByHolds: number; soldByHolds: number }[]
  >`
    select s.capacity - s.held - s.sold as left, s.held, s.sold,
      coalesce(sum(i.quantity) filter (where h.status = 'active'), 0)::int as "heldByHolds",
      coalesce(sum(i.quantity) filter (where h.status = 'converted'), 0)::int as "soldByHolds"
    from stock_lines s
    left join hold_items i on i.stock_line_id = s.id
    left join holds h on h.id = i.hold_id
    where s.id = ${`${sailingId}:${code}`} group by s.id`;
  if (!row) throw new Error(`no line ${code} on ${sailingId}`);
  return row;
}

/** The input for so many adults on these sailings. */
export function adults(
  sailingIds: readonly string[],
  count = 1,
  extra: Partial<PlaceHoldInput['legs'][number]> & Pick<PlaceHoldInput, 'vehicles' | 'pets'> = {},
): PlaceHoldInput {
  const { vehicles, pets, ...leg } = extra;
  return {
    legs: sailingIds.map((sailingId) => ({ sailingId, fareFamily: 'standard' as const, ...leg })),
    passengers: Array.from({ length: count }, () => ({ type: 'adult' as const })),
    ...(vehicles && { vehicles }),
    ...(pets && { pets }),
  };
}

/** Places a hold that must succeed. */
export async function held(ctx: Context, input: PlaceHoldInput): Promise<string> {
  const result = await placeHold(ctx, input);
  if (!result.ok) throw new Error(`no hold: ${JSON.stringify(result.refusal)}`);
  return result.value.id;
}

/** Lines of all sailings that do not balance with the holds, or are out of their bounds; none, ever. */
export async function unbalancedLines(): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select s.id from stock_lines s
    left join (
      select i.stock_line_id,
        sum(i.quantity) filter (where h.status = 'active') as held,
        sum(i.quantity) filter (where h.status = 'converted') as sold
      from hold_items i join holds h on h.id = i.hold_id group by 1
    ) t on t.stock_line_id = s.id
    where s.held <> coalesce(t.held, 0) or s.held < 0 or s.sold < coalesce(t.sold, 0)
      or s.held + s.sold > s.capacity`;
  return rows.map((row) => row.id);
}

/** Deadlocks that this database has had to break so far: retries hide them, this does not. */
export async function deadlocks(): Promise<number> {
  await sql`select pg_stat_force_next_flush()`;
  const [row] = await sql<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return row?.deadlocks ?? 0;
}
