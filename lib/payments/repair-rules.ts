/** Failures after which a booking is called `stuck`, for staff to see; it is still tried, more slowly. */
export const STUCK_AFTER = 3;
const PACE_MS = 45_000;
const STUCK_PACE_MS = 5 * 60_000;

/** How often the repair of a booking has failed, and when last. */
export interface Failures {
  readonly times: number;
  readonly lastAt: Date | null;
}

/** Whether it is time to try once more. */
export function mayRepair(failures: Failures, now: Date): boolean {
  if (!failures.lastAt) return true;
  const pace = failures.times < STUCK_AFTER ? PACE_MS : STUCK_PACE_MS;
  return now.getTime() - failures.lastAt.getTime() >= pace;
}
