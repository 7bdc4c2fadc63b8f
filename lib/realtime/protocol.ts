import { z } from 'zod';
import { MAX_DATES, MAX_ROUTES } from './rooms';

const routeId = z.string().regex(/^[A-Z]{5}-[A-Z]{5}$/);
const date = z.iso.date();

/** What a client asks for: routes such as `FRMRS-TNLGN`, all their days or some. */
export const subscription = z.object({
  routes: z.array(routeId).min(1).max(MAX_ROUTES),
  dates: z.array(date).min(1).max(MAX_DATES).optional(),
});
export type Subscription = z.infer<typeof subscription>;

const count = z.int().min(0);
const left = { state: z.enum(['available', 'limited', 'full']), left: count };

/** What is left of one sailing, as hints and snapshots say it. */
export const liveSailing = z
  .object({
    sailingId: z.string(),
    routeId,
    departureDay: date,
    open: z.boolean().meta({ description: 'False once it has left or is cancelled.' }),
    passengers: z.object(left),
    vehicles: z.object({ ...left, laneCentimetres: count }),
    cabins: z.array(z.object({ type: z.string(), ...left })),
    seats: z.array(z.object({ code: z.string(), ...left })),
  })
  .meta({ id: 'LiveSailing' });
export type LiveSailing = z.infer<typeof liveSailing>;

/** The number of the last hint of a room that a snapshot contains; 0 where there was none. */
export const roomNumber = z.object({ routeId, departureDay: date, seq: count }).meta({ id: 'RoomNumber' });
export type RoomNumber = z.infer<typeof roomNumber>;

/**
 * The stock of a sailing has changed: what is left, read after the change. `seq` counts the hints of its route and
 * day without a gap; the highest is the truth (docs/live.md).
 */
export const availabilityHint = liveSailing.extend({
  seq: z.int().positive(),
  /** ISO instant of the change. */
  at: z.string(),
});
export type AvailabilityHint = z.infer<typeof availabilityHint>;

/** Why a request was not followed. */
export type RefusalCode = 'invalid-subscription' | 'too-many-rooms' | 'too-many-requests';

/** Events of the sidecar → browser (PRODUCT R1). `live` is false while announcements do not reach the sidecar. */
export interface ServerEvents {
  connected: (data: { at: string; live: boolean }) => void;
  subscribed: (data: Subscription) => void;
  unsubscribed: (data: Subscription) => void;
  availability_update: (hint: AvailabilityHint) => void;
  /** Hints may have been missed: ask for a snapshot. */
  resync: () => void;
  /** What is shown may be old from now on, until `resync`. */
  paused: () => void;
  pong: (data: { at: string }) => void;
  refused: (data: { code: RefusalCode }) => void;
}

/** Events of the browser → sidecar. */
export interface ClientEvents {
  subscribe: (data: unknown) => void;
  unsubscribe: (data: unknown) => void;
  ping: () => void;
}
