import { env } from '@/lib/platform/env';
import { logger } from '@/lib/platform/logger';
import { listen } from './listen';
import { liveServer } from './live-server';

/** Live availability as a process of its own: docs/live.md. */
const { http, drain } = liveServer(
  {
    origin: new URL(env.APP_URL).origin,
    maxConnections: env.REALTIME_MAX_CLIENTS,
    maxPerAddress: env.REALTIME_MAX_PER_ADDRESS,
    trustedProxies: env.TRUSTED_PROXIES,
  },
  listen,
);

const LAST_MS = 8000;
let stopping = false;

function stop(): void {
  if (stopping) return;
  stopping = true;
  void drain().then(() => process.exit(0));
  setTimeout(() => process.exit(0), LAST_MS).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

http.listen(env.REALTIME_PORT, () => logger.info({ port: env.REALTIME_PORT }, 'live channel is up'));
