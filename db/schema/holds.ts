import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Direction } from '@/lib/inventory/leg-place-rules';
import type { HoldStatus } from '@/lib/inventory/types';
import type { LegSelection, PartyItems, Quote, Tariff } from '@/lib/pricing/types';
import { sailings, stockLines } from './sailings';

/**
 * A hold keeps places for 30 minutes at a stored price. It outlives its half hour as the record of which
 * stock a booking owns: `held` becomes `sold` when the booking is confirmed.
 */
export const holds = pgTable(
  'holds',
  {
    id: text().primaryKey(),
    status: text().$type<HoldStatus>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
    locale: text().notNull(),
    party: jsonb().$type<PartyItems>().notNull(),
    quote: jsonb().$type<Quote>().notNull(),
    totalCents: integer('total_cents').notNull(),
    /** Optimistic version, raised by every revision. */
    version: integer().notNull().default(1),
    /** Sealed JSON of what the traveller has typed so far (personal data). */
    sealedDraft: text('sealed_draft'),
  },
  (t) => [index('holds_to_expire').on(t.status, t.expiresAt)],
);

export const holdLegs = pgTable(
  'hold_legs',
  {
    holdId: text('hold_id')
      .notNull()
      .references(() => holds.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** Out or back: two legs of one way are changed between in a port. */
    direction: text().$type<Direction>().notNull(),
    sailingId: text('sailing_id')
      .notNull()
      .references(() => sailings.id),
    /** What was chosen on this leg: fare family, cabins, seats, meals. */
    selection: jsonb().$type<LegSelection>().notNull(),
    /** The tariff as it stood when the hold was placed: the price is guaranteed by it. */
    tariff: jsonb().$type<Tariff>().notNull(),
    fareRuleVersion: integer('fare_rule_version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.holdId, t.position] })],
);

/** Stock taken by a hold, per line. */
export const holdItems = pgTable(
  'hold_items',
  {
    holdId: text('hold_id')
      .notNull()
      .references(() => holds.id, { onDelete: 'cascade' }),
    stockLineId: text('stock_line_id')
      .notNull()
      .references(() => stockLines.id),
    quantity: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.holdId, t.stockLineId] })],
);
