import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { Server } from 'socket.io';
import type { AvailabilityHint, ClientEvents, ServerEvents } from '@/lib/realtime/protocol';
import { Admission, type AdmissionRules } from './admission';
import { broadcast } from './broadcast';
import type { Ears, Listening } from './listen';
import { Metrics } from './metrics';
import { type ClientData, follow, type LiveSocket } from './subscriptions';

/** Clients leave over that long when the sidecar ends, so that they do not all come to another at once. */
const DRAIN_MS = 5000;
const PER_CLIENT_MS = 5;
const LATE_MS = 1000;

/** The request that opened a connection would be kept for as long as it lasts, and nobody looks at it again. */
function forgetRequest({ conn }: LiveSocket): void {
  (conn as { request?: unknown }).request = undefined;
}

function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A sidecar: browsers subscribe to routes and days, hints come in by `listen` and go out to the rooms. */
export function liveServer(rules: AdmissionRules, listen: (ears: Ears) => Listening) {
  const metrics = new Metrics();
  const admission = new Admission(rules);
  const http = createServer((request, response) => answer(request, response));
  const io = new Server<ClientEvents, ServerEvents, Record<string, never>, ClientData>(http, {
    cors: { origin: rules.origin },
    serveClient: false,
    maxHttpBufferSize: 4096,
    allowRequest: (request, decide) => {
      const refusal = draining ? 'draining' : admission.refusal(request);
      if (refusal) metrics.add('connections_refused');
      decide(refusal, refusal === null);
    },
  });
  const live = io.of('/');
  let draining = false;

  io.engine.on(
    'connection',
    (raw: { request: IncomingMessage; once(event: 'close', then: () => void): void }) => {
      raw.once('close', admission.admit(admission.addressOf(raw.request)));
    },
  );
  live.on('connection', (socket) => {
    socket.data = { rooms: new Set(), slow: false };
    forgetRequest(socket);
    follow(socket, () => metrics.add('subscriptions_refused'));
    socket.emit('connected', { at: new Date().toISOString(), live: channel.connected() });
  });

  const channel = listen({
    hear(hints: readonly AvailabilityHint[]) {
      for (const hint of hints) {
        broadcast(live, hint, () => metrics.add('slow_clients'));
        metrics.add('hints');
        metrics.delayed(Math.max(0, (Date.now() - Date.parse(hint.at)) / 1000));
      }
    },
    missed() {
      metrics.add('snapshots_asked', io.engine.clientsCount);
      live.emit('resync');
    },
    silent: () => void live.emit('paused'),
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.url?.startsWith('/socket.io/')) return;
    const state = { clients: io.engine.clientsCount, channel: channel.connected(), draining };
    if (request.url === '/metrics') {
      const { clients } = state;
      const rooms = live.adapter.rooms.size - live.sockets.size;
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(metrics.text({ clients, rooms, channel_up: Number(state.channel) }));
      return;
    }
    const alive = request.url === '/health/live';
    const ready = request.url === '/health/ready';
    response.statusCode = alive || (ready && state.channel && !draining) ? 200 : ready ? 503 : 404;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(state));
  }

  /** Takes nobody new, lets everybody go a few at a time, then ends. Clients come back by themselves, elsewhere. */
  async function drain(wait = pauseFor): Promise<void> {
    draining = true;
    const leaving = [...live.sockets.values()].sort(() => Math.random() - 0.5);
    const pause = Math.min(PER_CLIENT_MS, DRAIN_MS / Math.max(1, leaving.length));
    const begun = performance.now();
    for (const [index, { conn }] of leaving.entries()) {
      const early = begun + index * pause - performance.now();
      if (early > 1) await wait(early);
      // Not `disconnect`: told to go by the server, a client would not come back.
      conn.close();
    }
    channel.close();
    // Who does not read does not hear that he is to go.
    const late = new Promise<void>((resolve) => setTimeout(resolve, LATE_MS).unref());
    await Promise.race([new Promise<void>((resolve) => void io.close(() => resolve())), late]);
  }

  return { http: http as HttpServer, metrics, drain };
}
