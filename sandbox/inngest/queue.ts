import { randomUUID } from 'node:crypto';
import { DISCOVERY, type Run, type Slots } from './runs';
import type { Database, Transaction } from './tables';

/** A claimed job: ours until the lease runs out, which only happens when this process has died. */
export type Job = {
  readonly runId: string;
  readonly stepId: string;
  readonly attempt: number;
  readonly lease: string;
};

/** How long a dead executor keeps its jobs from others. */
export const LEASE_MS = 8_000;
const NEVER = Number.MAX_SAFE_INTEGER;

/** Takes up to `limit` due jobs for which there is a free place in every concurrency group. */
export function claimJobs(sql: Database, limit: number): Promise<Job[]> {
  return sql.begin(async (tx) => {
    // Two claims at once would both count the same free places.
    await tx`select pg_advisory_xact_lock(7265003)`;
    const now = Date.now();
    const used = await usedSlots(tx, now);
    const full = [...used].map(([slot, count]) => ({ slot, count }));
    const due = await tx<{ runId: string; stepId: string; attempt: number; slots: Slots }[]>`
      select run_id as "runId", step_id as "stepId", attempt, slots from jobs
      where due_at <= ${now} and leased_until <= ${now} and not exists (
        select 1 from jsonb_each_text(slots) s
        join jsonb_to_recordset(${tx.json(full)}) as u (slot text, count int) on u.slot = s.key
        where u.count >= s.value::int)
      order by due_at limit ${limit} for update skip locked`;
    const jobs: Job[] = [];
    for (const job of due) {
      const slots = Object.entries(job.slots);
      if (slots.some(([slot, most]) => (used.get(slot) ?? 0) >= most)) continue;
      for (const [slot] of slots) used.set(slot, (used.get(slot) ?? 0) + 1);
      const lease = randomUUID();
      await tx`
        update jobs set lease = ${lease}, leased_until = ${now + LEASE_MS}
        where run_id = ${job.runId} and step_id = ${job.stepId}`;
      jobs.push({ runId: job.runId, stepId: job.stepId, attempt: job.attempt, lease });
    }
    return jobs;
  }) as Promise<Job[]>;
}

async function usedSlots(tx: Transaction, now: number): Promise<Map<string, number>> {
  const rows = await tx<{ slot: string; count: number }[]>`
    select slot, count(*)::int as count from jobs, jsonb_object_keys(slots) as slot
    where leased_until > ${now} group by slot`;
  return new Map(rows.map((row) => [row.slot, row.count]));
}

/** Keeps jobs that are being executed. */
export async function renewLeases(sql: Database, leases: readonly string[]): Promise<void> {
  await sql`update jobs set leased_until = ${Date.now() + LEASE_MS} where lease = any(${[...leases]})`;
}

/** Gives jobs back at once, for an orderly stop. */
export async function returnJobs(sql: Database, leases: readonly string[]): Promise<void> {
  await sql`update jobs set leased_until = 0, lease = null where lease = any(${[...leases]})`;
}

/** Whether the job is still ours; when not, somebody else does it and its outcome here counts for nothing. */
export async function holdsJob(tx: Transaction, job: Job): Promise<boolean> {
  const rows = await tx`
    select 1 from jobs where run_id = ${job.runId} and step_id = ${job.stepId} and lease = ${job.lease} for update`;
  return rows.length > 0;
}

/** The job is done, unless something happened while it ran: then it is due again. */
export async function finishJob(tx: Transaction, job: Job): Promise<void> {
  await tx`delete from jobs where lease = ${job.lease} and not again`;
  await tx`
    update jobs set again = false, attempt = 0, lease = null, leased_until = 0, due_at = ${Date.now()}
    where lease = ${job.lease}`;
}

/** When a job is tried again: after a delay by the machine's clock, or at a moment of the sandbox's clock. */
export type Retry = { readonly delayMs: number; readonly unanswered?: true } | { readonly wakeAt: number };

/** The job is tried again later, as attempt number `attempt` (the first is 0). */
export async function retryJob(tx: Transaction, job: Job, attempt: number, retry: Retry): Promise<void> {
  const dueAt = 'delayMs' in retry ? Date.now() + retry.delayMs : NEVER;
  await tx`
    update jobs set attempt = ${attempt}, lease = null, leased_until = 0, again = false, due_at = ${dueAt},
      wake_at = ${'wakeAt' in retry ? retry.wakeAt : null}, unanswered = ${'unanswered' in retry}
    where lease = ${job.lease}`;
}

/** Puts a run back on its way after it ended badly: what failed is forgotten, what succeeded is kept. */
export async function resumeRun(tx: Transaction, run: Run): Promise<void> {
  await tx`delete from steps where run_id = ${run.id} and (position is null or result ? 'error')`;
  await tx`update runs set status = 'running', error = null, ended_at = null where id = ${run.id}`;
  await tx`
    insert into jobs (run_id, step_id, due_at, slots)
    values (${run.id}, ${DISCOVERY}, ${Date.now()}, ${tx.json(run.slots)})`;
}
