import { inTransaction } from '@/db/transaction';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { done, type Result, refuse } from '@/lib/kernel/errors';
import { recordAudit } from '@/lib/platform/audit';
import { bookingKeeps } from './booking-of-hold-rules';
import { lockHold, readHold } from './repository';
import { freeHold } from './settle-hold';

/**
 * Gives the places of a hold back at once. Releasing what is over already is no error. A hold that a booking was made
 * of is not released: the booking is cancelled instead.
 */
export async function releaseHold(
  ctx: Context,
  holdId: string,
): Promise<Result<null, 'unknown-hold' | 'already-booked'>> {
  const outcome = await inTransaction(
    async (tx): Promise<Result<null, 'unknown-hold' | 'already-booked'>> => {
      if (!(await lockHold(tx, holdId))) return refuse('unknown-hold');
      const stored = await readHold(holdId, tx);
      if (bookingKeeps(stored?.booking)) return refuse('already-booked');
      if (await freeHold(tx, holdId, 'released', ctx.now)) await recordAudit(tx, ctx, 'release-hold', holdId);
      return done(null);
    },
  );
  relaySoon();
  return outcome;
}
