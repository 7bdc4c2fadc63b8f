import WebSocket from 'ws';
import type { AvailabilityHint } from '@/lib/realtime/protocol';
import { RoomWatch } from '@/lib/realtime/room-watch';
import { roomOfDay } from '@/lib/realtime/rooms';
import { hintOf } from '@/lib/realtime/testing/hints';

const DAY = hintOf('any');

export interface Where {
  readonly kind: 'ours' | 'bare';
  readonly port: number;
  readonly snapshots: number;
}

/** One of the crowd, on the barest socket there is. On ours it speaks Socket.IO's protocol by hand, and catches up. */
export class CrowdClient {
  /** Nanoseconds from the broadcast to here. */
  readonly delays: number[] = [];
  readonly shown = new Map<string, number>();
  private readonly where: Where;
  private watch = new RoomWatch([]);
  private socket: WebSocket | undefined;
  private whole: (() => void) | undefined;
  /** False while a snapshot is under way, or missing. */
  settled = false;

  constructor(where: Where) {
    this.where = where;
  }

  /** Resolves when it hears, and knows all that was said before. */
  connect(): Promise<void> {
    const { kind, port } = this.where;
    const path = kind === 'ours' ? '/socket.io/?EIO=4&transport=websocket' : '/';
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
    this.socket = socket;
    this.settled = false;
    return new Promise((resolve) => {
      this.whole = resolve;
      socket.on('message', (data) => this.take(String(data)));
      if (kind === 'bare') socket.on('open', () => this.settle());
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (this.socket === socket)
          setTimeout(() => void this.connect().then(resolve), 200 + Math.random() * 800);
      });
    });
  }

  /** The connection breaks without a word. */
  cut(): void {
    this.socket?.terminate();
  }

  private settle(): void {
    this.settled = true;
    this.whole?.();
  }

  private take(text: string): void {
    const isHint = this.where.kind === 'bare' || text.startsWith('42["availability_update"');
    if (isHint) this.hear(JSON.parse(text.startsWith('42') ? text.slice(2) : text)[1]);
    if (text === '2') this.socket?.send('3');
    if (text.startsWith('0')) this.socket?.send('40');
    if (text.startsWith('42["connected"')) {
      this.watch = new RoomWatch([roomOfDay(DAY)]);
      const asked = { routes: [DAY.routeId], dates: [DAY.departureDay] };
      this.socket?.send(`42${JSON.stringify(['subscribe', asked])}`);
    }
    if (text.startsWith('42["subscribed"') || text.startsWith('42["resync"')) void this.fill();
  }

  private hear(hint: AvailabilityHint): void {
    this.delays.push(Number(process.hrtime.bigint() - BigInt(hint.at)));
    const { newer, gap } = this.where.kind === 'ours' ? this.watch.take(hint) : { newer: true, gap: false };
    if (newer) this.shown.set(hint.sailingId, hint.passengers.left);
    if (gap && this.settled) void this.fill();
  }

  private async fill(): Promise<void> {
    this.settled = false;
    const { watch, socket } = this;
    const snapshot = await fetch(`http://127.0.0.1:${this.where.snapshots}/`).then((answer) => answer.json());
    if (socket !== this.socket || watch !== this.watch) return;
    const { newer, gap } = watch.fill(snapshot);
    for (const sailing of newer) this.shown.set(sailing.sailingId, sailing.passengers.left);
    if (gap) return this.fill();
    this.settle();
  }
}
