import type { RefundStatus } from './types';

/** Pauses before a refund that failed at the provider is tried again; after the last one staff have to find a way. */
const RETRY_AFTER_MINUTES = [10, 60, 6 * 60, 24 * 60] as const;
/** The webhook normally says how a refund under way ended; this often we ask. */
const PENDING_CHECK_MINUTES = 15;

/**
 * When a refund that has failed so many times is tried again; null when it is not any more. A passing reason (the bank
 * is unwell, our balance is short) is over within a day and a half; a closed card stays closed.
 */
export function nextRefundTry(failures: number, now: Date): Date | null {
  const minutes = RETRY_AFTER_MINUTES[failures - 1];
  return minutes === undefined ? null : inMinutes(minutes, now);
}

/** What a traveller is told of a refund. `again`: it failed and is tried once more; `waiting`: a person has to find another way. */
export type RefundState = 'on-way' | 'back' | 'again' | 'waiting';

export function refundState(status: RefundStatus, dueAt: Date | null): RefundState {
  if (status === 'succeeded') return 'back';
  if (status !== 'failed') return 'on-way';
  return dueAt ? 'again' : 'waiting';
}

/** When a refund that is under way is asked about next. */
export function nextRefundCheck(now: Date): Date {
  return inMinutes(PENDING_CHECK_MINUTES, now);
}

function inMinutes(minutes: number, now: Date): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
