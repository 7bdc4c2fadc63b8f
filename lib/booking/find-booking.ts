import type { Context } from '@/lib/kernel/context';
import { REFERENCE_PATTERN, sameDigest, sha256 } from '@/lib/kernel/ids';
import { open } from '@/lib/privacy/seal';
import { type FindBookingInput, findBookingInput } from './input';
import { bookingByReference } from './repository';

const NO_REFERENCE = 'VF-2222222';

/**
 * Finds a trip by its reference and the e-mail it was booked with; spaces, case and a missing `VF-` are forgiven. The
 * same null, after the same work, whichever of the two is wrong. Doors limit the tries.
 */
export async function findBooking(
  _ctx: Context,
  input: FindBookingInput,
): Promise<{ reference: string; accessToken: string } | null> {
  const parsed = findBookingInput.safeParse(input);
  if (!parsed.success) return null;
  const reference = referenceOf(parsed.data.reference);
  const row = await bookingByReference(reference ?? NO_REFERENCE);
  const matches = sameDigest(emailDigest(parsed.data.email), emailDigest(row?.contactEmail ?? ''));
  if (!row || !reference || !matches) return null;
  return { reference: row.reference, accessToken: open(row.sealedAccessToken) };
}

/** `vf 7k2m4qx`, `7K2M-4QX` → `VF-7K2M4QX`; null when it cannot be a reference. */
export function referenceOf(typed: string): string | null {
  const bare = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^VF(?=.{7}$)/, '');
  const reference = `VF-${bare}`;
  return REFERENCE_PATTERN.test(reference) ? reference : null;
}

function emailDigest(email: string): string {
  return sha256(email.replace(/\s/g, '').toLowerCase());
}
