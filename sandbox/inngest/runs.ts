import { randomUUID } from 'node:crypto';
import { keyOf } from './expression';
import type { FunctionConfig, StepError, StepResult, StoredEvent } from './protocol';
import { maxAttempts } from './protocol';
import { json, type Transaction } from './tables';

export type RunStatus = 'running' | 'completed' | 'failed' | 'cancelled';
/** Concurrency groups a run belongs to, with the number of steps that may execute at once in each. */
export type Slots = Readonly<Record<string, number>>;

export type Run = {
  readonly id: string;
  readonly functionId: string;
  readonly status: RunStatus;
  readonly event: StoredEvent;
  readonly slots: Slots;
  readonly maxAttempts: number;
  readonly parallel: boolean;
  readonly parentRun: string | null;
  readonly parentStep: string | null;
};

/** The job that calls the function to find out what comes next; other jobs run one planned step. */
export const DISCOVERY = 'step';

/** Starts a run of the function; `parent` is the step of another run that waits for it. */
export async function createRun(
  tx: Transaction,
  config: FunctionConfig,
  event: StoredEvent,
  now: number,
  parent?: { runId: string; stepId: string },
): Promise<string> {
  const id = randomUUID();
  const slots = slotsOf(config, event);
  await tx`
    insert into runs (id, function_id, status, event, slots, max_attempts, parent_run, parent_step, created_at)
    values (${id}, ${config.id}, 'running', ${json(tx, event)}, ${json(tx, slots)}, ${maxAttempts(config)},
      ${parent?.runId ?? null}, ${parent?.stepId ?? null}, ${now})`;
  await enqueue(tx, id, DISCOVERY, slots);
  return id;
}

function slotsOf(config: FunctionConfig, event: StoredEvent): Slots {
  const given = config.concurrency ?? [];
  const rules = (Array.isArray(given) ? given : [given]).map((rule) =>
    typeof rule === 'number' ? { limit: rule } : rule,
  );
  return Object.fromEntries(
    rules
      .filter((rule) => rule.limit > 0)
      .map((rule) => {
        const owner = 'scope' in rule && rule.scope && rule.scope !== 'fn' ? rule.scope : config.id;
        return [`${owner}:${'key' in rule ? keyOf(rule.key, { event }) : ''}`, rule.limit];
      }),
  );
}

/** Adds a job. One that is being executed is done again afterwards, so that it sees what happened meanwhile. */
export async function enqueue(tx: Transaction, runId: string, stepId: string, slots: Slots): Promise<void> {
  const now = Date.now();
  await tx`
    insert into jobs (run_id, step_id, due_at, slots) values (${runId}, ${stepId}, ${now}, ${json(tx, slots)})
    on conflict (run_id, step_id) do update set again = jobs.leased_until > ${now}`;
}

/** The run, locked until the end of the transaction. */
export async function lockRun(tx: Transaction, id: string): Promise<Run | undefined> {
  const [run] = await tx<Run[]>`
    select id, function_id as "functionId", status, event, slots, max_attempts as "maxAttempts", parallel,
      parent_run as "parentRun", parent_step as "parentStep"
    from runs where id = ${id} for update`;
  return run;
}

/** Something a step waits for: a moment (by the sandbox's clock), an event, another run; or its own job. */
export type PendingStep = {
  readonly id: string;
  readonly op: string;
  readonly name: string;
  readonly dueAt?: number | undefined;
  readonly waitEvent?: string | undefined;
  readonly waitIf?: string | undefined;
};

/** Writes the step down as under way; false where the run had reported it before. */
export async function planStep(tx: Transaction, runId: string, step: PendingStep): Promise<boolean> {
  const rows = await tx`
    insert into steps (run_id, id, op, name, due_at, wait_event, wait_if)
    values (${runId}, ${step.id}, ${step.op}, ${step.name}, ${step.dueAt ?? null}, ${step.waitEvent ?? null},
      ${step.waitIf ?? null})
    on conflict do nothing returning id`;
  return rows.length > 0;
}

/** Remembers how a step ended and has its run continue. A step ends once: later results are dropped. */
export async function completeStep(
  tx: Transaction,
  run: Run,
  step: { id: string; op: string; name: string },
  result: StepResult,
): Promise<void> {
  if (run.status !== 'running') return;
  const rows = await tx`
    insert into steps (run_id, id, op, name, result, position)
    values (${run.id}, ${step.id}, ${step.op}, ${step.name}, ${json(tx, result)}, nextval('step_order'))
    on conflict (run_id, id) do update set result = excluded.result, position = excluded.position
    where steps.position is null returning id`;
  if (rows.length > 0) await enqueue(tx, run.id, DISCOVERY, run.slots);
}

/**
 * Ends a run, tells the run that invoked it, and returns the event that the engine owes the world about it.
 * The run must be locked; one that has ended already stays as it is.
 */
export async function endRun(
  tx: Transaction,
  run: Run,
  status: Exclude<RunStatus, 'running'>,
  result: StepResult,
  now: number,
): Promise<StoredEvent[]> {
  if (run.status !== 'running') return [];
  const error = 'error' in result ? result.error : null;
  await tx`
    update runs set status = ${status}, ended_at = ${now}, error = ${error ? json(tx, error) : null},
      output = ${'data' in result ? json(tx, result.data) : null} where id = ${run.id}`;
  await tx`delete from jobs where run_id = ${run.id}`;
  await tx`update steps set due_at = null, wait_event = null where run_id = ${run.id} and position is null`;
  if (run.parentRun && run.parentStep) {
    const parent = await lockRun(tx, run.parentRun);
    const step = { id: run.parentStep, op: 'InvokeFunction', name: run.functionId };
    if (parent) await completeStep(tx, parent, step, result);
  }
  return error ? [endedEvent(run, status, error, now)] : [];
}

function endedEvent(run: Run, status: RunStatus, error: StepError, now: number): StoredEvent {
  const data = { function_id: run.functionId, run_id: run.id, error, event: run.event, events: [run.event] };
  return { id: randomUUID(), name: `inngest/function.${status}`, data, ts: now };
}
