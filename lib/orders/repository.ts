import { and, asc, eq, getTableColumns, gt, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { bookingEvents, bookingLegs, bookings } from '@/db/schema/bookings';
import { holdLegs, holds } from '@/db/schema/holds';
import { operatorOrders, orderRepairs } from '@/db/schema/orders';
import { sailings } from '@/db/schema/sailings';
import type { Transaction } from '@/db/transaction';
import { newId } from '@/lib/kernel/ids';
import type { Order, OrderState } from './types';

export type OrderRow = typeof operatorOrders.$inferSelect;
export type OrderChange = Partial<
  Pick<
    OrderRow,
    'holdRef' | 'ticketRef' | 'expiresAt' | 'chargedCents' | 'keptCents' | 'reason' | 'manifestSentAt'
  >
>;

/** A leg with all that an operator has to be told to keep its places; nobody's name is among it. */
export interface LegToOrder {
  readonly bookingId: string;
  readonly reference: string;
  readonly position: number;
  readonly sailingId: string;
  readonly routeId: string;
  readonly day: string;
  readonly operatorCode: string;
  /** Of our hold, as it is now. */
  readonly version: number;
  readonly party: typeof holds.$inferSelect.party;
  readonly selection: typeof holdLegs.$inferSelect.selection;
  readonly soldCents: number;
}

/** The legs of a booking as its hold has them now, in order. */
export async function legsToOrder(bookingId: string): Promise<LegToOrder[]> {
  const rows = await db
    .select({
      bookingId: bookings.id,
      reference: bookings.reference,
      position: holdLegs.position,
      sailingId: holdLegs.sailingId,
      routeId: sailings.routeId,
      day: sailings.departureDay,
      operatorCode: sailings.operatorCode,
      version: holds.version,
      party: holds.party,
      quote: holds.quote,
      selection: holdLegs.selection,
    })
    .from(bookings)
    .innerJoin(holds, eq(holds.id, bookings.holdId))
    .innerJoin(holdLegs, eq(holdLegs.holdId, holds.id))
    .innerJoin(sailings, eq(sailings.id, holdLegs.sailingId))
    .where(eq(bookings.id, bookingId))
    .orderBy(asc(holdLegs.position));
  return rows.map(({ quote, ...leg }) => ({ ...leg, soldCents: quote.legTotals[leg.position] ?? 0 }));
}

/** All orders of a booking, the oldest first. */
export function ordersOf(bookingId: string, on: Queryable = db): Promise<OrderRow[]> {
  return on
    .select()
    .from(operatorOrders)
    .where(eq(operatorOrders.bookingId, bookingId))
    .orderBy(asc(operatorOrders.position), asc(operatorOrders.createdAt), asc(operatorOrders.attempt));
}

/** Writes an order down before it is made; one of the same key is there already, and stays. */
export async function insertOrder(row: typeof operatorOrders.$inferInsert): Promise<void> {
  await db.insert(operatorOrders).values(row).onConflictDoNothing();
}

/** Moves an order that is in one of `from`; false when it is in none of them: somebody else was faster. */
export async function moveOrder(
  tx: Transaction,
  key: string,
  from: readonly OrderState[],
  to: OrderState,
  at: Date,
  change: OrderChange = {},
): Promise<boolean> {
  const moved = await tx
    .update(operatorOrders)
    .set({ ...change, state: to, changedAt: at })
    .where(and(eq(operatorOrders.key, key), inArray(operatorOrders.state, [...from])))
    .returning({ key: operatorOrders.key });
  return moved.length > 0;
}

/** Notes something of an order whose state stays. */
export async function noteOrder(
  key: string,
  change: OrderChange & { readonly comparedAt?: Date },
): Promise<void> {
  await db.update(operatorOrders).set(change).where(eq(operatorOrders.key, key));
}

/** What the leg of a booking says of its operator: shown to the traveller, and printed on the ticket. */
export async function noteLeg(
  tx: Transaction,
  { bookingId, position }: Pick<Order, 'bookingId' | 'position'>,
  status: typeof bookingLegs.$inferSelect.operatorStatus,
  operatorReference?: string,
): Promise<void> {
  await tx
    .update(bookingLegs)
    .set({ operatorStatus: status, ...(operatorReference && { operatorReference }) })
    .where(and(eq(bookingLegs.bookingId, bookingId), eq(bookingLegs.position, position)));
}

/** Adds a line to the booking's history. No personal data. */
export async function noteInHistory(
  tx: Transaction,
  bookingId: string,
  at: Date,
  kind: string,
  data: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await tx.insert(bookingEvents).values({ id: newId('bev'), bookingId, at, kind, data });
}

/** Bookings that may still need what is held for them at operators. */
const WANTING = ['awaiting_payment', 'payment_processing', 'confirming', 'stuck'] as const;

/** Bookings with orders that keep places for nobody since `before`: the booking is over, or another order counts. */
export async function bookingsWithIdleOrders(before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: operatorOrders.bookingId })
    .from(operatorOrders)
    .innerJoin(bookings, eq(bookings.id, operatorOrders.bookingId))
    .innerJoin(holds, eq(holds.id, bookings.holdId))
    .where(
      and(
        inArray(operatorOrders.state, ['asked', 'held']),
        lt(operatorOrders.changedAt, before),
        or(notInArray(bookings.status, [...WANTING]), lt(operatorOrders.version, holds.version)),
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** A booking that may still need what is held for it; null for one that does not. */
export async function waitingBooking(bookingId: string) {
  const [row] = await db
    .select({ id: bookings.id, holdId: bookings.holdId, status: bookings.status })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), inArray(bookings.status, [...WANTING])));
  return row ?? null;
}

