import { Redis } from '@upstash/redis';
import { env } from '@/lib/platform/env';

/** Redis holds what may be lost: nobody waits for it longer than this. */
const TIMEOUT_MS = 1000;

/**
 * Redis by its REST front, or null where it is not configured. Every request may throw: callers go on without.
 * Subscriptions have their own signal, so the timeout does not end them.
 */
export const redis: Redis | null =
  env.UPSTASH_REDIS_REST_URL && env.UPSTASH_REDIS_REST_TOKEN
    ? new Redis({
        url: env.UPSTASH_REDIS_REST_URL,
        token: env.UPSTASH_REDIS_REST_TOKEN,
        retry: { retries: 1, backoff: () => 50 },
        signal: () => AbortSignal.timeout(TIMEOUT_MS),
        enableTelemetry: false,
      })
    : null;
