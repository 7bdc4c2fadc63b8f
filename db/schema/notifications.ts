import { index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { bookings } from './bookings';

/** One e-mail to be sent exactly once: `dedupeKey` is also the key the provider is given. */
export const emailMessages = pgTable(
  'email_messages',
  {
    id: text().primaryKey(),
    dedupeKey: text('dedupe_key').notNull(),
    bookingId: text('booking_id').references(() => bookings.id),
    kind: text().notNull(),
    status: text().$type<'queued' | 'sent' | 'failed'>().notNull(),
    attempts: integer().notNull().default(0),
    providerId: text('provider_id'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [
    uniqueIndex('email_messages_once').on(t.dedupeKey),
    index('email_messages_by_booking').on(t.bookingId),
  ],
);
