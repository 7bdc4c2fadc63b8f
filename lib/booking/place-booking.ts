import { sqlState } from '@/db/transaction';
import { relaySoon } from '@/lib/events/relay-outbox';
import { getHold } from '@/lib/inventory/queries';
import type { HoldView } from '@/lib/inventory/views';
import type { Context } from '@/lib/kernel/context';
import { done, Fault, type Refusal, type Result, refuse } from '@/lib/kernel/errors';
import { sameDigest, sha256 } from '@/lib/kernel/ids';
import { fieldProblems } from '@/lib/platform/api/field-problems';
import { open } from '@/lib/privacy/seal';
import { expireBooking } from './expire-bookings';
import { partyFingerprint } from './fingerprint';
import { type PlaceBookingInput, placeBookingInput } from './input';
import { partyRows } from './party-rows';
import { travellerProblems, vehicleProblems } from './passenger-rules';
import { type BookingRow, bookingOfHold, bookingOfParty } from './repository';
import { LIVE_STATUSES } from './state';
import { tripFacts } from './trip-facts';
import type { PlacedBooking } from './views';
import { isOpen, type Written, writeBooking } from './write-booking';

export type PlaceBookingRefusal =
  | 'unknown-hold'
  | 'hold-expired'
  | 'hold-released'
  | 'already-booked'
  | 'invalid-input';
type Refused = { readonly ok: false; readonly refusal: Refusal<PlaceBookingRefusal> };
type Parsed = ReturnType<typeof placeBookingInput.parse>;

const UNIQUE_VIOLATION = '23505';
/** A hold revised, or a booking ended, at this very moment is looked at again. */
const ROUNDS = 4;

/**
 * Makes a booking of a hold; it then awaits payment until the hold ends. The same hold submitted again, also at the
 * same time, gives the same booking with the same reference and token; what it says last counts until it is paid.
 * A party that is booked on the same sailings by another hold is `already-booked` (docs/booking.md).
 */
export async function placeBooking(
  ctx: Context,
  input: PlaceBookingInput,
): Promise<Result<PlacedBooking, PlaceBookingRefusal>> {
  const parsed = placeBookingInput.safeParse(input);
  if (!parsed.success) return refuse('invalid-input', undefined, fieldProblems(parsed.error));
  for (let round = 1; round <= ROUNDS; round++) {
    const outcome = await attempt(ctx, parsed.data);
    if (outcome === 'retry') continue;
    relaySoon();
    return outcome;
  }
  throw new Fault('hold-changes-too-fast', { retryable: true });
}

async function attempt(
  ctx: Context,
  input: Parsed,
): Promise<Result<PlacedBooking, PlaceBookingRefusal> | 'retry'> {
  const hold = await getHold(ctx, input.holdId);
  if (!hold) return refuse('unknown-hold');
  const existing = await bookingOfHold(hold.id);
  if (existing && !isOpen(existing)) return asPlaced(existing);
  if (hold.status === 'released') return refuse('hold-released');
  if (hold.status !== 'active') return refuse('hold-expired');
  const problems = await problemsOf(ctx, input, hold);
  if (Object.keys(problems).length > 0) return refuse('invalid-input', undefined, problems);
  const sailingIds = hold.legs.map((leg) => leg.sailingId);
  const fingerprint = partyFingerprint(input.passengers, sailingIds);
  try {
    const written = await writeBooking(ctx, {
      hold,
      fingerprint,
      party: partyRows(input.passengers, input.vehicles, hold.party.vehicles),
      contact: input.contact,
      locale: input.locale,
    });
    return answerOf(written);
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    return bookedElsewhere(ctx, fingerprint);
  }
}

async function problemsOf(
  ctx: Context,
  input: Parsed,
  hold: HoldView,
): Promise<NonNullable<Refusal['fields']>> {
  return {
    ...travellerProblems(input.passengers, await tripFacts(hold, ctx.now)),
    ...vehicleProblems(input.vehicles, hold.party.vehicles),
  };
}

function answerOf(written: Written): Result<PlacedBooking, PlaceBookingRefusal> | 'retry' {
  if (written.kind === 'retry') return 'retry';
  if ('booking' in written) return asPlaced(written.booking);
  return refuse(written.kind);
}

/** A booking as placing it answers; one that has ended is no answer any more. */
function asPlaced(booking: BookingRow): Result<PlacedBooking, PlaceBookingRefusal> {
  if (booking.status === 'expired') return refuse('hold-expired');
  if (booking.status === 'cancelled') return refuse('hold-released');
  return done({
    reference: booking.reference,
    accessToken: open(booking.sealedAccessToken),
    status: booking.status,
    totalCents: booking.totalCents,
    expiresAt: booking.expiresAt.toISOString(),
  });
}

/**
 * The same party has these sailings by another hold. An unpaid one whose time is over makes room at once. Otherwise
 * `already-booked` says whether it is paid or how long it may still be, and names it only to whoever holds its token.
 */
async function bookedElsewhere(ctx: Context, fingerprint: string): Promise<Refused | 'retry'> {
  const other = await bookingOfParty(fingerprint, LIVE_STATUSES);
  if (!other) return 'retry';
  if (other.status !== 'awaiting_payment') return alreadyBooked(ctx, other, { state: 'booked', minutes: 0 });
  if (other.expiresAt <= ctx.now) {
    await expireBooking(ctx, other);
    return 'retry';
  }
  const minutes = Math.ceil((other.expiresAt.getTime() - ctx.now.getTime()) / 60_000);
  return alreadyBooked(ctx, other, { state: 'awaiting-payment', minutes });
}

function alreadyBooked(
  ctx: Context,
  other: BookingRow,
  params: { readonly state: 'booked' | 'awaiting-payment'; readonly minutes: number },
): Refused {
  const isTheirs =
    ctx.actor.kind === 'bearer' && sameDigest(sha256(ctx.actor.accessToken), other.accessTokenHash);
  return refuse('already-booked', { ...params, ...(isTheirs && { reference: other.reference }) });
}
