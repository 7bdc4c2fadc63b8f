import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { AvailabilityHint } from '@/lib/realtime/protocol';
import { hintOf } from '@/lib/realtime/testing/hints';
import type { Ears } from '@/realtime/listen';
import { liveServer } from '@/realtime/live-server';

/*
 * One of the two servers of the crowd, as a process of its own: `ours` is the sidecar with its announcements made here,
 * `bare` sends the same bytes by `ws` to everybody. Both know what is true, and answer it as a snapshot.
 */

/** Sailings of the day that is watched; each broadcast changes one, and who misses it is not told again. */
const SAILINGS = 20;

const truth = new Map<string, AvailabilityHint>();
let seq = 0;

const { http, send } = process.argv[2] === 'ours' ? ours() : bare();
const snapshots = createServer((_, response) => {
  const [any = hintOf('s0')] = truth.values();
  response.end(JSON.stringify({ data: [...truth.values()], rooms: [{ ...any, seq }] }));
});

function ours(): { http: Server; send: (hint: AvailabilityHint) => void } {
  let ears: Ears | undefined;
  const everybody = { maxConnections: 1e6, maxPerAddress: 1e6, trustedProxies: 0 };
  const { http } = liveServer({ origin: 'http://localhost', ...everybody }, (given) => {
    ears = given;
    return { connected: () => true, close: () => undefined };
  });
  return { http, send: (hint) => ears?.hear([hint]) };
}

function bare(): { http: Server; send: (hint: AvailabilityHint) => void } {
  const http = createServer();
  const server = new WebSocketServer({ server: http });
  server.on('connection', (socket) => socket.on('error', () => undefined));
  return {
    http,
    send(hint) {
      const text = JSON.stringify(['availability_update', hint]);
      for (const socket of server.clients) socket.send(text);
    },
  };
}

process.on('message', (order: 'broadcast' | 'memory' | 'truth') => {
  if (order === 'broadcast') {
    const sailing = `s${++seq % SAILINGS}`;
    const hint = hintOf(sailing, {
      seq,
      passengers: { state: 'available', left: seq },
      at: String(process.hrtime.bigint()),
    });
    truth.set(sailing, hint);
    send(hint);
    process.send?.({ sent: seq });
  }
  if (order === 'memory') {
    globalThis.gc?.();
    process.send?.({ memory: process.memoryUsage().rss });
  }
  if (order === 'truth')
    process.send?.({ truth: [...truth.values()].map((hint) => [hint.sailingId, hint.passengers.left]) });
});
process.on('disconnect', () => process.exit(0));

const listening = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () =>
      resolve((server.address() as AddressInfo).port),
    ),
  );
process.send?.({ port: await listening(http), snapshots: await listening(snapshots) });
