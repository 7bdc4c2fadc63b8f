import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import {
  bookingEvents,
  bookingLegs,
  bookingPassengers,
  bookings,
  bookingVehicles,
} from '@/db/schema/bookings';
import type { Transaction } from '@/db/transaction';
import { newId } from '@/lib/kernel/ids';
import type { BookingStatus } from './types';

export type BookingRow = typeof bookings.$inferSelect;
export type NewBooking = typeof bookings.$inferInsert;
export type PassengerRow = typeof bookingPassengers.$inferSelect;
export type VehicleRow = typeof bookingVehicles.$inferSelect;
export type LegRow = typeof bookingLegs.$inferSelect;

/** The travellers and vehicles of a booking, without what names the booking. */
export interface PartyRows {
  readonly passengers: readonly Omit<PassengerRow, 'id' | 'bookingId'>[];
  readonly vehicles: readonly Omit<VehicleRow, 'id' | 'bookingId'>[];
}

export async function bookingByReference(reference: string): Promise<BookingRow | null> {
  const [row] = await db.select().from(bookings).where(eq(bookings.reference, reference));
  return row ?? null;
}

export async function bookingById(id: string): Promise<BookingRow | null> {
  const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
  return row ?? null;
}

export async function bookingOfHold(holdId: string, on: Queryable = db): Promise<BookingRow | null> {
  const [row] = await on.select().from(bookings).where(eq(bookings.holdId, holdId));
  return row ?? null;
}

/** The booking that counts this party on these sailings, if there is one. */
export async function bookingOfParty(
  fingerprint: string,
  statuses: readonly BookingStatus[],
): Promise<BookingRow | null> {
  const [row] = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.partyFingerprint, fingerprint), inArray(bookings.status, [...statuses])));
  return row ?? null;
}

export async function partyOfBooking(
  bookingId: string,
): Promise<{ passengers: PassengerRow[]; vehicles: VehicleRow[]; legs: LegRow[] }> {
  const [passengers, vehicles, legs] = await Promise.all([
    db
      .select()
      .from(bookingPassengers)
      .where(eq(bookingPassengers.bookingId, bookingId))
      .orderBy(asc(bookingPassengers.position)),
    db
      .select()
      .from(bookingVehicles)
      .where(eq(bookingVehicles.bookingId, bookingId))
      .orderBy(asc(bookingVehicles.position)),
    db
      .select()
      .from(bookingLegs)
      .where(eq(bookingLegs.bookingId, bookingId))
      .orderBy(asc(bookingLegs.position)),
  ]);
  return { passengers, vehicles, legs };
}

/** Writes a booking with its legs. False when its reference is taken: try another. Throws on a party booked twice. */
export async function insertBooking(
  tx: Transaction,
  row: NewBooking,
  sailingIds: readonly string[],
): Promise<boolean> {
  const inserted = await tx
    .insert(bookings)
    .values(row)
    .onConflictDoNothing({ target: bookings.reference })
    .returning({ id: bookings.id });
  if (inserted.length === 0) return false;
  await tx
    .insert(bookingLegs)
    .values(sailingIds.map((sailingId, position) => ({ bookingId: row.id, position, sailingId })));
  return true;
}

/** Puts the travellers and vehicles of a booking in the place of those it had. */
export async function writeParty(tx: Transaction, bookingId: string, party: PartyRows): Promise<void> {
  await tx.delete(bookingPassengers).where(eq(bookingPassengers.bookingId, bookingId));
  await tx.delete(bookingVehicles).where(eq(bookingVehicles.bookingId, bookingId));
  await tx
    .insert(bookingPassengers)
    .values(party.passengers.map((each) => ({ ...each, id: newId('pax'), bookingId })));
  if (party.vehicles.length > 0)
    await tx
      .insert(bookingVehicles)
      .values(party.vehicles.map((each) => ({ ...each, id: newId('veh'), bookingId })));
}

/** Changes fields of a booking while it is in one of these states; gives back whether it was. */
export async function changeBooking(
  tx: Transaction,
  bookingId: string,
  statuses: readonly BookingStatus[],
  fields: Partial<NewBooking>,
): Promise<boolean> {
  const changed = await tx
    .update(bookings)
    .set(fields)
    .where(and(eq(bookings.id, bookingId), inArray(bookings.status, [...statuses])))
    .returning({ id: bookings.id });
  return changed.length > 0;
}

export async function insertEvent(
  tx: Transaction,
  bookingId: string,
  at: Date,
  kind: string,
  data: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await tx.insert(bookingEvents).values({ id: newId('bev'), bookingId, at, kind, data });
}

/** Bookings that waited for their money until now, the longest waiting first. */
export function unpaidBookings(now: Date, limit: number): Promise<{ id: string; holdId: string }[]> {
  return db
    .select({ id: bookings.id, holdId: bookings.holdId })
    .from(bookings)
    .where(and(eq(bookings.status, 'awaiting_payment'), lte(bookings.expiresAt, now)))
    .orderBy(asc(bookings.expiresAt))
    .limit(limit);
}
