import { Ratelimit } from '@upstash/ratelimit';
import type { Redis } from '@upstash/redis';
import { redis } from '@/lib/providers/redis/client';
import { logger } from './logger';

/** Limits in force: how many in how many seconds. */
const RULES = {
  /** Finding a trip by reference and e-mail, per address: guesses must cost time. */
  'booking-lookup': { limit: 20, seconds: 600 },
  /** The same per reference, whoever asks. */
  'booking-lookup-reference': { limit: 10, seconds: 600 },
  /** What is left of some days, per address. */
  availability: { limit: 200, seconds: 60 },
} as const;

export type LimitName = keyof typeof RULES;

/** Whether one more is allowed, and what to tell. */
export interface Verdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until one may try again. */
  readonly retryAfter: number;
  /** `memory` when Redis did not answer: the limit then holds per process only. */
  readonly store: 'redis' | 'memory';
}

/** Nobody waits longer for Redis to count: then the count is kept here. */
const PATIENCE_MS = 400;

/** Counts tries in one Redis for all processes, and in this process where there is none or it does not answer. */
export class Limits {
  readonly #redis: Redis | null;
  readonly #patienceMs: number;
  readonly #limiters = new Map<LimitName, Ratelimit>();
  readonly #windows = new Map<string, { count: number; endsAt: number }>();
  #warnedAt = 0;

  constructor(store: Redis | null, patienceMs = PATIENCE_MS) {
    this.#redis = store;
    this.#patienceMs = patienceMs;
  }

  /** Counts one try. Never throws: where Redis is down, the count is kept in this process, and the log says so. */
  async count({ name, key }: { name: LimitName; key: string }): Promise<Verdict> {
    const limiter = this.#limiterFor(name);
    if (!limiter) return this.#inMemory(name, key);
    try {
      const verdict = await limiter.limit(key);
      if (verdict.reason !== 'timeout') {
        return {
          allowed: verdict.success,
          limit: verdict.limit,
          remaining: Math.max(0, verdict.remaining),
          retryAfter: secondsUntil(verdict.reset),
          store: 'redis',
        };
      }
    } catch {
      // answered from memory below
    }
    this.#warn();
    return this.#inMemory(name, key);
  }

  #limiterFor(name: LimitName): Ratelimit | null {
    if (!this.#redis) return null;
    let limiter = this.#limiters.get(name);
    if (!limiter) {
      const { limit, seconds } = RULES[name];
      limiter = new Ratelimit({
        redis: this.#redis,
        limiter: Ratelimit.slidingWindow(limit, `${seconds} s`),
        prefix: `limit:${name}`,
        timeout: this.#patienceMs,
        ephemeralCache: false,
      });
      this.#limiters.set(name, limiter);
    }
    return limiter;
  }

  #inMemory(name: LimitName, key: string): Verdict {
    const { limit, seconds } = RULES[name];
    const now = Date.now();
    const windows = this.#windows;
    if (windows.size > 10_000) for (const [k, w] of windows) if (w.endsAt <= now) windows.delete(k);
    const id = `${name}:${key}`;
    let window = windows.get(id);
    if (!window || window.endsAt <= now) {
      window = { count: 0, endsAt: now + seconds * 1000 };
      windows.set(id, window);
    }
    window.count++;
    return {
      allowed: window.count <= limit,
      limit,
      remaining: Math.max(0, limit - window.count),
      retryAfter: secondsUntil(window.endsAt),
      store: 'memory',
    };
  }

  #warn(): void {
    if (Date.now() - this.#warnedAt < 60_000) return;
    this.#warnedAt = Date.now();
    logger.warn('redis does not answer: rate limits are counted in this process');
  }
}

function secondsUntil(instant: number): number {
  return Math.max(1, Math.ceil((instant - Date.now()) / 1000));
}

const limits = new Limits(redis);

/** Counts one try against the limits of the house. Never throws. */
export function limit(asked: { name: LimitName; key: string }): Promise<Verdict> {
  return limits.count(asked);
}

/** Headers of a verdict, after draft-ietf-httpapi-ratelimit-headers, with `Retry-After` on a refusal. */
export function limitHeaders(verdict: Verdict): Record<string, string> {
  return {
    'ratelimit-limit': String(verdict.limit),
    'ratelimit-remaining': String(verdict.remaining),
    'ratelimit-reset': String(verdict.retryAfter),
    ...(verdict.allowed ? {} : { 'retry-after': String(verdict.retryAfter) }),
    ...(verdict.store === 'memory' ? { 'x-ratelimit-store': 'memory' } : {}),
  };
}
