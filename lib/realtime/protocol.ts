import { z } from 'zod';
import type { AvailabilityHint } from './channel';

/** How many routes one connection may watch. */
export const MAX_ROUTES = 10;

const routeId = z.string().regex(/^[A-Z]{5}-[A-Z]{5}$/);

/** What a client asks for: routes such as `FRMRS-TNLGN`. */
export const subscription = z.object({ routes: z.array(routeId).min(1).max(MAX_ROUTES) });
export type Subscription = z.infer<typeof subscription>;

/** Events of the sidecar → browser (PRODUCT R1). */
export interface ServerEvents {
  connected: (data: { at: string }) => void;
  subscribed: (data: Subscription) => void;
  availability_update: (hint: AvailabilityHint) => void;
  pong: (data: { at: string }) => void;
  refused: (data: { code: 'invalid-subscription' }) => void;
}

/** Events of the browser → sidecar. */
export interface ClientEvents {
  subscribe: (data: unknown) => void;
  unsubscribe: (data: unknown) => void;
  ping: () => void;
}

/** The room of a route. */
export function roomOf(route: string): string {
  return `route:${route}`;
}
