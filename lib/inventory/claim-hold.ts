import type { Transaction } from '@/db/transaction';
import { lockHold } from './repository';
import type { HoldStatus } from './types';

/**
 * Locks a hold for whoever makes a booking of it: until the transaction ends nobody revises, frees or books it.
 * Null when there is no such hold.
 */
export async function claimHold(
  tx: Transaction,
  holdId: string,
): Promise<{ readonly status: HoldStatus; readonly version: number; readonly expiresAt: Date } | null> {
  const hold = await lockHold(tx, holdId);
  return hold && { status: hold.status, version: hold.version, expiresAt: hold.expiresAt };
}
