import type { Redis } from '@upstash/redis';
import { type Parcel, pack, unpack } from './parcel';
import type { RevalidationLog } from './revalidation-log';

/** After that long a page is never shown (`expireTime` and its time of being fresh, next.config.mjs). */
const KEPT_SECONDS = 3900;
/** As many pages lie in Redis, the newest: 2,000 × 20 KB. A crawler that varies a search drives out others, no more. */
const MAX_PAGES = 2000;
/** What is larger is each process's own. */
const MAX_TEXT = 400_000;

/** Puts a page, and takes away the oldest beyond the bound, in one step. */
const PUT = `
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], KEYS[1])
redis.call('EXPIRE', KEYS[2], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[3] - ARGV[2] * 1000)
local extra = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[4])
if extra > 0 then
  for _, key in ipairs(redis.call('ZRANGE', KEYS[2], 0, extra - 1)) do redis.call('DEL', key) end
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, extra - 1)
end
return extra`;

interface Options {
  /** Names what pages are made from: the build and the data. Others' pages are not for us. */
  readonly origin: string;
  readonly maxPages?: number;
}

/** Kept pages in Redis, for the other processes of the same build on the same data. Never throws. */
export class SharedPages {
  readonly #redis: Redis;
  readonly #log: RevalidationLog;
  readonly #origin: string;
  readonly #maxPages: number;

  constructor(redis: Redis, log: RevalidationLog, { origin, maxPages = MAX_PAGES }: Options) {
    this.#redis = redis;
    this.#log = log;
    this.#origin = origin;
    this.#maxPages = maxPages;
  }

  async get(key: string): Promise<Parcel | undefined> {
    if (!this.#log.up) return undefined;
    const text = await this.#log.patient(this.#redis.get(this.#key(key)));
    return typeof text === 'string' ? unpack(text).catch(() => undefined) : undefined;
  }

  async put(key: string, parcel: Parcel): Promise<void> {
    if (!this.#log.up) return;
    try {
      const text = await pack(parcel);
      if (text.length > MAX_TEXT) return;
      await this.#redis.eval(
        PUT,
        [this.#key(key), `pages:of:${this.#origin}`],
        [text, String(KEPT_SECONDS), String(Date.now()), String(this.#maxPages)],
      );
    } catch (error) {
      this.#log.failed(error);
    }
  }

  #key(key: string): string {
    return `page:${this.#origin}:${this.#log.epoch}:${key}`;
  }
}
