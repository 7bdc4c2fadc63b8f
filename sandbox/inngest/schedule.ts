import { randomUUID } from 'node:crypto';
import { nextCron } from './cron';
import { findFunction } from './functions';
import type { StepResult, StoredEvent } from './protocol';
import { completeStep, createRun, lockRun } from './runs';
import { type Database, type Transaction, transact } from './tables';

const TIMER = 'inngest/scheduled.timer';

/**
 * Does what has fallen due by the sandbox's clock: sleeps and time-outs that are over, retries that asked for a
 * moment, debounced events, crons. True where it did something.
 */
export async function runDue(sql: Database, now: number): Promise<boolean> {
  const done = [
    await endWaits(sql, now),
    await wakeRetries(sql, now),
    await releaseDebounced(sql, now),
    await runCrons(sql, now),
  ];
  return done.includes(true);
}

async function endWaits(sql: Database, now: number): Promise<boolean> {
  const due = await sql<{ runId: string; id: string; op: string; name: string }[]>`
    select run_id as "runId", id, op, name from steps
    where position is null and due_at <= ${now} order by due_at limit 200`;
  for (const step of due) {
    await transact(sql, async (tx) => {
      const run = await lockRun(tx, step.runId);
      if (run) await completeStep(tx, run, step, timedOut(step.op, step.name));
    });
  }
  return due.length > 0;
}

/** A sleep that is over and an event that never came are null; a function that never answered is an error. */
function timedOut(op: string, name: string): StepResult {
  if (op !== 'InvokeFunction') return { data: null };
  return { error: { name: 'InngestInvokeTimeoutError', message: `${name} did not finish in time` } };
}

async function wakeRetries(sql: Database, now: number): Promise<boolean> {
  const woken = await sql`
    update jobs set due_at = ${Date.now()}, wake_at = null where wake_at <= ${now} returning run_id`;
  return woken.length > 0;
}

function releaseDebounced(sql: Database, now: number): Promise<boolean> {
  return transact(sql, async (tx) => {
    const due = await tx<{ functionId: string; event: StoredEvent }[]>`
      delete from debounces where due_at <= ${now} returning function_id as "functionId", event`;
    for (const { functionId, event } of due) await startRun(tx, functionId, event, now);
    return due.length > 0;
  });
}

/** However many moments of a cron have passed, it runs once and its next moment lies ahead. */
function runCrons(sql: Database, now: number): Promise<boolean> {
  return transact(sql, async (tx) => {
    const due = await tx<{ functionId: string; cron: string }[]>`
      select function_id as "functionId", cron from crons where next_at <= ${now} for update skip locked`;
    for (const { functionId, cron } of due) {
      await tx`
        update crons set next_at = ${nextCron(cron, now)} where function_id = ${functionId} and cron = ${cron}`;
      if (await isWaitingToStart(tx, functionId)) continue;
      await startRun(tx, functionId, { id: randomUUID(), name: TIMER, data: { cron }, ts: now }, now);
    }
    return due.length > 0;
  });
}

/**
 * While the app is away, the runs of a cron must not pile up: one that has not begun does for all, also while it is
 * tried once more after having found nobody.
 */
async function isWaitingToStart(tx: Transaction, functionId: string): Promise<boolean> {
  const waiting = await tx`
    select 1 from runs join jobs on jobs.run_id = runs.id
    where function_id = ${functionId} and status = 'running' and event->>'name' = ${TIMER}
      and (leased_until <= ${Date.now()} or unanswered)
      and not exists (select 1 from steps where steps.run_id = runs.id) limit 1`;
  return waiting.length > 0;
}

async function startRun(tx: Transaction, functionId: string, event: StoredEvent, now: number): Promise<void> {
  const config = await findFunction(tx, functionId);
  if (config) await createRun(tx, config, event, now);
}

/** After the clock was moved back, crons would sleep until it has caught up: they count from the new now. */
export async function realignCrons(sql: Database, now: number): Promise<void> {
  await transact(sql, async (tx) => {
    const crons = await tx<{ functionId: string; cron: string; nextAt: number }[]>`
      select function_id as "functionId", cron, next_at as "nextAt" from crons for update`;
    for (const { functionId, cron, nextAt } of crons) {
      const next = nextCron(cron, now);
      if (next >= nextAt) continue;
      await tx`update crons set next_at = ${next} where function_id = ${functionId} and cron = ${cron}`;
    }
  });
}

/** Forgets what nobody asks for any more. Crons of the minute would bury the other runs, so they go first. */
export async function prune(sql: Database, now: number): Promise<void> {
  const hour = 3_600_000;
  const day = 24 * hour;
  await sql`delete from seen where seen_at < ${now - day}`;
  await sql`delete from runs where ended_at < ${now - 14 * day}`;
  await sql`
    delete from runs where ended_at < ${now - hour} and status = 'completed' and event->>'name' = ${TIMER}`;
}
