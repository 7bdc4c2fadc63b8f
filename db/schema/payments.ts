import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PaymentStatus, RefundStatus } from '@/lib/payments/types';
import { bookings } from './bookings';

/** One attempt to be paid: one Checkout Session. At most one is open per booking. */
export const payments = pgTable(
  'payments',
  {
    id: text().primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    status: text().$type<PaymentStatus>().notNull(),
    amountCents: integer('amount_cents').notNull(),
    sessionId: text('session_id'),
    paymentIntentId: text('payment_intent_id'),
    checkoutUrl: text('checkout_url'),
    failureCode: text('failure_code'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
    paidAt: timestamp('paid_at', { withTimezone: true, mode: 'date' }),
    /** When the provider was last asked about it: a payment whose webhook was lost is found by asking in turn. */
    checkedAt: timestamp('checked_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [
    uniqueIndex('payments_session').on(t.sessionId),
    uniqueIndex('payments_one_open').on(t.bookingId).where(sql`status in ('creating', 'open', 'processing')`),
    index('payments_by_booking').on(t.bookingId),
    index('payments_by_intent').on(t.paymentIntentId),
  ],
);

export const refunds = pgTable(
  'refunds',
  {
    id: text().primaryKey(),
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.id),
    amountCents: integer('amount_cents').notNull(),
    /** `operator-refused`, `sold-out-after-hold`, `paid-twice`, … one refund per payment and reason. */
    reason: text().notNull(),
    status: text().$type<RefundStatus>().notNull(),
    /** The provider's refund that was last heard of. */
    providerRefundId: text('provider_refund_id'),
    /** The tries that failed: the provider's refunds, whose notices say nothing any more, or `refused-2` where it made none. */
    failedAtProvider: text('failed_at_provider').array().notNull().default([]),
    /** From when the repair takes it on; null when nothing more is done by itself. */
    dueAt: timestamp('due_at', { withTimezone: true, mode: 'date' }),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    settledAt: timestamp('settled_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [
    uniqueIndex('refunds_once').on(t.paymentId, t.reason),
    index('refunds_due').on(t.dueAt).where(sql`due_at is not null`),
  ],
);

/** Webhooks as they came, by the provider's event id: stored first, worked on afterwards. */
export const paymentEvents = pgTable(
  'payment_events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    payload: jsonb().$type<unknown>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true, mode: 'date' }).notNull(),
    processedAt: timestamp('processed_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [index('payment_events_waiting').on(t.receivedAt).where(sql`processed_at is null`)],
);
