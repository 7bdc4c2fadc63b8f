import type { Namespace } from 'socket.io';
import type { AvailabilityHint, ClientEvents, ServerEvents } from '@/lib/realtime/protocol';
import { roomOf } from '@/lib/realtime/rooms';
import type { ClientData, LiveSocket } from './subscriptions';

export type LiveNamespace = Namespace<ClientEvents, ServerEvents, Record<string, never>, ClientData>;

/** As many messages wait for one client at most: more than are announced at once. Their bytes are shared by all. */
const MAX_WAITING = 512;

/**
 * Sends a hint to who watches its route or its day. A client that does not take what it was sent leaves its rooms
 * until it has: then it is told to ask for a snapshot. So no client costs more than a few messages of memory.
 */
export function broadcast(live: LiveNamespace, hint: AvailabilityHint, onSlow: () => void): void {
  const rooms = [roomOf(hint.routeId), roomOf(hint.routeId, hint.departureDay)];
  for (const room of rooms) {
    for (const id of live.adapter.rooms.get(room) ?? []) {
      const socket = live.sockets.get(id);
      if (!socket || waiting(socket) < MAX_WAITING) continue;
      onSlow();
      setAside(socket);
    }
  }
  live.to(rooms).emit('availability_update', hint);
}

function setAside(socket: LiveSocket): void {
  socket.data.slow = true;
  for (const room of socket.data.rooms) socket.leave(room);
  socket.conn.once('drain', () => {
    socket.data.slow = false;
    socket.join([...socket.data.rooms]);
    socket.emit('resync');
  });
}

/** Messages that its connection has not taken yet; the types leave the buffer out. */
function waiting({ conn }: LiveSocket): number {
  return (conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;
}
