import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** What happened, written in the transaction in which it happened; relayed afterwards. `id` is the event id. */
export const outbox = pgTable(
  'outbox',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    data: jsonb().$type<unknown>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [index('outbox_unsent').on(t.createdAt).where(sql`sent_at is null`)],
);

/** Who did what to which thing. Never holds personal data. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: text().primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    actor: text().notNull(),
    verb: text().notNull(),
    subject: text().notNull(),
    data: jsonb().$type<unknown>().notNull(),
  },
  (t) => [index('audit_log_by_subject').on(t.subject, t.at)],
);

/** Answers to POSTs that carried an Idempotency-Key, replayed for 24 hours. The body is sealed. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Operation and caller, so that one caller's key never meets another's. */
    scope: text().notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer(),
    sealedBody: text('sealed_body'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index('idempotency_keys_by_age').on(t.createdAt)],
);

/** What the seed has put in, so that it runs once per version. */
export const seedRuns = pgTable('seed_runs', {
  version: text().primaryKey(),
  finishedAt: timestamp('finished_at', { withTimezone: true, mode: 'date' }).notNull(),
});
