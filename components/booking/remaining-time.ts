/** Circumference of the ring of the hold timer, radius 19. */
export const RING = 119.4;

/** Length of the ring's arc for what is left of `wholeMs`. */
export function arcOf(leftMs: number, wholeMs: number): number {
  return Math.round(Math.min(1, Math.max(0, leftMs / wholeMs)) * RING * 10) / 10;
}

/** Minutes and seconds of what is left, rounded down, never negative: `{ minutes: 23, seconds: 41 }`. */
export function minutesAndSeconds(leftMs: number): { minutes: number; seconds: number } {
  const seconds = Math.max(0, Math.floor(leftMs / 1000));
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}

/** The minute to speak of (5 or 1) when the time passes it between two looks; null otherwise. */
export function minuteToAnnounce(beforeMs: number, nowMs: number): 5 | 1 | null {
  for (const minute of [5, 1] as const) {
    if (beforeMs > minute * 60_000 && nowMs <= minute * 60_000 && nowMs > 0) return minute;
  }
  return null;
}
