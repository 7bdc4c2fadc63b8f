import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { bookingLegs, bookingPassengers, bookings, bookingVehicles } from '@/db/schema/bookings';
import { holdLegs, holds } from '@/db/schema/holds';
import { payments } from '@/db/schema/payments';
import { sailings } from '@/db/schema/sailings';
import type { Transaction } from '@/db/transaction';
import type { BookingStatus } from '@/lib/booking/types';
import type { OperatorTicketOrder } from '@/lib/operators/ticket-port';

/** What payment and saga need to know of a booking. Names and documents are not among it. */
export interface BookingFacts {
  readonly id: string;
  readonly reference: string;
  readonly sealedAccessToken: string;
  readonly status: BookingStatus;
  readonly statusReason: string | null;
  readonly statusChangedAt: Date;
  readonly locale: string;
  readonly contactEmail: string;
  readonly quote: typeof bookings.$inferSelect.quote;
  readonly totalCents: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly holdId: string;
  readonly holdStatus: typeof holds.$inferSelect.status;
}

/** One leg on its way to the operator. */
export interface LegFacts {
  readonly position: number;
  readonly operatorCode: string;
  readonly operatorReference: string | null;
  readonly operatorStatus: typeof bookingLegs.$inferSelect.operatorStatus;
  readonly order: OperatorTicketOrder;
}

const FACTS = {
  id: bookings.id,
  reference: bookings.reference,
  sealedAccessToken: bookings.sealedAccessToken,
  status: bookings.status,
  statusReason: bookings.statusReason,
  statusChangedAt: bookings.statusChangedAt,
  locale: bookings.locale,
  contactEmail: bookings.contactEmail,
  quote: bookings.quote,
  totalCents: bookings.totalCents,
  createdAt: bookings.createdAt,
  expiresAt: bookings.expiresAt,
  holdId: bookings.holdId,
  holdStatus: holds.status,
};

export async function bookingFacts(bookingId: string, on: Queryable = db): Promise<BookingFacts | null> {
  const [row] = await on
    .select(FACTS)
    .from(bookings)
    .innerJoin(holds, eq(holds.id, bookings.holdId))
    .where(eq(bookings.id, bookingId));
  return row ?? null;
}

/** The booking while the saga has it in hand: paid, neither confirmed nor on its way to a refund. */
export async function bookingInSaga(bookingId: string, on: Queryable = db): Promise<BookingFacts | null> {
  const [row] = await on
    .select(FACTS)
    .from(bookings)
    .innerJoin(holds, eq(holds.id, bookings.holdId))
    .innerJoin(payments, eq(payments.bookingId, bookings.id))
    .where(
      and(
        eq(bookings.id, bookingId),
        inArray(bookings.status, ['confirming', 'stuck']),
        inArray(payments.status, ['paid', 'disputed']),
      ),
    );
  return row ?? null;
}

/** Which way each leg goes, in order. */
export function directionsOf({ holdId }: BookingFacts) {
  return db
    .select({ position: holdLegs.position, direction: holdLegs.direction })
    .from(holdLegs)
    .where(eq(holdLegs.holdId, holdId))
    .orderBy(asc(holdLegs.position));
}

/** The legs in order, each with what the operator is asked for. */
export async function legFacts(booking: BookingFacts): Promise<LegFacts[]> {
  const [legs, passengers, vehicles] = await Promise.all([
    db
      .select({
        position: bookingLegs.position,
        operatorCode: sailings.operatorCode,
        operatorReference: bookingLegs.operatorReference,
        operatorStatus: bookingLegs.operatorStatus,
        sailingId: bookingLegs.sailingId,
        departsAt: sailings.departsAt,
        selection: holdLegs.selection,
      })
      .from(bookingLegs)
      .innerJoin(sailings, eq(sailings.id, bookingLegs.sailingId))
      .innerJoin(
        holdLegs,
        and(eq(holdLegs.holdId, booking.holdId), eq(holdLegs.position, bookingLegs.position)),
      )
      .where(eq(bookingLegs.bookingId, booking.id))
      .orderBy(asc(bookingLegs.position)),
    db
      .select({ type: bookingPassengers.type })
      .from(bookingPassengers)
      .where(eq(bookingPassengers.bookingId, booking.id))
      .orderBy(asc(bookingPassengers.position)),
    db
      .select({
        type: bookingVehicles.type,
        lengthCm: bookingVehicles.lengthCm,
        heightCm: bookingVehicles.heightCm,
      })
      .from(bookingVehicles)
      .where(eq(bookingVehicles.bookingId, booking.id))
      .orderBy(asc(bookingVehicles.position)),
  ]);
  return legs.map((leg) => ({
    position: leg.position,
    operatorCode: leg.operatorCode,
    operatorReference: leg.operatorReference,
    operatorStatus: leg.operatorStatus,
    order: {
      idempotencyKey: `${booking.reference}-${leg.position}`,
      bookingReference: booking.reference,
      leg: leg.position,
      sailingId: leg.sailingId,
      departsAt: leg.departsAt,
      fareFamily: leg.selection.fareFamily,
      passengers: passengers.map((passenger) => passenger.type),
      vehicles,
      cabins: leg.selection.cabins,
      seats: leg.selection.seats,
    },
  }));
}

/** Notes what the operator has said about one leg. */
export async function noteLeg(
  bookingId: string,
  position: number,
  status: LegFacts['operatorStatus'],
  operatorReference?: string,
): Promise<void> {
  await db
    .update(bookingLegs)
    .set({ operatorStatus: status, ...(operatorReference && { operatorReference }) })
    .where(and(eq(bookingLegs.bookingId, bookingId), eq(bookingLegs.position, position)));
}

/** Bookings in one of these states since before an instant, the longest waiting first. */
export function bookingsWaiting(
  statuses: readonly BookingStatus[],
  before: Date,
  limit: number,
): Promise<BookingFacts[]> {
  return db
    .select(FACTS)
    .from(bookings)
    .innerJoin(holds, eq(holds.id, bookings.holdId))
    .where(and(inArray(bookings.status, [...statuses]), lt(bookings.statusChangedAt, before)))
    .orderBy(asc(bookings.statusChangedAt))
    .limit(limit);
}

/** When the booking was confirmed: set once, with the state. */
export async function markConfirmed(tx: Transaction, bookingId: string, at: Date): Promise<void> {
  await tx.update(bookings).set({ confirmedAt: at }).where(eq(bookings.id, bookingId));
}
