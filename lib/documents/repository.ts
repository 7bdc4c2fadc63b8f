import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { documents, numberSeries } from '@/db/schema/documents';
import { payments, refunds } from '@/db/schema/payments';
import { inTransaction } from '@/db/transaction';
import { newId } from '@/lib/kernel/ids';
import type { DocumentKind } from './types';

export type DocumentRow = typeof documents.$inferSelect;

interface Wanted {
  readonly bookingId: string;
  readonly kind: DocumentKind;
  readonly subject: string;
  /** Series of its number, such as `F-2027`; null for documents without one. */
  readonly series: string | null;
  readonly issuedAt: Date;
}

/**
 * The row of a document, made once. Its number is taken under the row lock of its series in the same transaction:
 * a transaction that fails gives it back, so there is no gap; the lock is held to the commit, so there is no double.
 */
export async function issue(wanted: Wanted): Promise<DocumentRow> {
  const { bookingId, kind, subject, series, issuedAt } = wanted;
  const known = await findDocument(bookingId, kind, subject);
  if (known) return known;
  return inTransaction(async (tx) => {
    const id = newId('doc');
    const [row] = await tx
      .insert(documents)
      .values({ id, bookingId, kind, subject, issuedAt })
      .onConflictDoNothing()
      .returning();
    if (!row) {
      const [other] = await tx
        .select()
        .from(documents)
        .where(whereIs(bookingId, kind, subject));
      if (!other) throw new Error('a document that conflicts must be there');
      return other;
    }
    if (!series) return row;
    const [taken] = await tx
      .insert(numberSeries)
      .values({ series, next: 2 })
      .onConflictDoUpdate({ target: numberSeries.series, set: { next: sql`${numberSeries.next} + 1` } })
      .returning({ next: numberSeries.next });
    const number = `${series}-${String((taken?.next ?? 2) - 1).padStart(6, '0')}`;
    await tx.update(documents).set({ number }).where(eq(documents.id, id));
    return { ...row, number };
  });
}

export async function findDocument(
  bookingId: string,
  kind: DocumentKind,
  subject: string,
): Promise<DocumentRow | null> {
  const [row] = await db
    .select()
    .from(documents)
    .where(whereIs(bookingId, kind, subject));
  return row ?? null;
}

export async function markStored(id: string, storageKey: string, sha256: string): Promise<void> {
  await db.update(documents).set({ storageKey, sha256 }).where(eq(documents.id, id));
}

/** When the trip was paid; null before. */
export async function paidAt(bookingId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<Date | null>`max(${payments.paidAt})`.mapWith(payments.paidAt) })
    .from(payments)
    .where(eq(payments.bookingId, bookingId));
  return row?.at ?? null;
}

/** A refund with its booking; null when there is none. */
export async function refundById(refundId: string) {
  const [row] = await db
    .select({ id: refunds.id, amountCents: refunds.amountCents, bookingId: payments.bookingId })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId));
  return row ?? null;
}

/** Refunds of a booking that the provider has confirmed, oldest first. */
export function settledRefunds(bookingId: string): Promise<{ id: string; reason: string }[]> {
  return db
    .select({ id: refunds.id, reason: refunds.reason })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(payments.bookingId, bookingId), eq(refunds.status, 'succeeded')))
    .orderBy(refunds.createdAt);
}

function whereIs(bookingId: string, kind: DocumentKind, subject: string) {
  return and(eq(documents.bookingId, bookingId), eq(documents.kind, kind), eq(documents.subject, subject));
}
