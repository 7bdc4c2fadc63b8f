import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The sandbox's time in milliseconds since 1970: the machine's clock plus the signed number of milliseconds
 * in `clockFile`. A missing or unreadable file means an unmoved clock.
 */
export function sandboxNow(clockFile: string): number {
  return Date.now() + readOffset(clockFile);
}

/** The milliseconds by which the sandbox's clock is ahead of the machine's. */
export function readOffset(clockFile: string): number {
  try {
    const value = Number(readFileSync(clockFile, 'utf8').trim());
    return Number.isFinite(value) ? value : 0;
  } catch {
    return 0;
  }
}

/** Sets by how many milliseconds the sandbox's clock is ahead of the machine's (negative: behind). */
export function writeOffset(clockFile: string, offsetMs: number): void {
  mkdirSync(dirname(clockFile), { recursive: true });
  writeFileSync(`${clockFile}.new`, String(Math.trunc(offsetMs)));
  renameSync(`${clockFile}.new`, clockFile);
}
