import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { holdLegs, holds } from '@/db/schema/holds';
import { payments } from '@/db/schema/payments';
import type { Transaction } from '@/db/transaction';
import type { BookingStatus } from '@/lib/booking/types';

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
