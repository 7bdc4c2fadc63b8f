import { inTransaction } from '@/db/transaction';
import { describeChanges, forgetOldNumbers } from '@/lib/inventory/live-availability';
import { noticeLooks } from '@/lib/inventory/notice-looks';
import type { Context } from '@/lib/kernel/context';
import { systemContext } from '@/lib/platform/context';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { engineConfigured, sendEvents } from '@/lib/providers/inngest/send-events';
import { announceSurely } from '@/lib/realtime/announce-availability';
import { EVENTS } from './catalog';
import {
  forgetSentBefore,
  lockUnsent,
  markSent,
  type OutboxChoice,
  type OutboxRow,
} from './outbox-repository';

/**
 * Changes of stock go to the live channel alone: on a hot sailing there are thousands, and no job waits for them. The few
 * that can be seen on a page become an event of their own here.
 * Everything else goes to the job engine.
 */
const LIVE_ONLY = 'inventory/sailing.changed';
const BATCH = 200;
/** Rows younger than this belong to the process that wrote them, which is relaying them now. */
const OWN_RELAY_MS = 5000;
const KEPT_DAYS = 7;
/** A process whose relay failed tries again by itself: the job needs the engine, which may be what is down. */
const RETRY_MS = 5000;
/** From one relay to the next: under load each sends a batch, and leaves most of the process to the requests. */
const PAUSE_MS = 50;

let pending = false;
let running = false;

/**
 * Sends what was just committed, without making anyone wait. Many calls become one relay per process.
 * Never throws: whatever is not sent now is sent later by this process, or by the relay job where it died.
 */
export function relaySoon(): void {
  pending = true;
  if (running) return;
  running = true;
  setTimeout(() => void relayWhilePending(), 2);
}

async function relayWhilePending(): Promise<void> {
  try {
    while (pending) {
      pending = false;
      await relay(systemContext('relay'), { limit: BATCH });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'the outbox could not be relayed; it is tried again');
    setTimeout(relaySoon, RETRY_MS).unref();
  } finally {
    running = false;
  }
}

/**
 * The job: sends the rows whose process died or failed before sending them, and forgets old ones.
 * Events carry the id of their row, so that one sent twice starts nothing twice. Throws when the engine is down.
 */
export async function relayOutbox(ctx: Context): Promise<{ sent: number }> {
  const writtenBefore = new Date(ctx.now.getTime() - OWN_RELAY_MS);
  const sent = await relay(ctx, { writtenBefore, limit: BATCH });
  const forgotten = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000);
  await inTransaction((tx) => forgetSentBefore(tx, forgotten, 5000));
  await forgetOldNumbers(ctx);
  return { sent };
}

async function relay(ctx: Context, choice: OutboxChoice): Promise<number> {
  const hints = await drain(ctx, { ...choice, only: LIVE_ONLY }, async (rows) => {
    const changes = rows.map((row) => ({
      ...EVENTS[LIVE_ONLY].parse(row.data),
      at: row.createdAt.toISOString(),
    }));
    await announceSurely(await describeChanges(ctx, changes));
    await noticeLooks(
      ctx,
      changes.map((change) => change.sailingId),
    );
  });
  if (!engineConfigured()) return hints;
  return hints + (await drain(ctx, { ...choice, except: LIVE_ONLY }, hand));
}

/** Batch after batch until none is left. Rows stay locked while they are sent, so two relays share the work. */
async function drain(
  ctx: Context,
  choice: OutboxChoice,
  send: (rows: readonly OutboxRow[]) => Promise<void>,
): Promise<number> {
  for (let sent = 0; ; ) {
    const taken = await inTransaction(async (tx) => {
      const rows = await lockUnsent(tx, choice);
      if (rows.length === 0) return 0;
      await send(rows);
      await markSent(
        tx,
        rows.map((row) => row.id),
        ctx.now,
      );
      return rows.length;
    });
    sent += taken;
    if (taken < choice.limit) return sent;
  }
}

function hand(rows: readonly OutboxRow[]): Promise<void> {
  return sendEvents(
    rows.map((row) => ({
      id: row.id,
      name: row.name,
      data: row.data as Readonly<Record<string, unknown>>,
      ts: row.createdAt.getTime(),
    })),
  );
}
