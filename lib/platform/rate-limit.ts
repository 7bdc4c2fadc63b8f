import { Ratelimit } from '@upstash/ratelimit';
import { redis } from '@/lib/providers/redis/client';
import { logger } from './logger';

/** Limits in force: how many in how many seconds. */
const RULES = {
  /** Finding a trip by reference and e-mail, per address: guesses must cost time. */
  'booking-lookup': { limit: 20, seconds: 600 },
  /** The same per reference, whoever asks. */
  'booking-lookup-reference': { limit: 10, seconds: 600 },
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

const limiters = new Map<LimitName, Ratelimit>();
const windows = new Map<string, { count: number; endsAt: number }>();
let warnedAt = 0;

function limiterFor(name: LimitName): Ratelimit | null {
  if (!redis) return null;
  let limiter = limiters.get(name);
  if (!limiter) {
    const { limit, seconds } = RULES[name];
    limiter = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(limit, `${seconds} s`),
      prefix: `limit:${name}`,
      timeout: 400,
      ephemeralCache: false,
    });
    limiters.set(name, limiter);
  }
  return limiter;
}

/** Counts one try. Never throws: where Redis is down, the count is kept in this process, and the log says so. */
export async function limit({ name, key }: { name: LimitName; key: string }): Promise<Verdict> {
  const limiter = limiterFor(name);
  if (limiter) {
    try {
      const verdict = await limiter.limit(key);
      if (verdict.reason !== 'timeout') {
        const retryAfter = Math.max(1, Math.ceil((verdict.reset - Date.now()) / 1000));
        return {
          allowed: verdict.success,
          limit: verdict.limit,
          remaining: Math.max(0, verdict.remaining),
          retryAfter,
          store: 'redis',
        };
      }
    } catch {
      // answered from memory below
    }
    warn();
  }
  return inMemory(name, key);
}

function warn(): void {
  if (Date.now() - warnedAt < 60_000) return;
  warnedAt = Date.now();
  logger.warn('redis does not answer: rate limits are counted in this process');
}

function inMemory(name: LimitName, key: string): Verdict {
  const { limit, seconds } = RULES[name];
  const now = Date.now();
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
    retryAfter: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
    store: 'memory',
  };
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
