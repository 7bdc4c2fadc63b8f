import type { Transaction } from '@/db/transaction';
import { Fault } from '@/lib/kernel/errors';
import { announceLines, announceSales } from './announce-stock';
import { itemsOf, lockHold, moveHold } from './repository';
import { StockRefused, takeStock } from './take-stock';
import type { StockNeed } from './types';

/*
 * What a booking does with the places of its hold, inside the booking's own transaction. All of these lock the hold
 * first and the stock lines after it, in the order of their ids; callers change the booking last.
 */

/**
 * The held places are sold. Again is no error. What is left does not change by it; the price may.
 * Throws a Fault `hold-not-active` when they are not held any more: `retakeHold` is for that.
 */
export async function sellHold(tx: Transaction, holdId: string, now: Date): Promise<void> {
  const hold = await lockHold(tx, holdId);
  if (hold?.status === 'converted') return;
  if (hold?.status !== 'active') throw new Fault('hold-not-active', { message: holdId });
  const items = await itemsOf(tx, [holdId]);
  await takeStock(
    tx,
    items.map(({ stockLineId, quantity }) => ({ stockLineId, held: -quantity, sold: quantity })),
  );
  await moveHold(tx, holdId, ['active'], 'converted');
  await announceSales(tx, now, linesOf(items));
}

/**
 * After the hold has ended: the same places straight to sold, all of them or none. False when they are gone; the
 * caller's transaction is then as it was. A hold that still has its places is sold.
 */
export async function retakeHold(tx: Transaction, holdId: string, now: Date): Promise<boolean> {
  const hold = await lockHold(tx, holdId);
  if (!hold) return false;
  if (hold.status === 'active' || hold.status === 'converted') {
    await sellHold(tx, holdId, now);
    return true;
  }
  const items = await itemsOf(tx, [holdId]);
  try {
    await tx.transaction((attempt) =>
      takeStock(
        attempt,
        items.map(({ stockLineId, quantity }) => ({ stockLineId, held: 0, sold: quantity })),
      ),
    );
  } catch (error) {
    if (error instanceof StockRefused) return false;
    throw error;
  }
  await moveHold(tx, holdId, ['expired', 'released'], 'converted');
  await announceLines(tx, now, linesOf(items));
  await announceSales(tx, now, linesOf(items));
  return true;
}

/** Gives the places back, held or sold. False when the hold had none any more. */
export async function freeHold(
  tx: Transaction,
  holdId: string,
  as: 'expired' | 'released',
  now: Date,
): Promise<boolean> {
  const hold = await lockHold(tx, holdId);
  if (hold?.status !== 'active' && hold?.status !== 'converted') return false;
  const wasSold = hold.status === 'converted';
  const items = await itemsOf(tx, [holdId]);
  await takeStock(
    tx,
    items.map(({ stockLineId, quantity }) => ({
      stockLineId,
      held: wasSold ? 0 : -quantity,
      sold: wasSold ? -quantity : 0,
    })),
  );
  await moveHold(tx, holdId, [hold.status], as);
  await announceLines(tx, now, linesOf(items));
  if (wasSold) await announceSales(tx, now, linesOf(items));
  return true;
}

function linesOf(items: readonly StockNeed[]): string[] {
  return items.map((item) => item.stockLineId);
}
