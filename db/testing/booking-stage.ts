import { sql } from '@/db/client';
import type { PlaceBookingInput } from '@/lib/booking/input';
import { placeBooking } from '@/lib/booking/place-booking';
import type { PlacedBooking } from '@/lib/booking/views';
import type { Context } from '@/lib/kernel/context';
import { adults, held } from './stock-stage';

/* Invented travellers for tests, and what is stored of their bookings. */

type Passenger = PlaceBookingInput['passengers'][number];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
let invented = 0;

/** An adult like no other of this test file: the same party cannot hold the same sailing twice. */
export function traveller(overrides: Partial<Passenger> = {}): Passenger {
  const n = invented++;
  return {
    type: 'adult',
    title: 'mrs',
    givenName: 'Camille',
    familyName: `Voyage ${LETTERS[n % 26]}${LETTERS[Math.floor(n / 26) % 26]}`,
    birthDate: '1988-03-09',
    sex: 'female',
    nationality: 'FR',
    document: { type: 'passport', number: `11AA${10_000 + n}`, expiresOn: '2040-01-01' },
    ...overrides,
  };
}

/** What a booking of these travellers sends. */
export function bookingOf(
  holdId: string,
  passengers: PlaceBookingInput['passengers'],
  overrides: Partial<PlaceBookingInput> = {},
): PlaceBookingInput {
  return {
    holdId,
    contact: { email: 'Camille@Example.test', phone: '06 12 34 56 78' },
    passengers,
    locale: 'fr',
    acceptTerms: true,
    ...overrides,
  };
}

/** A booking that waits for its money; throws where it is refused. */
export async function booked(
  ctx: Context,
  sailingIds: readonly string[],
  passengers: PlaceBookingInput['passengers'] = [traveller()],
): Promise<PlacedBooking & { holdId: string; id: string }> {
  const holdId = await held(ctx, adults(sailingIds, passengers.length));
  const placed = await placeBooking(ctx, bookingOf(holdId, passengers));
  if (!placed.ok) throw new Error(`no booking: ${JSON.stringify(placed.refusal)}`);
  const [row] = await sql<{ id: string }[]>`select id from bookings where hold_id = ${holdId}`;
  return { ...placed.value, holdId, id: row?.id ?? '' };
}

/** Names of the events in the outbox about a booking, by name. */
export async function eventsAbout(bookingId: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from outbox where data ->> 'bookingId' = ${bookingId} order by name`;
  return rows.map((row) => row.name);
}

/** The context of whoever holds the access token. */
export function bearer(ctx: Context, accessToken: string): Context {
  return { ...ctx, actor: { kind: 'bearer', accessToken } };
}
