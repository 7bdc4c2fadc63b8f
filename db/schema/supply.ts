import { pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
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