/** Bookings that wait for their money and of which an operator's hold ends before `until`. */
export async function bookingsToRenew(until: Date, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: operatorOrders.bookingId })
    .from(operatorOrders)
    .innerJoin(bookings, eq(bookings.id, operatorOrders.bookingId))
    .innerJoin(holds, eq(holds.id, bookings.holdId))
    .where(
      and(
        eq(operatorOrders.state, 'held'),
        lt(operatorOrders.expiresAt, until),
        eq(operatorOrders.version, holds.version),
        or(
          eq(bookings.status, 'payment_processing'),
          and(eq(bookings.status, 'awaiting_payment'), gt(bookings.expiresAt, now)),
        ),
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** An order beside the booking it was made for, for comparing books. */
export interface OrderToCompare extends OrderRow {
  readonly reference: string;
  readonly bookingStatus: typeof bookings.$inferSelect.status;
  readonly holdVersion: number;
}

/**
 * Orders to be compared with the operators' books, the longest not compared first: open ones, tickets of ships that have
 * not left, and those that ended since `endedSince`. None that changed after `before`: it is in somebody's hands.
 */
export function ordersToCompare(
  times: { readonly now: Date; readonly before: Date; readonly endedSince: Date },
  limit: number,
): Promise<OrderToCompare[]> {
  const { key, state, changedAt, comparedAt } = operatorOrders;
  return db
    .select({
      ...getTableColumns(operatorOrders),
      reference: bookings.reference,
      bookingStatus: bookings.status,
      holdVersion: holds.version,
    })
    .from(operatorOrders)
    .innerJoin(bookings, eq(bookings.id, operatorOrders.bookingId))
    .innerJoin(holds, eq(holds.id, bookings.holdId))
    .innerJoin(sailings, eq(sailings.id, operatorOrders.sailingId))
    .where(
      and(
        lt(changedAt, times.before),
        or(isNull(comparedAt), lt(comparedAt, times.before)),
        or(
          inArray(state, ['asked', 'held']),
          and(eq(state, 'ticketed'), gt(sailings.departsAt, times.now)),
          gt(changedAt, times.endedSince),
        ),
      ),
    )
    .orderBy(sql`${comparedAt} asc nulls first`, asc(key))
    .limit(limit);
}

/** Writes down what a comparison found, and what was done about it. */
export async function insertRepair(row: Omit<typeof orderRepairs.$inferInsert, 'id'>): Promise<void> {
  await db.insert(orderRepairs).values({ ...row, id: newId('rep') });
}

/** Tickets of confirmed bookings whose operator was not told who travels. */
export async function ticketsWithoutManifest(bookingId: string): Promise<OrderRow[]> {
  return db
    .select()
    .from(operatorOrders)
    .where(
      and(
        eq(operatorOrders.bookingId, bookingId),
        eq(operatorOrders.state, 'ticketed'),
        isNull(operatorOrders.manifestSentAt),
      ),
    )
    .orderBy(asc(operatorOrders.position));
}
