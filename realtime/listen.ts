import { logger } from '@/lib/platform/logger';
import { redis } from '@/lib/providers/redis/client';
import {
  AVAILABILITY_CHANNEL,
  type AvailabilityHint,
  availabilityHint,
  HEARTBEAT_CHANNEL,
} from '@/lib/realtime/channel';

/** A subscription that comes back by itself. */
export interface Listening {
  connected(): boolean;
  close(): void;
}

const BEAT_MS = 4000;
const LOST_AFTER_MS = 10_000;

/**
 * Listens to the announcements of stock. The Redis client does not tell when its stream has ended (seen with
 * 1.39), so a heartbeat goes through Redis and back; when it stays away, the subscription is opened anew.
 */
export function listen(hear: (hint: AvailabilityHint) => void): Listening {
  if (!redis) {
    logger.warn('no redis: the live channel has nothing to announce');
    return { connected: () => false, close: () => undefined };
  }
  const client = redis;
  let heardAt = 0;
  let openedAt = Date.now();
  let subscriber = open();

  function open() {
    const opened = client.subscribe([AVAILABILITY_CHANNEL, HEARTBEAT_CHANNEL]);
    opened.on('message', ({ channel, message }) => {
      heardAt = Date.now();
      if (channel !== AVAILABILITY_CHANNEL) return;
      const hint = availabilityHint.safeParse(message);
      if (hint.success) hear(hint.data);
      else logger.warn('an announcement of stock was not understood');
    });
    // Whether it hears is known as soon as a beat has come back.
    opened.on('subscribe', () => sendBeat());
    opened.on('error', () => {
      if (opened !== subscriber) return;
      heardAt = 0;
      openedAt = 0;
    });
    return opened;
  }

  function sendBeat(): void {
    client.publish(HEARTBEAT_CHANNEL, '1').catch(() => undefined);
  }

  const since = (at: number) => Date.now() - at;
  const connected = () => since(heardAt) < LOST_AFTER_MS;
  const beat = setInterval(() => {
    // A subscription needs a moment before it hears: one that is opened anew at every beat never does.
    if (!connected() && since(openedAt) >= LOST_AFTER_MS) {
      void subscriber.unsubscribe().catch(() => undefined);
      openedAt = Date.now();
      subscriber = open();
    }
    sendBeat();
  }, BEAT_MS);

  return {
    connected,
    close() {
      clearInterval(beat);
      void subscriber.unsubscribe().catch(() => undefined);
    },
  };
}
