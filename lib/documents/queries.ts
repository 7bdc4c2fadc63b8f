import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { documents } from '@/db/schema/documents';
import type { DocumentKind } from './types';

/** A document that was issued, as a list names it. */
export interface IssuedDocument {
  readonly kind: DocumentKind;
  /** Null for e-tickets, which have none. */
  readonly number: string | null;
}

/** What has been issued for a booking, oldest first; the caller has checked that it may be seen. */
export function issuedDocuments(bookingId: string): Promise<IssuedDocument[]> {
  return db
    .select({ kind: documents.kind, number: documents.number })
    .from(documents)
    .where(eq(documents.bookingId, bookingId))
    .orderBy(asc(documents.issuedAt), asc(documents.id));
}
