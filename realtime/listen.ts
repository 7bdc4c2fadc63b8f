import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { redis } from '@/lib/providers/redis/client';
import { AVAILABILITY_CHANNEL, announcement, publishBeat } from '@/lib/realtime/channel';
import { Continuity } from '@/lib/realtime/continuity';
import type { AvailabilityHint } from '@/lib/realtime/protocol';

/** A subscription that comes back by itself. */
export interface Listening {
  connected(): boolean;
  close(): void;
}

/** What is done with what is heard, and with what is not. */
export interface Ears {
  hear(hints: readonly AvailabilityHint[]): void;
  /** Something may have been missed, and from now on nothing is. */
  missed(): void;
  /** Nothing is heard any more. */
  silent(): void;
}

const LOOK_MS = 500;
/** Of all sidecars together: who has heard a beat lately sends none. */
const BEAT_MS = 1000;
const LOST_AFTER_MS = 2500;

/**
 * Listens to the announcements of stock. The Redis client does not tell when its stream has ended (seen with
 * 1.39), so a heartbeat goes through Redis and back; when it stays away, the subscription is opened anew.
 */
export function listen(ears: Ears): Listening {
  if (!redis) {
    logger.warn('no redis: the live channel has nothing to announce');
    return { connected: () => false, close: () => undefined };
  }
  const client = redis;
  const continuity = new Continuity();
  let hearing = false;
  let heardAt = 0;
  let openedAt = Date.now();
  let subscriber = open();

  function open() {
    continuity.forget();
    const opened = client.subscribe([AVAILABILITY_CHANNEL]);
    opened.on('message', ({ message }) => {
      if (opened === subscriber) take(message);
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

  function take(message: unknown): void {
    const read = announcement.safeParse(message);
    if (!read.success) {
      logger.warn('an announcement of stock was not understood');
      return;
    }
    const { count, hints } = read.data;
    heardAt = Date.now();
    hearing = true;
    const whole = hints.length > 0 ? continuity.announced(count) : continuity.beat(count);
    if (!whole) ears.missed();
    if (hints.length > 0) ears.hear(hints);
  }

  function sendBeat(): void {
    publishBeat(client).catch((error: unknown) =>
      logger.debug({ error: describeError(error) }, 'redis does not take a beat'),
    );
  }

  const since = (at: number) => Date.now() - at;
  const connected = () => since(heardAt) < LOST_AFTER_MS;
  const look = setInterval(() => {
    if (hearing && !connected()) {
      hearing = false;
      ears.silent();
    }
    // A subscription needs a moment before it hears: one that is opened anew at every look never does.
    if (!connected() && since(openedAt) >= LOST_AFTER_MS) {
      void subscriber.unsubscribe().catch(() => undefined);
      openedAt = Date.now();
      subscriber = open();
    }
    if (since(heardAt) >= BEAT_MS) sendBeat();
  }, LOOK_MS);

  return {
    connected,
    close() {
      clearInterval(look);
      void subscriber.unsubscribe().catch(() => undefined);
    },
  };
}
