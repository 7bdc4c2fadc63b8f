import { inTransaction, type Transaction } from '@/db/transaction';
import { recordEvent } from '@/lib/events/record-event';
import { isWithdrawn } from '@/lib/inventory/booking-of-hold-rules';
import { claimHold } from '@/lib/inventory/claim-hold';
import type { HoldView } from '@/lib/inventory/views';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { newId, newReference, newToken, sha256 } from '@/lib/kernel/ids';
import { recordAudit } from '@/lib/platform/audit';
import { seal } from '@/lib/privacy/seal';
import {
  type BookingRow,
  bookingOfHold,
  changeBooking,
  insertBooking,
  insertEvent,
  type NewBooking,
  type PartyRows,
  writeParty,
} from './repository';

/** 30^7 references: two collisions in a row do not happen. */
const REFERENCE_TRIES = 5;

/** What a booking is written from; everything has been checked but what only the transaction can know. */
export interface BookingDraft {
  readonly hold: HoldView;
  readonly party: PartyRows;
  readonly fingerprint: string;
  readonly contact: { readonly email: string; readonly phone: string };
  readonly locale: string;
}

/** `settled`: the booking is past awaiting payment, and is given back as it is. `retry`: the hold was revised meanwhile. */
export type Written =
  | { readonly kind: 'written' | 'settled'; readonly booking: BookingRow }
  | { readonly kind: 'retry' | 'hold-expired' | 'hold-released' };

/**
 * Writes a booking, or the new travellers of the one that the hold has already. The hold is locked first: of many
 * identical requests one inserts, the others find its booking. Throws the database's error on a party booked twice.
 */
export function writeBooking(ctx: Context, draft: BookingDraft): Promise<Written> {
  return inTransaction(async (tx) => {
    const hold = await claimHold(tx, draft.hold.id);
    const existing = await bookingOfHold(draft.hold.id, tx);
    if (existing && !isOpen(existing)) return { kind: 'settled', booking: existing };
    if (hold?.status === 'released') return { kind: 'hold-released' };
    if (hold?.status !== 'active' || hold.expiresAt <= ctx.now) return { kind: 'hold-expired' };
    if (hold.version !== draft.hold.version) return { kind: 'retry' };
    return existing ? rewrite(tx, ctx, existing, draft) : insert(tx, ctx, draft);
  });
}

/** True while the travellers of a booking can be written anew: not paid, or withdrawn because the party changed. */
export function isOpen(booking: BookingRow): boolean {
  return booking.status === 'awaiting_payment' || isWithdrawn(booking);
}

async function insert(tx: Transaction, ctx: Context, draft: BookingDraft): Promise<Written> {
  const accessToken = newToken();
  const row = {
    ...fieldsOf(ctx, draft),
    id: newId('booking'),
    holdId: draft.hold.id,
    accessTokenHash: sha256(accessToken),
    sealedAccessToken: seal(accessToken),
    status: 'awaiting_payment' as const,
    statusChangedAt: ctx.now,
    createdAt: ctx.now,
  };
  const sailingIds = draft.hold.legs.map((leg) => leg.sailingId);
  for (let attempt = 1; attempt <= REFERENCE_TRIES; attempt++) {
    if (!(await insertBooking(tx, { ...row, reference: newReference() }, sailingIds))) continue;
    await writeParty(tx, row.id, draft.party);
    await insertEvent(tx, row.id, ctx.now, 'booking.placed', { cents: row.totalCents });
    await recordAudit(tx, ctx, 'place-booking', row.id, { hold: row.holdId });
    await recordEvent(tx, ctx.now, 'booking/booking.placed', { bookingId: row.id });
    return written(tx, draft);
  }
  throw new Fault('no-reference-free', { retryable: true });
}

/** Submitted again before it is paid: the same booking, reference and token, with what is said now. */
async function rewrite(
  tx: Transaction,
  ctx: Context,
  existing: BookingRow,
  draft: BookingDraft,
): Promise<Written> {
  const back = isWithdrawn(existing)
    ? { status: 'awaiting_payment' as const, statusReason: null, statusChangedAt: ctx.now }
    : {};
  const changed = await changeBooking(tx, existing.id, [existing.status], {
    ...fieldsOf(ctx, draft),
    ...back,
  });
  // Paid at this very moment: the next look gives the booking as it then is.
  if (!changed) return { kind: 'retry' };
  await writeParty(tx, existing.id, draft.party);
  if (isWithdrawn(existing) || existing.partyFingerprint !== draft.fingerprint) {
    await insertEvent(tx, existing.id, ctx.now, 'travellers.changed', { cents: draft.hold.quote.totalCents });
    await recordAudit(tx, ctx, 'change-travellers', existing.id);
  }
  return written(tx, draft);
}

function fieldsOf(ctx: Context, { hold, fingerprint, contact, locale }: BookingDraft) {
  return {
    statusReason: null,
    locale,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    quote: hold.quote,
    totalCents: hold.quote.totalCents,
    partyFingerprint: fingerprint,
    termsAcceptedAt: ctx.now,
    expiresAt: new Date(hold.expiresAt),
  } satisfies Partial<NewBooking>;
}

async function written(tx: Transaction, { hold }: BookingDraft): Promise<Written> {
  const booking = await bookingOfHold(hold.id, tx);
  if (!booking) throw new Fault('booking-not-written');
  return { kind: 'written', booking };
}
