import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Localized } from '@/lib/kernel/locale';
import type { AgeBands, CancellationStep, FareConditions, FareFamily } from '@/lib/network/types';

/** Ports by UN/LOCODE; the position is the terminal's. `approximate` marks what is still to be verified. */
export const ports = pgTable('ports', {
  code: text().primaryKey(),
  country: text().notNull(),
  latitude: doublePrecision().notNull(),
  longitude: doublePrecision().notNull(),
  timeZone: text('time_zone').notNull(),
  names: jsonb().$type<Localized>().notNull(),
  approximate: boolean().notNull().default(false),
});

export const operators = pgTable('operators', {
  code: text().primaryKey(),
  name: text().notNull(),
  /** Country whose flag decides passenger rights (Regulation (EU) 1177/2010). */
  country: text().notNull(),
  ageBands: jsonb('age_bands').$type<AgeBands>().notNull(),
  approximate: boolean().notNull().default(false),
});

export const ships = pgTable('ships', {
  code: text().primaryKey(),
  operatorCode: text('operator_code')
    .notNull()
    .references(() => operators.code),
  name: text().notNull(),
  lengthDm: integer('length_dm'),
  passengers: integer().notNull(),
  cars: integer().notNull(),
  cabins: integer().notNull(),
  amenities: text().array().notNull(),
  approximate: boolean().notNull().default(false),
});

/** One direction between two ports; id `FRMRS-TNLGN`. */
export const routes = pgTable('routes', {
  id: text().primaryKey(),
  fromPort: text('from_port')
    .notNull()
    .references(() => ports.code),
  toPort: text('to_port')
    .notNull()
    .references(() => ports.code),
  nauticalMiles: integer('nautical_miles').notNull(),
});

/** What an operator does on a route: terminal and check-in. */
export const services = pgTable(
  'services',
  {
    routeId: text('route_id')
      .notNull()
      .references(() => routes.id),
    operatorCode: text('operator_code')
      .notNull()
      .references(() => operators.code),
    terminal: jsonb().$type<Localized>().notNull(),
    checkInPassengerMinutes: integer('check_in_passenger_minutes').notNull(),
    checkInVehicleMinutes: integer('check_in_vehicle_minutes').notNull(),
    approximate: boolean().notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.routeId, t.operatorCode] })],
);

/** Conditions of a fare family, by operator and version; the booking keeps the version it was sold under. */
export const fareRules = pgTable(
  'fare_rules',
  {
    operatorCode: text('operator_code')
      .notNull()
      .references(() => operators.code),
    family: text().$type<FareFamily>().notNull(),
    version: integer().notNull(),
    bookedFrom: timestamp('booked_from', { withTimezone: true, mode: 'date' }).notNull(),
    bookedUntil: timestamp('booked_until', { withTimezone: true, mode: 'date' }),
    conditions: jsonb().$type<FareConditions>().notNull(),
    cancellation: jsonb().$type<readonly CancellationStep[]>().notNull(),
    source: text().notNull(),
    approximate: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.operatorCode, t.family, t.version] }),
    index('fare_rules_open').on(t.operatorCode),
  ],
);
