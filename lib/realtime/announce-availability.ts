import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { redis } from '@/lib/providers/redis/client';
import { publishHints } from './channel';
import type { AvailabilityHint } from './protocol';

/** Hints that Redis has not taken, by sailing; told again until it does. Beyond the bound the oldest are forgotten. */
const owed = new Map<string, AvailabilityHint>();
const MAX_OWED = 2000;
const AGAIN_MS = 500;
let trying = false;

/**
 * Tells the live channel that stock has changed. Throws when Redis does not answer; without Redis there is nobody
 * to tell.
 */
export async function announceAvailability(hints: readonly AvailabilityHint[]): Promise<void> {
  if (!redis || hints.length === 0) return;
  await publishHints(redis, hints);
}

/**
 * The same, and never throws: what Redis does not take is told when it is back, while this process lives. A sidecar
 * that heard nothing meanwhile lets its clients ask anyway.
 */
export async function announceSurely(hints: readonly AvailabilityHint[]): Promise<void> {
  try {
    await announceAvailability(hints);
  } catch (error) {
    logger.warn(
      { error: describeError(error) },
      'redis does not answer: a change of stock is announced later',
    );
    for (const hint of hints) owe(hint);
    if (!trying) tryAgain();
  }
}

function owe(hint: AvailabilityHint): void {
  const before = owed.get(hint.sailingId);
  if (before && before.seq > hint.seq) return;
  owed.delete(hint.sailingId);
  owed.set(hint.sailingId, hint);
  const [oldest] = owed.keys();
  if (owed.size > MAX_OWED && oldest) owed.delete(oldest);
}

function tryAgain(): void {
  trying = true;
  setTimeout(async () => {
    const batch = [...owed.values()].slice(0, 200);
    try {
      await announceAvailability(batch);
      for (const hint of batch) if (owed.get(hint.sailingId) === hint) owed.delete(hint.sailingId);
    } catch {
      // It is told again below.
    }
    if (owed.size > 0) tryAgain();
    else trying = false;
  }, AGAIN_MS).unref();
}
