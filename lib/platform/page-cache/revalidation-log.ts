import { randomUUID } from 'node:crypto';
import type { Redis } from '@upstash/redis';
import { describeError } from '../describe-error';
import { logger } from '../logger';
import type { Revalidations } from './revalidations';

/** What was read longer ago is read again, while pages go out. */
const READ_EVERY_MS = 300;
/** Nothing goes out that was compared with a log older than this … */
const OLDEST_MS = 700;
/** … unless Redis takes longer than this: then the process goes on alone until it answers again. */
const PATIENCE_MS = 250;
const RETRY_MS = 1000;
/** The log holds that many tags; a process that has missed more takes everything for too old. */
const MAX_LOGGED = 5000;
const MAX_WAITING = 1000;

const KEYS = ['pages:epoch', 'pages:seq', 'pages:log', 'pages:forgotten'];

/** A place for these tags at the end of the log, all in one step: who reads it never sees a gap. */
const APPEND = `
redis.call('SET', KEYS[1], ARGV[1], 'NX')
local seq = redis.call('INCR', KEYS[2])
for i = 3, #ARGV do redis.call('ZADD', KEYS[3], seq, ARGV[i]) end
local extra = redis.call('ZCARD', KEYS[3]) - tonumber(ARGV[2])
if extra > 0 then
  local last = redis.call('ZRANGE', KEYS[3], extra - 1, extra - 1, 'WITHSCORES')
  redis.call('SET', KEYS[4], last[2])
  redis.call('ZREMRANGEBYRANK', KEYS[3], 0, extra - 1)
end
return {redis.call('GET', KEYS[1]), seq}`;

const READ = `
return {redis.call('GET', KEYS[1]) or '', redis.call('GET', KEYS[2]) or 0, redis.call('GET', KEYS[4]) or 0,
  redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. ARGV[1], '+inf', 'WITHSCORES')}`;

/**
 * The log of revalidations that all processes share. It is read before a page goes out, unless that was done a moment
 * ago: so no process shows for longer than a second what another has dropped. Redis gone: each goes on alone, and what
 * it revalidated meanwhile is written when Redis is back.
 */
export class RevalidationLog {
  readonly #redis: Redis;
  readonly #revalidations: Revalidations;
  readonly #patienceMs: number;
  readonly #waiting = new Set<string>();
  #epoch = '';
  #reading: Promise<void> | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #up = true;

  constructor(redis: Redis, revalidations: Revalidations, patienceMs = PATIENCE_MS) {
    this.#redis = redis;
    this.#revalidations = revalidations;
    this.#patienceMs = patienceMs;
  }

  /** Whether Redis answered when last asked. */
  get up(): boolean {
    return this.#up;
  }

  /** Changes when Redis has lost its memory: what lies there under another epoch is not compared with this log. */
  get epoch(): string {
    return this.#epoch;
  }

  /** To be awaited, when it answers something, before a page goes out. Never throws. */
  fresh(): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.#readAt < READ_EVERY_MS) return undefined;
    if (!this.#reading && now - this.#triedAt > (this.#up ? 0 : RETRY_MS)) this.#begin(now);
    if (!this.#up || now - this.#readAt < OLDEST_MS) return undefined;
    return this.#reading ? this.patient(this.#reading) : undefined;
  }

  /** Writes these tags for all. Never throws: what cannot be written now is written when Redis is back. */
  async append(tags: readonly string[]): Promise<void> {
    for (const tag of tags) this.#waiting.add(tag);
    if (this.#up) await this.#write().catch((error: unknown) => this.failed(error));
    if (this.#waiting.size > 0) setTimeout(() => this.fresh(), RETRY_MS + 100).unref();
  }

  /** Waits for Redis as long as a visitor may; then this process goes on alone. */
  async patient<T>(answer: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.#patienceMs);
    });
    try {
      const first = await Promise.race([answer, late]);
      if (first !== 'late') return first as T;
      this.failed(new Error('too slow'));
    } catch (error) {
      this.failed(error);
    } finally {
      clearTimeout(timer);
    }
    return undefined;
  }

  failed(error: unknown): void {
    if (this.#up) {
      logger.warn(
        { error: describeError(error) },
        'redis does not answer: kept pages are this process’s own',
      );
    }
    this.#up = false;
  }

  #begin(now: number): void {
    this.#triedAt = now;
    this.#reading = this.#read(now)
      .catch((error: unknown) => this.failed(error))
      .finally(() => {
        this.#reading = null;
        if (this.#waiting.size > 0) setTimeout(() => this.fresh(), RETRY_MS + 100).unref();
      });
  }

  async #read(since: number): Promise<void> {
    if (this.#waiting.size > 0) await this.#write();
    const from = this.#revalidations.now().seq;
    const reply = (await this.#redis.eval(READ, KEYS, [String(from)])) as [string, number, number, unknown[]];
    const [epoch, seq, forgotten] = [String(reply[0]), Number(reply[1]), Number(reply[2])];
    if ((this.#epoch !== '' && epoch !== this.#epoch) || forgotten > from) {
      this.#revalidations.everything(seq);
    } else {
      const entries = [];
      for (let i = 0; i < reply[3].length; i += 2) {
        entries.push({ tag: String(reply[3][i]), seq: Number(reply[3][i + 1]) });
      }
      this.#revalidations.read(entries, seq);
    }
    this.#epoch = epoch;
    this.#readAt = since;
    if (!this.#up) logger.info('redis answers again: kept pages are shared');
    this.#up = true;
  }

  async #write(): Promise<void> {
    const tags = [...this.#waiting];
    if (tags.length === 0) return;
    // More than can be told: the log forgets all it has, and everybody takes everything for too old.
    const told = tags.length > MAX_WAITING ? tags.slice(0, 1) : tags;
    const room = tags.length > MAX_WAITING ? 0 : MAX_LOGGED;
    const args = [`e-${randomUUID()}`, String(room), ...told];
    const [epoch, seq] = (await this.#redis.eval(APPEND, KEYS, args)) as [string, number];
    for (const tag of tags) this.#waiting.delete(tag);
    // Another epoch than ours: the next reading finds out.
    if (this.#epoch === '' || epoch === this.#epoch) this.#revalidations.published(tags, Number(seq));
  }
}
