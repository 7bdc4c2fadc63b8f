import type { Context } from '@/lib/kernel/context';
import { REFERENCE_PATTERN, sameDigest, sha256 } from '@/lib/kernel/ids';
import { type BookingRow, bookingByReference } from './repository';

/** Compared with where there is no booking, so that the answer takes the same time. */
const NOBODY = sha256('');

/**
 * The booking of a reference, for whoever holds its access token; null otherwise, and never a word on whether it was
 * the reference or the token. Digests are compared in constant time.
 */
export async function authorisedBooking(ctx: Context, reference: string): Promise<BookingRow | null> {
  if (ctx.actor.kind !== 'bearer' || !REFERENCE_PATTERN.test(reference)) return null;
  const row = await bookingByReference(reference);
  const holds = sameDigest(sha256(ctx.actor.accessToken), row?.accessTokenHash ?? NOBODY);
  return row && holds ? row : null;
}
