import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * What a crossing has cost: one row for each run of days on which the same prices were observed (docs/insights.md). A
 * day that nobody observed lies in no run. No reference to `routes`: a line that is given up keeps its past.
 */
export const priceRuns = pgTable(
  'price_runs',
  {
    routeId: text('route_id').notNull(),
    /** Day of departure, and the days of observation, on the clock of the port of departure. */
    departureDay: date('departure_day', { mode: 'string' }).notNull(),
    observedFrom: date('observed_from', { mode: 'string' }).notNull(),
    /** The last day on which it was seen so; the run's own. */
    observedUntil: date('observed_until', { mode: 'string' }).notNull(),
    /** Lowest price for one adult, dues included, among sailings with places; null when nothing was left to sell. */
    basicCents: integer('basic_cents'),
    standardCents: integer('standard_cents'),
    flexCents: integer('flex_cents'),
    /** `seed`: made up. `observed`: seen by the daily snapshot. No run is both. */
    source: text().$type<'seed' | 'observed'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.routeId, t.departureDay, t.observedFrom] }),
    check('price_runs_in_order', sql`${t.observedFrom} <= ${t.observedUntil}`),
  ],
);
