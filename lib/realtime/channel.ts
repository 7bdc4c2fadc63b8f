import { z } from 'zod';
import { availabilityHint } from './protocol';

/** Redis channel on which every change of stock is announced. */
export const AVAILABILITY_CHANNEL = 'voila:availability';

/** Counts what was announced, so that who listens knows whether all of it arrived. */
const ANNOUNCED = 'voila:announced';

/** A message of the channel: the count, with hints, or alone as a heartbeat. */
export const announcement = z.object({
  count: z.int().min(0),
  hints: z.array(availabilityHint).default([]),
});

/** The part of a Redis client that is used here. */
interface Evaluator {
  eval(script: string, keys: string[], args: string[]): Promise<unknown>;
}

/** Counted and sent in one step: whatever the number of senders, messages arrive in the order of their counts. */
const ANNOUNCE = `local count = redis.call('INCR', KEYS[1])
redis.call('PUBLISH', ARGV[1], '{"count":' .. count .. ',"hints":' .. ARGV[2] .. '}')
return count`;
const BEAT = `local count = redis.call('GET', KEYS[1]) or '0'
redis.call('PUBLISH', ARGV[1], '{"count":' .. count .. '}')
return 1`;

/** Sends hints to all sidecars. */
export function publishHints(redis: Evaluator, hints: readonly unknown[]): Promise<unknown> {
  return redis.eval(ANNOUNCE, [ANNOUNCED], [AVAILABILITY_CHANNEL, JSON.stringify(hints)]);
}

/** Lets all sidecars hear how many announcements there were. */
export function publishBeat(redis: Evaluator): Promise<unknown> {
  return redis.eval(BEAT, [ANNOUNCED], [AVAILABILITY_CHANNEL]);
}
