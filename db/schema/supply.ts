import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Notice } from '@/lib/supply/types';
import { routes } from './network';
import { sailings } from './sailings';

/** Under which name an operator's system knows a sailing of ours (docs/supply.md). */
export const suppliedSailings = pgTable(
  'supplied_sailings',
  {
    sailingId: text('sailing_id')
      .primaryKey()
      .references(() => sailings.id, { onDelete: 'cascade' }),
    /** The system that was asked: a company's own, or one that sells for several. */
    supplier: text().notNull(),
    sailingRef: text('sailing_ref').notNull(),
  },
  (t) => [uniqueIndex('supplied_sailings_by_ref').on(t.supplier, t.sailingRef)],
);

/** When a system was last asked for a direction, and when it last answered. */
export const supplyReads = pgTable(
  'supply_reads',
  {
    supplier: text().notNull(),
    routeId: text('route_id')
      .notNull()
      .references(() => routes.id),
    askedAt: timestamp('asked_at', { withTimezone: true, mode: 'date' }).notNull(),
    /** Null until it has answered once. */
    answeredAt: timestamp('answered_at', { withTimezone: true, mode: 'date' }),
    /** Why the last answer was none; null when it was one. */
    problem: text(),
  },
  (t) => [primaryKey({ columns: [t.supplier, t.routeId] })],
);

/** Webhooks of operators as they came, once each: stored first, worked on afterwards. Nothing in them is about a person. */
export const supplyDeliveries = pgTable(
  'supply_deliveries',
  {
    supplier: text().notNull(),
    /** The operator's own name for it, the same when it is delivered again. */
    deliveryId: text('delivery_id').notNull(),
    notices: jsonb().$type<readonly Notice[]>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true, mode: 'date' }).notNull(),
    processedAt: timestamp('processed_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [
    primaryKey({ columns: [t.supplier, t.deliveryId] }),
    index('supply_deliveries_waiting').on(t.receivedAt).where(sql`processed_at is null`),
  ],
);
