import { redis } from '@/lib/providers/redis/client';
import { AVAILABILITY_CHANNEL, type AvailabilityHint } from './channel';

/**
 * Tells the live channel that stock has changed, one hint per sailing however many came.
 * Throws when Redis does not answer; without Redis there is nobody to tell.
 */
export async function announceAvailability(hints: readonly AvailabilityHint[]): Promise<void> {
  if (!redis || hints.length === 0) return;
  const latest = new Map(hints.map((hint) => [hint.sailingId, hint]));
  const pipeline = redis.pipeline();
  for (const hint of latest.values()) pipeline.publish(AVAILABILITY_CHANNEL, hint);
  await pipeline.exec();
}
