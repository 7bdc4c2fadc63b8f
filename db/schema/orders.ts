import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { OrderState } from '@/lib/orders/types';
import { bookings } from './bookings';
import { sailings } from './sailings';

/** What was ordered of an operator for a leg of a booking: one row for each hold that was asked for (docs/orders.md). */
export const operatorOrders = pgTable(
  'operator_orders',
  {
    /** The name that the operator is told: every attempt at this order carries it, and no other order does. */
    key: text().primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    sailingId: text('sailing_id')
      .notNull()
      .references(() => sailings.id),
    /** The system that was asked: a company's own, one that sells for several, or `local`. */
    supplier: text().notNull(),
    state: text().$type<OrderState>().notNull(),
    /** Version of our hold that it carries: after a revision another order is needed. */
    version: integer().notNull(),
    attempt: integer().notNull(),
    holdRef: text('hold_ref'),
    ticketRef: text('ticket_ref'),
    /** Until when the operator keeps the places without a confirmation. */
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }),
    /** What the traveller pays for the leg, what the operator charges for it, and what it kept of a ticket that was given back. */
    soldCents: integer('sold_cents').notNull(),
    chargedCents: integer('charged_cents'),
    keptCents: integer('kept_cents'),
    /** Why it was refused or ended: the kind of the operator's problem, or what we ended it for. */
    reason: text(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }).notNull(),
    /** When the operator's books were last compared with ours. */
    comparedAt: timestamp('compared_at', { withTimezone: true, mode: 'date' }),
    /** When the operator was told who travels. */
    manifestSentAt: timestamp('manifest_sent_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [
    index('operator_orders_by_leg').on(t.bookingId, t.position),
    index('operator_orders_open').on(t.changedAt).where(sql`state in ('asked', 'held')`),
    index('operator_orders_to_compare').on(t.comparedAt.asc().nullsFirst()),
  ],
);

/** What the comparison of the books has put right, or has found and could not: read by staff. */
export const orderRepairs = pgTable(
  'order_repairs',
  {
    id: text().primaryKey(),
    orderKey: text('order_key')
      .notNull()
      .references(() => operatorOrders.key, { onDelete: 'cascade' }),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    /** State in our book, and in the operator's. */
    ours: text().notNull(),
    theirs: text().notNull(),
    /** What was done about it; `none`: a person has to look. */
    remedy: text().notNull(),
  },
  (t) => [index('order_repairs_by_order').on(t.orderKey, t.at)],
);
