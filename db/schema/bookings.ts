import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { BookingStatus, PassengerType, Sex, Title } from '@/lib/booking/types';
import type { Quote } from '@/lib/pricing/types';
import { holds } from './holds';
import { sailings } from './sailings';

export const bookings = pgTable(
  'bookings',
  {
    id: text().primaryKey(),
    reference: text().notNull(),
    accessTokenHash: text('access_token_hash').notNull(),
    /** Sealed access token, so that links in later e-mails can carry it. */
    sealedAccessToken: text('sealed_access_token').notNull(),
    status: text().$type<BookingStatus>().notNull(),
    statusChangedAt: timestamp('status_changed_at', { withTimezone: true, mode: 'date' }).notNull(),
    /** Machine-readable reason of the state where it has one: `operator-refused`, `sold-out-after-hold`, … */
    statusReason: text('status_reason'),
    holdId: text('hold_id')
      .notNull()
      .references(() => holds.id),
    locale: text().notNull(),
    contactEmail: text('contact_email').notNull(),
    contactPhone: text('contact_phone').notNull(),
    quote: jsonb().$type<Quote>().notNull(),
    totalCents: integer('total_cents').notNull(),
    /** Who travels on which sailings, hashed: the same party cannot hold the same sailings twice. */
    partyFingerprint: text('party_fingerprint').notNull(),
    termsAcceptedAt: timestamp('terms_accepted_at', { withTimezone: true, mode: 'date' }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [
    uniqueIndex('bookings_reference').on(t.reference),
    uniqueIndex('bookings_one_per_hold').on(t.holdId),
    uniqueIndex('bookings_one_per_party')
      .on(t.partyFingerprint)
      .where(sql`status in ('awaiting_payment', 'payment_processing', 'confirming', 'confirmed', 'stuck')`),
    index('bookings_by_status').on(t.status, t.statusChangedAt),
    index('bookings_by_email').on(t.contactEmail),
  ],
);

export const bookingLegs = pgTable(
  'booking_legs',
  {
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    sailingId: text('sailing_id')
      .notNull()
      .references(() => sailings.id),
    /** The operator's own ticket number, once it has confirmed. */
    operatorReference: text('operator_reference'),
    operatorStatus: text('operator_status')
      .$type<'none' | 'held' | 'confirmed' | 'refused' | 'released'>()
      .notNull()
      .default('none'),
  },
  (t) => [primaryKey({ columns: [t.bookingId, t.position] })],
);

export const bookingPassengers = pgTable(
  'booking_passengers',
  {
    id: text().primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    type: text().$type<PassengerType>().notNull(),
    title: text().$type<Title>().notNull(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    birthDate: date('birth_date', { mode: 'string' }).notNull(),
    sex: text().$type<Sex>().notNull(),
    nationality: text().notNull(),
    placeOfBirth: text('place_of_birth'),
    phone: text(),
    needsAssistance: integer('needs_assistance').notNull().default(0),
    /** Sealed: what somebody needs help with is data on health (GDPR Art. 9). */
    sealedAssistanceNote: text('sealed_assistance_note'),
    /** Sealed JSON `{type, number, expiresOn}`. */
    sealedDocument: text('sealed_document'),
  },
  (t) => [uniqueIndex('booking_passengers_by_position').on(t.bookingId, t.position)],
);

export const bookingVehicles = pgTable(
  'booking_vehicles',
  {
    id: text().primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    type: text().notNull(),
    make: text().notNull(),
    model: text().notNull(),
    plate: text(),
    lengthCm: integer('length_cm').notNull(),
    heightCm: integer('height_cm').notNull(),
    accessories: jsonb().$type<readonly string[]>().notNull(),
  },
  (t) => [uniqueIndex('booking_vehicles_by_position').on(t.bookingId, t.position)],
);

/** Every change of a booking, in order: the history that travellers and staff read. No personal data in `data`. */
export const bookingEvents = pgTable(
  'booking_events',
  {
    id: text().primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id, { onDelete: 'cascade' }),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    kind: text().notNull(),
    data: jsonb().$type<Readonly<Record<string, string | number | boolean | null>>>().notNull(),
  },
  (t) => [index('booking_events_by_booking').on(t.bookingId, t.at)],
);
