import { existsSync, readFileSync } from 'node:fs';
import { env } from './env';

/**
 * The time of the product. `CLOCK_FILE`, when set, names a file holding a signed number of milliseconds
 * to add to the machine's clock: rehearsals move time with it. Only doors call this; verbs read `ctx.now`.
 */
export function now(): Date {
  return new Date(Date.now() + offset());
}

function offset(): number {
  // Asked first, because nobody has moved the clock as a rule, and an error for each request would cost more.
  if (!env.CLOCK_FILE || !existsSync(env.CLOCK_FILE)) return 0;
  try {
    const value = Number(readFileSync(env.CLOCK_FILE, 'utf8').trim());
    return Number.isFinite(value) ? value : 0;
  } catch {
    return 0;
  }
}
