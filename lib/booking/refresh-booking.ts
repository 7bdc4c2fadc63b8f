import type { Transaction } from '@/db/transaction';
import { isWithdrawn, PARTY_CHANGED } from '@/lib/inventory/booking-of-hold-rules';
import type { Quote } from '@/lib/pricing/types';
import { moveBooking } from './move-booking';
import { bookingOfHold, changeBooking, insertEvent } from './repository';

/** What a revised hold means for the booking made of it; `too-late` when money is on its way or has arrived. */
export type Refreshed = 'none' | 'refreshed' | 'withdrawn' | 'too-late';

/**
 * Lets the booking of a revised hold follow, in the revision's own transaction (PRODUCT B1: payment never asks an old
 * amount). A new price is written into it; the open checkout page then differs in amount, and is closed before another
 * opens. Where passengers or vehicles changed, those typed in no longer match: the booking is withdrawn, cannot be
 * paid, and comes back with its reference when the travellers are sent again (`placeBooking`).
 */
export async function refreshBooking(
  tx: Transaction,
  holdId: string,
  change: { readonly quote: Quote; readonly partyChanged: boolean; readonly now: Date },
): Promise<Refreshed> {
  const booking = await bookingOfHold(holdId, tx);
  if (!booking || isWithdrawn(booking)) return 'none';
  if (booking.status !== 'awaiting_payment') return 'too-late';
  if (change.partyChanged) {
    const reason = { reason: PARTY_CHANGED, now: change.now };
    return (await moveBooking(tx, booking.id, ['awaiting_payment'], 'cancelled', reason))
      ? 'withdrawn'
      : 'too-late';
  }
  const { quote } = change;
  const changed = await changeBooking(tx, booking.id, ['awaiting_payment'], {
    quote,
    totalCents: quote.totalCents,
  });
  if (!changed) return 'too-late';
  await insertEvent(tx, booking.id, change.now, 'price.changed', {
    from: booking.totalCents,
    to: quote.totalCents,
  });
  return 'refreshed';
}
