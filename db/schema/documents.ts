import { integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DocumentKind } from '@/lib/documents/types';
import { bookings } from './bookings';

/** A document that was issued: its number is taken in the same transaction as this row. */
export const documents = pgTable(
  'documents',
  {
    id: text().primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    kind: text().$type<DocumentKind>().notNull(),
    /** What it documents, so that a retried job makes one: `sale`, `refund:<refund id>`, `tickets`. */
    subject: text().notNull(),
    /** `F-2027-000042` for invoices, `A-2027-000003` for credit notes; e-tickets have none. */
    number: text(),
    issuedAt: timestamp('issued_at', { withTimezone: true, mode: 'date' }).notNull(),
    storageKey: text('storage_key'),
    sha256: text(),
  },
  (t) => [
    uniqueIndex('documents_once').on(t.bookingId, t.kind, t.subject),
    uniqueIndex('documents_number').on(t.number),
  ],
);

/** Next number of a series such as `F-2027`. Raised under its row lock: no gap, no double. */
export const numberSeries = pgTable('number_series', {
  series: text().primaryKey(),
  next: integer().notNull(),
});
