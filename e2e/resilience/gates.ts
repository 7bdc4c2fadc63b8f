import postgres from 'postgres';
import { until } from './house';

/**
 * A gate stands in the database before one write of the product: while it is shut, whoever wants to make that write
 * waits inside its transaction. So a process can be killed exactly there, as often as one likes, and not "about then".
 * The product knows nothing of gates: they are triggers of the test's own database.
 */
export interface Gate {
  /** From now on writers wait. */
  shut(): Promise<void>;
  /** Until somebody waits at it. */
  reached(): Promise<unknown>;
}

/** The writes before which there is a gate. */
const WRITES = {
  /** A stored webhook says that the money came. */
  'payment-paid': { table: 'payments', on: 'update', when: `new.status = 'paid' and old.status <> 'paid'` },
  /** The operator has issued a ticket. */
  'ticket-noted': {
    table: 'booking_legs',
    on: 'update',
    when: `new.operator_status = 'confirmed' and old.operator_status <> 'confirmed'`,
  },
  /** The operator keeps the places. */
  'order-held': {
    table: 'operator_orders',
    on: 'update',
    when: `new.state = 'held' and old.state <> 'held'`,
  },
  /** The operator has taken them back. */
  'order-ended': {
    table: 'operator_orders',
    on: 'update',
    when: `new.state = 'ended' and old.state <> 'ended'`,
  },
  /** All is sold. */
  'booking-confirmed': {
    table: 'bookings',
    on: 'update',
    when: `new.status = 'confirmed' and old.status <> 'confirmed'`,
  },
  /** The invoice gets its number. */
  'document-numbered': {
    table: 'documents',
    on: 'update',
    when: 'old.number is null and new.number is not null',
  },
  /** The mail provider has taken the e-mail. */
  'email-noted': {
    table: 'email_messages',
    on: 'update',
    when: `new.status = 'sent' and old.status <> 'sent'`,
  },
  /** The payment provider has given the money back. */
  'refund-noted': {
    table: 'refunds',
    on: 'update',
    when: 'old.provider_refund_id is null and new.provider_refund_id is not null',
  },
} as const;

export type GateName = keyof typeof WRITES;
/** First half of the advisory locks' keys; the product uses single-key locks, if any. */
const SPACE = 4242;

/** Builds all gates, open. `end` opens them for good. */
export async function buildGates(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined });
  const names = Object.keys(WRITES) as GateName[];
  for (const [key, name] of names.entries()) {
    const { table, on, when } = WRITES[name];
    const trigger = `gate_${name.replaceAll('-', '_')}`;
    await sql.unsafe(`
      create or replace function ${trigger}() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(${SPACE}, ${key}); return new; end $$;
      create or replace trigger ${trigger} before ${on} on ${table}
      for each row when (${when}) execute function ${trigger}();`);
  }
  let guard = keeper(databaseUrl);

  return {
    gate(name: GateName): Gate {
      const key = names.indexOf(name);
      return {
        shut: async () => {
          await guard`select pg_advisory_lock(${SPACE}, ${key})`;
        },
        reached: () =>
          until(`somebody at the gate ${name}`, 20, async () => {
            const waiting = await sql`
              select 1 from pg_locks where locktype = 'advisory' and classid = ${SPACE} and objid = ${key} and not granted`;
            return waiting.length > 0;
          }),
      };
    },
    /**
     * Whoever waits at a gate is turned back: the process behind it has died before the write. Left alone, a single
     * statement of a dead process is still carried out when the gate opens.
     */
    async turnBack(): Promise<void> {
      await sql`select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and classid = ${SPACE} and not granted`.catch(() => undefined);
    },
    /** Everybody goes on: the locks go with the connection that holds them. */
    async openAll(): Promise<void> {
      await guard.end({ timeout: 1 }).catch(() => undefined);
      guard = keeper(databaseUrl);
    },
    async end(): Promise<void> {
      await guard.end({ timeout: 1 }).catch(() => undefined);
      await sql.end({ timeout: 1 });
    },
  };
}

/** One connection that is never let go while gates are shut. */
function keeper(databaseUrl: string): postgres.Sql {
  return postgres(databaseUrl, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined });
}
