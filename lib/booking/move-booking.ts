import type { Transaction } from '@/db/transaction';
import { Fault } from '@/lib/kernel/errors';
import { changeBooking, insertEvent } from './repository';
import { canMove } from './state';
import type { BookingStatus } from './types';

/**
 * Moves a booking that is in one of `from` to `to`, and writes it into its history. False when it is in none of them:
 * somebody else was faster. Throws a Fault on a step that `state.ts` does not know.
 */
export async function moveBooking(
  tx: Transaction,
  bookingId: string,
  from: readonly BookingStatus[],
  to: BookingStatus,
  { reason, now }: { readonly reason: string | null; readonly now: Date },
): Promise<boolean> {
  const impossible = from.find((each) => !canMove(each, to));
  if (impossible) throw new Fault('booking-step-unknown', { message: `${impossible} → ${to}` });
  const moved = await changeBooking(tx, bookingId, from, {
    status: to,
    statusChangedAt: now,
    statusReason: reason,
  });
  if (moved) await insertEvent(tx, bookingId, now, 'status.changed', { to, reason });
  return moved;
}
