import type { Socket } from 'socket.io';
import {
  type ClientEvents,
  type RefusalCode,
  type ServerEvents,
  type Subscription,
  subscription,
} from '@/lib/realtime/protocol';
import { MAX_ROOMS, roomsOf } from '@/lib/realtime/rooms';

/** What is remembered of a connection. */
export interface ClientData {
  /** The rooms it asked for; while it is too slow for them it is in none. */
  rooms: Set<string>;
  slow: boolean;
}

export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, ClientData>;

/** Requests of one connection: so many at once, and one more each second. */
const BURST = 20;
const PER_SECOND = 1;

/** Follows what a client asks; `refused` is told of each request that was not followed. */
export function follow(socket: LiveSocket, refused: () => void): void {
  const allowed = bucket();
  const refuse = (code: RefusalCode): void => {
    refused();
    socket.emit('refused', { code });
  };
  const read = (data: unknown): Subscription | null => {
    if (!allowed()) {
      refuse('too-many-requests');
      return null;
    }
    const asked = subscription.safeParse(data);
    if (!asked.success) refuse('invalid-subscription');
    return asked.success ? asked.data : null;
  };
  socket.on('subscribe', (data) => {
    const asked = read(data);
    if (!asked) return;
    const rooms = new Set([...socket.data.rooms, ...roomsOf(asked)]);
    if (rooms.size > MAX_ROOMS) return refuse('too-many-rooms');
    socket.data.rooms = rooms;
    if (!socket.data.slow) socket.join(roomsOf(asked));
    socket.emit('subscribed', asked);
  });
  socket.on('unsubscribe', (data) => {
    const asked = read(data);
    if (!asked) return;
    for (const room of roomsOf(asked)) {
      socket.data.rooms.delete(room);
      socket.leave(room);
    }
    socket.emit('unsubscribed', asked);
  });
  socket.on('ping', () => {
    if (allowed()) socket.emit('pong', { at: new Date().toISOString() });
    else refuse('too-many-requests');
  });
}

/** A bucket of requests that fills again; elapsed time is no time of the product. */
function bucket(): () => boolean {
  let tokens = BURST;
  let at = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - at) / 1000) * PER_SECOND);
    at = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}
