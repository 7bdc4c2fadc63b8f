import { and, asc, eq, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { holdItems, holdLegs, holds } from '@/db/schema/holds';
import type { Transaction } from '@/db/transaction';
import { LIVE_STATUSES } from '@/lib/booking/state';
import type { BookingStatus } from '@/lib/booking/types';
import type { LegSelection } from '@/lib/pricing/types';
import type { HoldStatus, StockNeed } from './types';

export type HoldRow = typeof holds.$inferSelect;
export type HoldLegRow = typeof holdLegs.$inferSelect;

/** The booking made of a hold, as far as the hold is concerned. */
export interface BookingOfHold {
  readonly reference: string;
  readonly status: BookingStatus;
  readonly statusReason: string | null;
}

/** A hold with its legs and the booking made of it. */
export interface StoredHold {
  readonly hold: HoldRow;
  readonly legs: readonly HoldLegRow[];
  readonly booking: BookingOfHold | null;
}

export async function readHold(holdId: string, on: Queryable = db): Promise<StoredHold | null> {
  const [[row], legs] = await Promise.all([
    on
      .select({
        hold: holds,
        reference: bookings.reference,
        status: bookings.status,
        statusReason: bookings.statusReason,
      })
      .from(holds)
      .leftJoin(bookings, eq(bookings.holdId, holds.id))
      .where(eq(holds.id, holdId)),
    readLegs(holdId, on),
  ]);
  if (!row) return null;
  const { hold, reference, status, statusReason } = row;
  return { hold, legs, booking: reference && status ? { reference, status, statusReason } : null };
}

function readLegs(holdId: string, on: Queryable): Promise<HoldLegRow[]> {
  return on.select().from(holdLegs).where(eq(holdLegs.holdId, holdId)).orderBy(asc(holdLegs.position));
}

/** The row of a hold, locked until the transaction ends: nobody else changes, frees or books it meanwhile. */
export async function lockHold(tx: Transaction, holdId: string): Promise<HoldRow | null> {
  const [row] = await tx.select().from(holds).where(eq(holds.id, holdId)).for('update');
  return row ?? null;
}

export function itemsOf(tx: Transaction, holdIds: readonly string[]): Promise<StockNeed[]> {
  return tx
    .select({ stockLineId: holdItems.stockLineId, quantity: holdItems.quantity })
    .from(holdItems)
    .where(inArray(holdItems.holdId, [...holdIds]));
}

/** Moves a hold that is in one of `from`; gives back whether it was. */
export async function moveHold(
  tx: Transaction,
  holdId: string,
  from: readonly HoldStatus[],
  to: HoldStatus,
): Promise<boolean> {
  const moved = await tx
    .update(holds)
    .set({ status: to, ...(to === 'converted' && { sealedDraft: null }) })
    .where(and(eq(holds.id, holdId), inArray(holds.status, [...from])))
    .returning({ id: holds.id });
  return moved.length > 0;
}

/** What a revision writes over. */
export interface Revision {
  readonly party: HoldRow['party'];
  readonly quote: HoldRow['quote'];
  readonly legs: readonly {
    readonly position: number;
    readonly selection: LegSelection;
    readonly fareRuleVersion: number;
  }[];
  readonly items: readonly StockNeed[];
}

export async function writeRevision(tx: Transaction, holdId: string, revision: Revision): Promise<void> {
  const { party, quote } = revision;
  await tx
    .update(holds)
    .set({ party, quote, totalCents: quote.totalCents, version: sql`${holds.version} + 1` })
    .where(eq(holds.id, holdId));
  for (const { position, selection, fareRuleVersion } of revision.legs)
    await tx
      .update(holdLegs)
      .set({ selection, fareRuleVersion })
      .where(and(eq(holdLegs.holdId, holdId), eq(holdLegs.position, position)));
  await tx.delete(holdItems).where(eq(holdItems.holdId, holdId));
  await tx.insert(holdItems).values(revision.items.map((item) => ({ ...item, holdId })));
}

/**
 * Active holds whose time is over and that no booking keeps, oldest first, locked until the transaction ends; those
 * that somebody else has in hand are passed over.
 */
export async function lockEnded(tx: Transaction, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: holds.id })
    .from(holds)
    .where(
      and(
        eq(holds.status, 'active'),
        lte(holds.expiresAt, now),
        sql`not exists (select 1 from ${bookings} where ${bookings.holdId} = ${holds.id}
          and ${inArray(bookings.status, [...LIVE_STATUSES])})`,
      ),
    )
    .orderBy(asc(holds.expiresAt))
    .limit(limit)
    .for('update', { skipLocked: true, of: holds });
  return rows.map((row) => row.id);
}

export async function markExpired(tx: Transaction, holdIds: readonly string[]): Promise<void> {
  await tx
    .update(holds)
    .set({ status: 'expired' })
    .where(inArray(holds.id, [...holdIds]));
}

/** Merges into the sealed draft under the row's lock; `merge` is given what is there. False when there is no such hold. */
export async function rewriteDraft(
  holdId: string,
  merge: (sealed: string | null) => string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const row = await lockHold(tx, holdId);
    if (!row || row.status === 'converted') return false;
    await writeDraft(tx, holdId, merge(row.sealedDraft));
    return true;
  });
}

export async function writeDraft(tx: Transaction, holdId: string, sealedDraft: string): Promise<void> {
  await tx.update(holds).set({ sealedDraft }).where(eq(holds.id, holdId));
}

export async function readSealedDraft(holdId: string): Promise<string | null> {
  const [row] = await db.select({ sealedDraft: holds.sealedDraft }).from(holds).where(eq(holds.id, holdId));
  return row?.sealedDraft ?? null;
}

/** Erases what was typed into holds that ended before an instant. */
export async function eraseDrafts(before: Date): Promise<void> {
  await db
    .update(holds)
    .set({ sealedDraft: null })
    .where(and(isNotNull(holds.sealedDraft), lt(holds.expiresAt, before)));
}
