import { setTimeout as sleep } from 'node:timers/promises';
import { prune, realignCrons, runDue } from './schedule';
import type { Database } from './tables';

const TICK_MS = 250;
const PRUNE_MS = 600_000;

/** Looks at the sandbox's clock four times a second and does what has fallen due. */
export function startClock(
  sql: Database,
  now: () => number,
  wake: () => void,
): { stop: () => Promise<void> } {
  let stopped = false;
  const loop = async (): Promise<void> => {
    let last = now();
    let prunedAt = 0;
    while (!stopped) {
      try {
        const current = now();
        if (current < last) await realignCrons(sql, current);
        last = current;
        if (await runDue(sql, current)) wake();
        if (Date.now() - prunedAt > PRUNE_MS) {
          await prune(sql, current);
          prunedAt = Date.now();
        }
      } catch {
        // The database is away; it is asked again at the next tick.
      }
      await sleep(TICK_MS);
    }
  };
  const looping = loop();
  return {
    stop: async () => {
      stopped = true;
      await looping;
    },
  };
}
