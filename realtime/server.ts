import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import { env } from '@/lib/platform/env';
import { logger } from '@/lib/platform/logger';
import { type ClientEvents, roomOf, type ServerEvents, subscription } from '@/lib/realtime/protocol';
import { listen } from './listen';

/** Live availability: browsers subscribe to routes, hints arrive by Redis and go to the rooms. */
const http = createServer(answer);
const io = new Server<ClientEvents, ServerEvents>(http, {
  cors: { origin: new URL(env.APP_URL).origin },
  serveClient: false,
  maxHttpBufferSize: 4096,
  connectionStateRecovery: { maxDisconnectionDuration: 60_000 },
});

io.on('connection', (socket) => {
  socket.emit('connected', { at: new Date().toISOString() });
  socket.on('subscribe', (data) => {
    const asked = subscription.safeParse(data);
    if (!asked.success) return socket.emit('refused', { code: 'invalid-subscription' });
    for (const room of socket.rooms) if (room !== socket.id) socket.leave(room);
    socket.join(asked.data.routes.map(roomOf));
    return socket.emit('subscribed', asked.data);
  });
  socket.on('unsubscribe', (data) => {
    const asked = subscription.safeParse(data);
    if (asked.success) for (const route of asked.data.routes) socket.leave(roomOf(route));
  });
  socket.on('ping', () => socket.emit('pong', { at: new Date().toISOString() }));
});

const channel = listen((hint) => io.to(roomOf(hint.routeId)).emit('availability_update', hint));

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/socket.io/')) return;
  const live = request.url === '/health/live';
  const ready = request.url === '/health/ready';
  response.statusCode = live || (ready && channel.connected()) ? 200 : ready ? 503 : 404;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ clients: io.engine.clientsCount, channel: channel.connected() }));
}

function stop(): void {
  channel.close();
  io.close(() => process.exit(0));
  setTimeout(() => process.exit(0), 3000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

http.listen(env.REALTIME_PORT, () => logger.info({ port: env.REALTIME_PORT }, 'live channel is up'));
