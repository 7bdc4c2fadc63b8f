import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { StockKind } from '@/lib/inventory/types';
import type { Tariff } from '@/lib/pricing/types';
import { operators, routes, ships } from './network';

export const sailings = pgTable(
  'sailings',
  {
    /** `ctn-FRMRS-TNLGN-20270714-1730` */
    id: text().primaryKey(),
    routeId: text('route_id')
      .notNull()
      .references(() => routes.id),
    operatorCode: text('operator_code')
      .notNull()
      .references(() => operators.code),
    shipCode: text('ship_code')
      .notNull()
      .references(() => ships.code),
    /** Day of departure on the clock of the port of departure. */
    departureDay: date('departure_day', { mode: 'string' }).notNull(),
    departsAt: timestamp('departs_at', { withTimezone: true, mode: 'date' }).notNull(),
    arrivesAt: timestamp('arrives_at', { withTimezone: true, mode: 'date' }).notNull(),
    /** By how many minutes later than published the operator expects it to leave; 0 when it is on time. */
    delayMinutes: integer('delay_minutes').notNull().default(0),
    status: text().$type<'scheduled' | 'cancelled'>().notNull().default('scheduled'),
    /** The published tariff of the sailing; what today makes of it is `lib/pricing`'s rule. */
    tariff: jsonb().$type<Tariff>().notNull(),
  },
  (t) => [
    index('sailings_by_day').on(t.routeId, t.departureDay),
    index('sailings_by_departure').on(t.departsAt),
  ],
);

/**
 * One countable thing on one sailing. Units: persons (passengers), lane centimetres (vehicles), cabins, seats.
 * `capacity - held - sold` is what is left; the check constraint is the last guard, the conditional update the first.
 */
export const stockLines = pgTable(
  'stock_lines',
  {
    /** `<sailing id>:<code>`; codes: `deck`, `lane`, and the cabin and seat codes of the ship. */
    id: text().primaryKey(),
    sailingId: text('sailing_id')
      .notNull()
      .references(() => sailings.id, { onDelete: 'cascade' }),
    kind: text().$type<StockKind>().notNull(),
    code: text().notNull(),
    capacity: integer().notNull(),
    held: integer().notNull().default(0),
    sold: integer().notNull().default(0),
    berths: integer(),
  },
  (t) => [
    uniqueIndex('stock_lines_by_sailing').on(t.sailingId, t.code),
    check(
      'stock_lines_never_oversold',
      sql`${t.held} >= 0 and ${t.sold} >= 0 and ${t.held} + ${t.sold} <= ${t.capacity}`,
    ),
  ],
);

/** What everybody was last shown of a sailing's stock (docs/edge.md): when it looks otherwise, pages are dropped. */
export const sailingLooks = pgTable('sailing_looks', {
  sailingId: text('sailing_id')
    .primaryKey()
    .references(() => sailings.id, { onDelete: 'cascade' }),
  badges: text().notNull(),
  room: text().notNull(),
});

/** How many hints of stock there were of a route and day (docs/live.md). */
export const availabilityNumbers = pgTable(
  'availability_numbers',
  {
    routeId: text('route_id').notNull(),
    departureDay: date('departure_day', { mode: 'string' }).notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.routeId, t.departureDay] })],
);

/**
 * What a sailing's crossing costs today in Basic, by part of a party, dues included: any party's lowest total is a sum
 * over these (docs/search.md). Made from the tariff, kept by events; a row made under another percent is not believed.
 */
export const sailingPrices = pgTable(
  'sailing_prices',
  {
    sailingId: text('sailing_id')
      .primaryKey()
      .references(() => sailings.id, { onDelete: 'cascade' }),
    /** What days ahead and load had added to the published prices. */
    percent: smallint().notNull(),
    adultCents: integer('adult_cents').notNull(),
    childCents: integer('child_cents').notNull(),
    infantCents: integer('infant_cents').notNull(),
    petCents: integer('pet_cents').notNull(),
    /** In the order of VEHICLE_TYPES, each in its usual size. */
    vehicleCents: integer('vehicle_cents').array().notNull(),
    /** When the coming of the day moves the price next; null when it never does again. */
    movesAt: timestamp('moves_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [index('sailing_prices_to_move').on(t.movesAt)],
);
