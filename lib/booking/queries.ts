import { getHold } from '@/lib/inventory/queries';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { systemContext } from '@/lib/platform/context';
import { open } from '@/lib/privacy/seal';
import { authorisedBooking } from './authorise';
import { bookingView, systemView } from './booking-view';
import { type BookingRow, bookingById, type PassengerRow, partyOfBooking } from './repository';
import type { BookingStatus, TravelDocument } from './types';
import type { BookingView, SystemBooking } from './views';

/** A booking for whoever holds its access token; null otherwise, whatever was wrong. */
export async function getBooking(ctx: Context, reference: string): Promise<BookingView | null> {
  const row = await authorisedBooking(ctx, reference);
  return row && (await viewOf(ctx, row));
}

/** Where a booking stands, for pages that wait: one read, no names. */
export async function bookingStatus(
  ctx: Context,
  reference: string,
): Promise<{ reference: string; status: BookingStatus; reason: string | null; expiresAt: string } | null> {
  const row = await authorisedBooking(ctx, reference);
  if (!row) return null;
  const { status, statusReason, expiresAt } = row;
  return { reference, status, reason: statusReason, expiresAt: expiresAt.toISOString() };
}

/** Everything that documents and e-mails need of a booking, documents of travel aside. Never for a door. */
export async function bookingForSystem(bookingId: string): Promise<SystemBooking | null> {
  const row = await bookingById(bookingId);
  if (!row) return null;
  const [party, hold] = await Promise.all([partyOfBooking(row.id), heldTrip(bookingContext(), row)]);
  return systemView(bookingView(row, party, hold), row, party, open(row.sealedAccessToken));
}

/** Who travels, with what is sealed opened. Only for a job that hands it to an operator. */
export async function travellersForOperator(ctx: Context, bookingId: string): Promise<OpenedParty> {
  if (ctx.actor.kind !== 'system') throw new Fault('travel-documents-are-for-jobs');
  const [{ passengers, vehicles }, row] = await Promise.all([
    partyOfBooking(bookingId),
    bookingById(bookingId),
  ]);
  return {
    phone: row?.contactPhone ?? '',
    vehicles,
    passengers: passengers.map(({ sealedDocument, sealedAssistanceNote, ...each }) => ({
      ...each,
      document: sealedDocument ? (JSON.parse(open(sealedDocument)) as TravelDocument) : null,
      assistanceNote: sealedAssistanceNote ? open(sealedAssistanceNote) : null,
    })),
  };
}

/** A party as it was typed: personal data that nothing may keep. */
export interface OpenedParty {
  readonly phone: string;
  readonly vehicles: readonly { readonly plate: string | null }[];
  readonly passengers: readonly (Omit<PassengerRow, 'sealedDocument' | 'sealedAssistanceNote'> & {
    readonly document: TravelDocument | null;
    readonly assistanceNote: string | null;
  })[];
}

async function viewOf(ctx: Context, row: BookingRow): Promise<BookingView> {
  const [party, hold] = await Promise.all([partyOfBooking(row.id), heldTrip(ctx, row)]);
  return bookingView(row, party, hold);
}

async function heldTrip(ctx: Context, row: BookingRow) {
  const hold = await getHold(ctx, row.holdId);
  if (!hold) throw new Fault('booking-without-hold', { message: row.id });
  return hold;
}

function bookingContext(): Context {
  return systemContext('booking');
}
