import type { AvailabilityHint, LiveSailing, RoomNumber } from './protocol';
import { roomOfDay } from './rooms';

/** What a client knows of one room. */
interface Room {
  /** All hints up to this number are in what it knows; null until the first snapshot. */
  head: number | null;
  /** Numbers above the head that came already. */
  readonly early: Set<number>;
}

/**
 * What a client makes of hints and snapshots: hints come in any order and some not at all, and in the end it knows what
 * the highest number told. One for each connection: what was before it says nothing.
 */
export class RoomWatch {
  private readonly rooms: ReadonlyMap<string, Room>;
  /** The number of the hint or snapshot that told what is known of a sailing. */
  private readonly known = new Map<string, number>();

  constructor(rooms: readonly string[]) {
    this.rooms = new Map(rooms.map((room) => [room, { head: null, early: new Set<number>() }]));
  }

  /** Takes a hint: whether it tells something newer than what is known, and whether one before it is missing. */
  take(hint: AvailabilityHint): { readonly newer: boolean; readonly gap: boolean } {
    const room = this.rooms.get(roomOfDay(hint));
    if (!room) return { newer: false, gap: false };
    const newer = hint.seq > (this.known.get(hint.sailingId) ?? 0);
    if (newer) this.known.set(hint.sailingId, hint.seq);
    if (room.head === null || hint.seq > room.head) room.early.add(hint.seq);
    catchUp(room);
    return { newer, gap: room.head !== null && room.early.size > 0 };
  }

  /** Takes a snapshot: the sailings of which it tells something newer, and whether hints are missing all the same. */
  fill(snapshot: { readonly data: readonly LiveSailing[]; readonly rooms: readonly RoomNumber[] }): {
    readonly newer: LiveSailing[];
    readonly gap: boolean;
  } {
    const numbers = new Map(snapshot.rooms.map((each) => [roomOfDay(each), each.seq]));
    for (const [name, room] of this.rooms) {
      room.head = Math.max(room.head ?? 0, numbers.get(name) ?? 0);
      catchUp(room);
    }
    const newer = snapshot.data.filter((sailing) => {
      const room = roomOfDay(sailing);
      const seq = numbers.get(room) ?? 0;
      if (!this.rooms.has(room) || seq < (this.known.get(sailing.sailingId) ?? 0)) return false;
      this.known.set(sailing.sailingId, seq);
      return true;
    });
    return { newer, gap: [...this.rooms.values()].some(({ early }) => early.size > 0) };
  }
}

function catchUp(room: Room): void {
  if (room.head === null) return;
  for (const seq of room.early) if (seq <= room.head) room.early.delete(seq);
  while (room.early.delete(room.head + 1)) room.head++;
}
